import { describe, test } from 'vitest'
import { plan } from '../../src/commission/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { expectGolden } from '../golden.js'
import { flat, service } from './plans.js'

describe('the explanation of a plan', () => {
  const run = evaluate(plan(service).formula, {
    sales: '81250.00',
    satisfaction: '0.8725',
    quota: '60000.00',
  })

  test.each(['en', 'zh-CN'] as const)(
    'of a plan with every part, in %s, is the golden one',
    (locale) => {
      const path = `test/commission/golden/service.${locale}.txt`
      expectGolden(path, renderText(explain(run, { locale })))
    },
  )

  test.each(['en', 'zh-CN'] as const)(
    'of a plan without labels has names of its own, in %s',
    (locale) => {
      const bare = {
        ...flat,
        tiers: { kind: 'retroactive', steps: [{ from: '100', exclusive: true, rate: '0.02' }] },
        quota: 'quota',
        accelerator: { steps: [{ from: '0.85', factor: '1.5' }] },
        gate: { kpi: 'satisfaction', atLeast: '0.9' },
      } as const
      const { formula } = plan(bare)
      const met = evaluate(formula, { sales: '200', quota: '100', satisfaction: '0.95' })
      const missed = evaluate(formula, { sales: '100', quota: '200', satisfaction: '0.85' })
      const texts = [met, missed].map((result) => renderText(explain(result, { locale })))
      expectGolden(`test/commission/golden/bare.${locale}.txt`, texts.join('\n'))
    },
  )
})
