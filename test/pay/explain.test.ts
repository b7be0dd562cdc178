import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/formula/index.js'
import { type ExplainRequest, explain, type Run, settle } from '../../src/pay/index.js'
import { formatQuantity, money } from '../../src/quantity/index.js'
import { expectGolden } from '../golden.js'
import { company, runsOf } from './explain-company.js'
import { data } from './explain-company-people.js'
import { everything } from './explain-everyone.js'
import { everyBook } from './explain-everything.js'

const [march, april, may] = runsOf() as [Run, Run, Run]

type Asked = Omit<ExplainRequest, 'locale'> & { readonly run: Run }
const lines: Readonly<Record<string, Asked>> = {
  overtime: { run: march, component: 'overtime', person: 'li' },
  'base-first': { run: march, component: 'base', person: 'li' },
  'base-joiner': { run: march, component: 'base', person: 'wang' },
  'base-corrected': { run: april, component: 'base', person: 'li', period: '2026-03' },
  commission: { run: march, component: 'commission', person: 'li' },
  'commission-refund': { run: april, component: 'commission', person: 'li', period: '2026-03' },
  'spiff-refund': { run: april, component: 'spiff', person: 'li', period: '2026-03' },
  spiff: { run: march, component: 'spiff', person: 'li' },
  half: { run: march, component: 'half', person: 'li' },
  pool: { run: march, component: 'pool', person: 'li' },
  'deduction-first': { run: march, component: 'deduction', person: 'li' },
  deduction: { run: april, component: 'deduction', person: 'li' },
  withheld: { run: march, component: 'kpi', person: 'zhao' },
  place: { run: march, component: 'place', person: 'wang' },
  jubilee: { run: may, component: 'jubilee', person: 'li' },
}

describe.each(['en', 'zh-CN'] as const)('a line in %s', (locale) => {
  test.each(Object.entries(lines))('%s is told down to its sources', (name, { run, ...asked }) => {
    const text = renderText(explain(company, data, run, { ...asked, locale }))
    expectGolden(`test/pay/golden/explain/${name}.${locale}.txt`, text)
  })
})

describe.each(['en', 'zh-CN'] as const)('every kind of source in %s', (locale) => {
  const before = settle(everyBook, everything, { period: '2026-02', before: 'first' })
  const run = settle(everyBook, everything, { period: '2026-03', before })

  test.each(
    run.lines.filter(
      ({ component, person, earned }) =>
        person === 'an' && component !== 'large' && earned.period !== '2026-02',
    ),
  )('$component is told', ({ component, person, earned: { period } }) => {
    const text = renderText(
      explain(everyBook, everything, run, { component, person, period, locale }),
    )
    expectGolden(`test/pay/golden/explain/every-${component}.${locale}.txt`, text)
  })

  test('stretches that are too large to be told together are told by their amounts', () => {
    const { how, steps } = explain(everyBook, everything, run, {
      component: 'large',
      person: 'an',
      locale,
    })
    const days = locale === 'en' ? '2026-03-10 to 2026-03-31: ' : '2026-03-10 至 2026-03-31：'
    expect(how.at(-1)).toBe(`${days}550,255.02 CNY`)
    expect([how.length, steps]).toEqual([3, []])
  })

  test.each(run.lines)('$component of $person for $earned.period comes to what it pays', (line) => {
    const { component, person, earned, amount } = line
    const told = explain(everyBook, everything, run, {
      component,
      person,
      period: earned.period,
      locale,
    })
    expect(told.value).toBe(formatQuantity(amount, money('CNY'), locale))
  })

  test('nothing of the month is withheld', () => {
    expect(
      run.withheld.filter(
        ({ owner, earned }) => owner.person === 'an' && earned.period !== '2026-02',
      ),
    ).toEqual([])
  })
})
