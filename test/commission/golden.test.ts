import { describe, test } from 'vitest'
import { type Finding, lintPlan, parsePlan, plan } from '../../src/commission/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { expectGolden } from '../golden.js'
import { handMade } from './lint/hand-made.js'
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

describe('the findings of the plans made by hand', () => {
  const told =
    (locale: 'en' | 'zh-CN') =>
    ({ path, code, message, mend, given }: Finding): readonly string[] => {
      const held = Object.entries(given).map(([name, value]) => `${name} ${value}`)
      const at = held.length === 0 ? '' : ` (${held.join(', ')})`
      return [`  ${path} ${code}${at}`, `    ${message[locale]}`, `    ${mend[locale]}`]
    }

  test.each(['en', 'zh-CN'] as const)('say in %s what is wrong, and how to mend it', (locale) => {
    const lines = handMade.flatMap(({ name, policy }) => [
      name,
      ...lintPlan(parsePlan(policy)).flatMap(told(locale)),
    ])
    expectGolden(`test/commission/golden/findings.${locale}.txt`, lines.join('\n'))
  })
})
