import { describe, expect, test } from 'vitest'
import { constant, multiply, renderText, round } from '../../src/formula/index.js'
import {
  amount,
  book,
  component,
  explain,
  figure,
  member,
  parseData,
  type Run,
  settle,
  tagged,
} from '../../src/pay/index.js'
import { asked, cny, one, options, pay, person, salary, wages } from './explain-settled-fixtures.js'

describe('explain: what runs settled', () => {
  const bonus = component(
    'bonus',
    { pays: 'due' },
    round(multiply(salary, figure('kpi', 'ratio', 2)), { places: 2, rounding: 'half-up' }),
  )
  const fixed = component('fixed', { pays: 'due', retro: 0 }, salary)
  const twice = component(
    'twice',
    { pays: 'due' },
    multiply(amount('fixed', cny, 2), constant('2')),
  )
  const year = component(
    'year',
    { pays: 'due' },
    amount('pay', cny, 2, { over: { since: 'ever' } }),
  )
  const late = component(
    'late',
    { pays: 'due' },
    amount('new', cny, 2, { over: { since: 'ever' } }),
  )
  const raise = wages({
    salary: [
      { from: '2026-01-01', value: '100.00' },
      { from: '2026-03-01', value: '200.00', recorded: '2026-03-31' },
    ],
  })

  test('values that were closed are as settled, those that are open as worked out', () => {
    const of = book([pay, year], options)
    const all = one(wages())
    let before: Run | 'first' = 'first'
    for (const period of ['2026-02', '2026-03', '2026-04'])
      before = settle(of, all, { period, before })
    const { steps } = explain(of, all, before as Run, { ...asked, component: 'year' })
    expect(steps.map(({ label, how }) => [label, ...how])).toEqual([
      ['pay, 2026-01', 'Of a period before the first run'],
      ['pay, 2026-02', 'As an earlier run settled it'],
      ['pay, 2026-03', 'Worked out from what this run knew'],
      ['pay', '"salary" as it holds since 2026-01-01'],
    ])
  })

  test('what was never settled of a closed period is worked out', () => {
    const before = settle(book([pay], options), one(wages()), {
      period: '2026-01',
      before: 'first',
    })
    const of = book([pay, { ...pay, component: 'new', pays: undefined }, late], options)
    let run: Run = before
    for (const period of ['2026-02', '2026-03'])
      run = settle(book([pay], options), one(wages()), { period, before: run })
    run = settle(of, one(wages()), { period: '2026-04', before: run })
    const { steps } = explain(of, one(wages()), run, { ...asked, component: 'late' })
    expect(steps[0]?.how).toEqual(['Worked out from what this run knew'])
  })

  test('a first value without a line is told by the run that worked it out', () => {
    const { pays: _, ...rate } = fixed
    const of = book([rate, twice], options)
    const first = settle(of, one(raise), { period: '2026-03', asOf: '2026-03-30', before: 'first' })
    const again = settle(of, one(raise), { period: '2026-03', before: first })
    const whole = explain(of, one(raise), first, { ...asked, component: 'twice' })
    expect(whole.steps[0]?.how).toEqual(['"salary" as it holds since 2026-01-01'])
    const stands = explain(of, one(raise), again, { ...asked, component: 'twice' })
    expect(stands.steps[0]?.steps[0]?.how).toEqual(['As it was first worked out: it stands'])
  })

  test('what was withheld and could be worked out later is paid late', () => {
    const of = book([bonus, pay], options)
    const none = one(wages())
    const kpi = {
      figures: [{ name: 'kpi', period: '2026-02', value: '0.5', recorded: '2026-05-02' }],
    }
    const all = one(wages(), kpi)
    let before: Run | 'first' = 'first'
    for (const period of ['2026-02', '2026-03', '2026-04'])
      before = settle(of, none, { period, before })
    const run = settle(of, all, { period: '2026-05', before: before as Run })
    const told = explain(of, all, run, { ...asked, component: 'bonus', period: '2026-02' })
    expect(told.label).toBe('bonus, 2026-02, paid in 2026-05')
    const zh = { ...asked, component: 'bonus', period: '2026-02', locale: 'zh-CN' } as const
    expect(explain(of, all, run, zh).label).toBe('bonus（2026-02，2026-05 补发）')
    expect(told.value).toBe('50.00 CNY')
  })

  test('a first value that stands is told whole by the run that worked it out, and as it stands after', () => {
    const of = book([fixed, twice], options)
    const all = one(raise)
    const early = { period: '2026-03', asOf: '2026-03-30' }
    const first = settle(of, all, { ...early, before: 'first' })
    const again = settle(of, all, { period: '2026-03', before: first })
    const whole = explain(of, all, first, { ...asked, component: 'twice' })
    expect(whole.steps[0]).toMatchObject({ label: 'fixed', value: '100.00 CNY' })
    expect(whole.steps[0]?.how).toEqual(['"salary" as it holds since 2026-01-01'])
    const stands = explain(of, all, again, { ...asked, component: 'twice' })
    expect(stands.label).toBe('twice, 2026-03, settled before')
    expect(stands.steps[0]?.steps[0]?.how).toEqual(['As it was first worked out: it stands'])
    expect(explain(of, all, again, { ...asked, component: 'fixed' }).steps[0]?.how).toContain(
      'As it was first worked out: it stands',
    )
    const next = settle(of, all, { period: '2026-04', before: again })
    expect(explain(of, all, next, { ...asked, component: 'fixed' }).value).toBe('200.00 CNY')
  })

  test('a period of which no day is left is taken back', () => {
    const of = book([pay], options)
    const run = settle(of, one(wages()), { period: '2026-03', before: 'first' })
    const left = one(wages(), {
      employment: [
        ...person.employment,
        { from: '2026-01-01', to: '2026-02-28', recorded: '2026-04-02' },
      ],
    })
    const next = settle(of, left, { period: '2026-04', before: run })
    const told = explain(of, left, next, { ...asked, component: 'pay', period: '2026-03' })
    expect(told).toMatchObject({ label: 'pay, 2026-03, corrected', value: '−100.00 CNY' })
    expect(told.steps[0]?.how).toEqual(['No day of 2026-03 counts for it any more'])
    const zh = { ...asked, component: 'pay', period: '2026-03', locale: 'zh-CN' } as const
    expect(explain(of, left, next, zh).steps[0]?.how).toEqual(['2026-03 已没有一天符合条件'])
  })

  test('of a rule that was changed the line says so', () => {
    const of = book([pay], options)
    const run = settle(of, one(wages()), { period: '2026-03', before: 'first' })
    const mended = book([{ ...pay, formula: multiply(constant('2'), pay.formula) }], options)
    const next = settle(mended, one(wages()), { period: '2026-04', before: run })
    const told = explain(mended, one(wages()), next, {
      ...asked,
      component: 'pay',
      period: '2026-03',
    })
    expect(told.how).toContain('The rule was changed since this was settled')
    const zh = { ...asked, component: 'pay', period: '2026-03', locale: 'zh-CN' } as const
    expect(explain(mended, one(wages()), next, zh).how).toContain('结算之后，制度条文有改动')
  })

  test('what is withheld keeps what was settled', () => {
    const of = book([bonus, pay], options)
    const figures = [
      { name: 'kpi', period: '2026-03', value: '0.5' },
      { name: 'kpi', period: '2026-04', value: '0.5' },
    ]
    const run = settle(of, one(wages(), { figures }), { period: '2026-03', before: 'first' })
    const gone = one(wages(), { figures: figures.slice(1) })
    const next = settle(of, gone, { period: '2026-04', before: run })
    const told = explain(of, gone, next, { ...asked, component: 'bonus', period: '2026-03' })
    expect(told.value).toBe('withheld')
    expect(told.how.at(-1)).toBe('Settled before: 50.00 CNY, which stands')
    const zh = { ...asked, component: 'bonus', period: '2026-03', locale: 'zh-CN' } as const
    expect(explain(of, gone, next, zh).how.at(-1)).toBe('此前已结 50.00 CNY，仍然有效')
  })

  test('what takes too many steps is cut off', () => {
    const many = Array.from({ length: 250 }, (_, i) =>
      component(`c${i}`, { tags: ['all'] }, salary),
    )
    const sums = [0, 1].map((i) => component(`sum${i}`, { tags: [`sum`] }, tagged('all', cny, 2)))
    const of = book(
      [
        ...many,
        ...sums,
        component('total', { pays: 'due' }, tagged('sum', cny, 2)),
        ...Array.from({ length: 12 }, (_, i) =>
          component(`level${i}`, { tags: ['level'] }, amount('sum0', cny, 2)),
        ),
        component('deep', { pays: 'due' }, tagged('level', cny, 2)),
      ],
      options,
    )
    const run = settle(of, one(wages()), { period: '2026-03', before: 'first' })
    const text = renderText(explain(of, one(wages()), run, { ...asked, component: 'deep' }))
    expect(text).toContain('and 230 more')
    expect(text).toContain('Not explained further here: the explanation would grow too long')
    expect(text.split('\n').length).toBeLessThan(1_000)
  })
})

test('explain: what is worked out for each of records of which there is none', () => {
  const each = { record: 'gifts' } as const
  const gift = component('gift', { each }, member('amount', cny, 2))
  const sum = component('sum', { pays: 'due' }, amount('gift', cny, 2))
  const of = book([gift, sum], options)
  const data = parseData({ ...one(wages()), records: { gifts: [] } })
  const run = settle(of, data, { period: '2026-01', before: 'first' })
  const told = explain(of, data, run, { ...asked, component: 'sum' })
  expect(renderText(told)).toContain('0 parts, added up')
})
