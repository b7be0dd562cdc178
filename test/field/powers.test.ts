import { describe, expect, test } from 'vitest'
import {
  above,
  add,
  constant,
  divide,
  type Expression,
  input,
  marginal,
  maximum,
  minimum,
  multiply,
  named,
  round,
  step,
  subtract,
  when,
} from '../../src/formula/index.js'
import { amount, attribute, matching, member, records, service } from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'
import { component, policy, version } from '../payroll/policies.js'
import {
  crediting,
  later,
  linesOf,
  monthsFrom,
  monthsOf,
  order,
  since,
  staff,
  told,
  transfer,
} from './power-book.js'

const cny = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const none = constant('0.00', cny)
const tenth = (of: Expression) => round(multiply(of, constant('0.10')), cents)
const li = staff('li')
const wu = staff('wu')
const plan = (id: string, terms: object, more: Parameters<typeof version>[1] = {}) =>
  policy('plan', id, {}, { versions: [version({ plan: terms }, more)] })

describe('power 1: a plan by formula is settled', () => {
  const rates = [
    { from: '0', rate: '0.02' },
    { from: '3000000', rate: '0.03' },
  ]
  const factors = [
    { value: '0.50' },
    { from: '0.10', value: '0.75' },
    { from: '0.15', value: '1.00' },
    { from: '0.20', value: '1.15' },
    { from: '0.25', value: '1.25' },
  ]
  const [sales, margin] = [input('sales', cny, 2), input('margin', cny, 2)]
  const ratio = when(
    above(sales, none),
    divide(margin, sales, { places: 6, rounding: 'half-up' }),
    constant('0'),
  )
  const common = { period: 'month', measure: { sum: 'sales' }, linked: [{ sum: 'margin' }] }
  const byFormula = {
    ...common,
    tiers: { kind: 'formula', earns: multiply(marginal(sales, rates), step(ratio, factors)) },
  }
  const points = factors.map(({ from = '0', value: factor }) => ({ at: from, factor }))
  const byModifier = {
    ...common,
    tiers: { kind: 'marginal', steps: rates },
    modifiers: [{ kpi: 'margin', of: 'sales', curve: { kind: 'stepped', points } }],
  }
  const of = crediting({}, { figures: { margin: { unit: cny, sign: 'any' } } })
  const months = (events: readonly object[], terms: object = byFormula, person: object = li) =>
    monthsOf(
      [plan('plan', terms)],
      { people: [person], deals: { events } },
      monthsFrom('2026-01', 3),
      of,
    )
  const figures = (value: string) => ({ figures: { margin: value } })
  const sold = order('o1', '2026-01-10', '4000000.00', figures('880000.00'))
  const back = (on: string, value: string, lost: string) =>
    later('refund', 'o1', on, value, figures(lost))
  const whole = '2026-01 li plan 103500.00'

  test.each<[string, readonly object[], readonly string[]]>([
    [
      'a refund at the same margin',
      [sold, back('2026-02-10', '-500000.00', '-110000.00')],
      [whole, '2026-02 li plan 2026-01 -17250.00'],
    ],
    [
      'a refund without margin lifts the ratio to 27.5 %',
      [sold, back('2026-03-02', '-800000.00', '0')],
      [whole, '2026-03 li plan 2026-01 -21000.00'],
    ],
    [
      'all of it comes back',
      [sold, back('2026-03-02', '-4000000.00', '-880000.00')],
      [whole, '2026-03 li plan 2026-01 -103500.00'],
    ],
    [
      'a sale that is recorded late lowers the ratio to 19.5 %',
      [
        sold,
        order('o2', '2026-01-31', '100000.00', { ...figures('-80000.00'), recorded: '2026-02-03' }),
      ],
      [whole, '2026-02 li plan 2026-01 -10500.00'],
    ],
    [
      'a loss',
      [order('o1', '2026-01-10', '1000000.00', figures('-50000.00'))],
      ['2026-01 li plan 10000.00'],
    ],
    ['nothing sold', [], []],
  ])('powers 1 by an expression of its own and by a modifier: %s', (_, events, expected) => {
    expect(months(events).paid).toEqual(expected)
    expect(months(events, byModifier).paid).toEqual(expected)
  })

  const refunded = [sold, back('2026-02-10', '-500000.00', '-110000.00')]

  test('powers 1 a refund after its seller has left', () => {
    const left = staff('li', {}, { employment: [{ from: '2024-01-01', to: '2026-01-31' }] })
    expect(months(refunded, byFormula, left).paid).toEqual([
      whole,
      '2026-02 li plan 2026-01 -17250.00',
    ])
  })

  test('powers 1 is told as a person reads it', () => {
    const { why, payslip } = months(refunded)
    expect(linesOf(why(['2026-02', 'li', 'plan'], { of: '2026-01' }), 11)).toEqual([
      'Commission, 2026-01, corrected: −17,250.00 CNY',
      'Entitled 86,250.00 CNY, settled before 103,500.00 CNY, amount −17,250.00 CNY',
      'Commission: 86,250.00 CNY',
      'round(Commission by tiers)',
      'round(86,250.00 CNY)',
      'Commission by tiers: 86,250.00 CNY',
      '(tiered rates on Credited sales) × 115%',
      '75,000.00 CNY × 115%',
      '3,000,000.00 CNY (at least 0.00 CNY and below 3,000,000.00 CNY) × 2% = 60,000.00 CNY',
      '500,000.00 CNY (at least 3,000,000.00 CNY) × 3% = 15,000.00 CNY',
      'margin ÷ Credited sales 22% is at least 20% and below 25%',
    ])
    expect(linesOf(payslip('2026-02', 'li', 'zh-CN'), 4)).toEqual([
      '工资单 2026-02：li：−17,250.00 元',
      '依据截至 2026-02-28 的数据',
      '提成（所属期 2026-01）：−17,250.00 元',
      '应得 86,250.00 元，此前已结 103,500.00 元，本次 −17,250.00 元',
    ])
  })
})

describe('power 2: components of a target incentive', () => {
  const line = (points: readonly (readonly [string, string])[], more: object) => ({
    kind: 'linear',
    points: points.map(([at, factor]) => ({ at, factor })),
    ...more,
  })
  const beyond = line(
    [
      ['0', '0'],
      ['1', '1'],
    ],
    { beyond: '1.5' },
  )
  const band = line(
    [
      ['0.8', '0.5'],
      ['1', '1'],
      ['1.2', '2'],
    ],
    { below: 'zero' },
  )
  const target = (parts: readonly object[], more: object = {}) => ({
    ...{ period: 'month', measure: { sum: 'sales' }, quota: 'quota' },
    tiers: { kind: 'target', target: { attribute: 'target_bonus' }, parts },
    ...more,
  })
  const one = target([{ kpi: 'sales', of: 'quota', weight: '1', curve: beyond }])
  const three = target(
    [
      { kpi: 'sales', of: 'quota', weight: '0.5', curve: band },
      { kpi: 'collections', of: 'quota', weight: '0.3', curve: band },
      { kpi: 'quality', weight: '0.2', curve: band, label: 'Quality' },
    ],
    { linked: [{ sum: 'collections' }] },
  )
  const names = ['2026-01', '2026-02']
  const months = (terms: object, person: object, events: readonly object[]) =>
    monthsOf([plan('bonus', terms)], { people: [person], deals: { events } }, names, crediting())
  const seller = staff(
    'li',
    { target_bonus: '60000.00' },
    told(names, { quota: '1200000.00', quality: '0' }),
  )
  const sold = order('o1', '2026-01-10', '1300000.00')
  const whole = '2026-01 li bonus 67500.00'

  test.each<[string, readonly object[], readonly string[]]>([
    ['108.3 % of the quota', [sold], [whole]],
    [
      'a refund in the next month, to 75 %',
      [sold, later('refund', 'o1', '2026-02-09', '-400000.00')],
      [whole, '2026-02 li bonus 2026-01 -22500.00'],
    ],
    [
      'a sale told late, at 1.5 for 1',
      [sold, order('o2', '2026-01-30', '20000.00', { recorded: '2026-02-02' })],
      [whole, '2026-02 li bonus 2026-01 1500.00'],
    ],
    ['nothing sold', [], []],
  ])('powers 2 a target of 60,000.00: %s', (_, events, expected) => {
    expect(months(one, seller, events).paid).toEqual(expected)
  })

  test.each([
    ['110000.00', '90000.00', '0.79', '19500.00'],
    ['100000.00', '100000.00', '1', '20000.00'],
    ['150000.00', '150000.00', '1.5', '40000.00'],
    ['80000.00', '79999.99', '0', '5000.00'],
  ])('powers 2 weights of 50, 30 and 20: %s sold, %s received, %s of quality', (...given) => {
    const [value, received, quality, expected] = given
    const who = staff(
      'li',
      { target_bonus: '20000.00' },
      told(['2026-01'], { quota: '100000.00', quality }),
    )
    const events = [
      order('o1', '2026-01-10', value),
      later('collection', 'o1', '2026-01-20', received),
    ]
    const { paid, why } = months(three, who, events)
    // Nobody has told of February yet.
    expect(paid).toEqual([
      `2026-01 li bonus ${expected}`,
      '2026-02 li bonus nothing-there nothing-there',
    ])
    if (expected === '19500.00')
      expect(why(['2026-01', 'li', 'bonus'])).toContain('Part of the target: 97.5%')
  })

  test('powers 2 a target that rises within the month holds on its last day', () => {
    const risen = staff(
      'li',
      { target_bonus: [...since('60000.00'), { from: '2026-02-10', value: '66000.00' }] },
      told(names, { quota: '1200000.00' }),
    )
    const again = order('o2', '2026-02-12', '1200000.00')
    expect(months(one, risen, [sold, again]).paid).toEqual([whole, '2026-02 li bonus 66000.00'])
  })
})

describe('power 4: every component has arrears', () => {
  const policies = [
    policy('salary', 'base', { prorated: true }),
    policy('allowance', 'meals', { amount: { attribute: 'meals' }, prorated: true }),
  ]
  const months = (attributes: object, more: object = {}) =>
    monthsOf(
      policies,
      { people: [staff('li', { base: '5000.00', meals: '0.00', ...attributes }, more)] },
      ['2026-01', '2026-02', '2026-03'],
    )
  const away = { id: 'a', kind: 'personal', from: '2026-01-05', to: '2026-01-05' }
  const raised = (value: string, from: string, recorded: string) => [
    ...since('5000.00'),
    { from, value, recorded },
  ]

  test.each<[string, object, object, readonly string[]]>([
    [
      'a raise told in February, from 1 January on',
      { base: raised('6000.00', '2026-01-01', '2026-02-10') },
      {},
      [
        '2026-01 li base 5000.00',
        '2026-02 li base 2026-01 1000.00',
        '2026-02 li base 6000.00',
        '2026-03 li base 6000.00',
      ],
    ],
    [
      'a cut told in March, from 17 January on',
      { base: raised('4000.00', '2026-01-17', '2026-03-10') },
      {},
      [
        '2026-01 li base 5000.00',
        '2026-02 li base 5000.00',
        '2026-03 li base 2026-01 -483.87',
        '2026-03 li base 2026-02 -1000.00',
        '2026-03 li base 4000.00',
      ],
    ],
    [
      'an allowance told late',
      {
        base: '0.00',
        meals: [...since('0.00'), { from: '2026-01-01', value: '310.00', recorded: '2026-02-10' }],
      },
      {},
      ['2026-02 li meals 2026-01 310.00', '2026-02 li meals 310.00', '2026-03 li meals 310.00'],
    ],
    [
      'an absence of 5 January that is taken back',
      { base: '3100.00' },
      { absences: [away, { ...away, void: true, recorded: '2026-02-03' }] },
      [
        '2026-01 li base 3000.00',
        '2026-02 li base 2026-01 100.00',
        '2026-02 li base 3100.00',
        '2026-03 li base 3100.00',
      ],
    ],
    [
      'an absence told late',
      { base: '3100.00' },
      { absences: [{ ...away, recorded: '2026-02-03' }] },
      [
        '2026-01 li base 3100.00',
        '2026-02 li base 2026-01 -100.00',
        '2026-02 li base 3100.00',
        '2026-03 li base 3100.00',
      ],
    ],
    [
      'a leaver of 30 January, told in February',
      { base: '3100.00' },
      {
        employment: [
          { from: '2024-01-01' },
          { from: '2024-01-01', to: '2026-01-30', recorded: '2026-02-03' },
        ],
      },
      ['2026-01 li base 3100.00', '2026-02 li base 2026-01 -100.00'],
    ],
  ])('powers 4 %s', (_, attributes, more, expected) => {
    expect(months(attributes, more).paid).toEqual(expected)
  })

  test('powers 4 arrears are a line of their own', () => {
    const { payslip, why } = months({ base: raised('6000.00', '2026-01-01', '2026-02-10') })
    expect(linesOf(payslip('2026-02', 'li'), 4)).toEqual([
      'Payslip 2026-02: li: ¥7,000.00',
      'By what was known on 2026-02-28',
      'base (earned in 2026-01): ¥1,000.00',
      'Entitled ¥6,000.00, settled before ¥5,000.00, amount ¥1,000.00',
    ])
    expect(why(['2026-02', 'li', 'base'], { of: '2026-01' })).toContain(
      '"base" as it holds since 2026-01-01',
    )
  })
})

describe('power 6: spans of measures, and quarters paid by the month', () => {
  const steps = [
    { from: '0', rate: '0.03' },
    { from: '0.5', rate: '0.07' },
    { from: '1', rate: '0.12' },
  ]
  const quarterly = {
    ...{ period: 'month', measure: { sum: 'sales' }, measuring: 'quarter-to-date' },
    quota: 'quota',
    tiers: { kind: 'marginal', of: 'quota', steps },
  }
  const months = (
    terms: object,
    person: object,
    events: readonly object[],
    names: readonly string[],
  ) =>
    monthsOf(
      [plan('plan', terms, { from: '2025-01-01' })],
      { people: [person], deals: { events } },
      names,
      crediting(),
    )
  const names = monthsFrom('2026-01', 4)
  const seller = staff('li', {}, told(names, { quota: '250000.00' }))
  const january = order('o1', '2026-01-10', '100000.00')
  const march = order('o3', '2026-03-10', '125000.00')
  const sales = [january, order('o2', '2026-02-10', '75000.00'), march]
  const asItGoes = [
    '2026-01 li plan 3000.00',
    '2026-02 li plan 4250.00',
    '2026-03 li plan 11250.00',
  ]

  test.each<[string, readonly object[], readonly string[]]>([
    ['as it goes', sales, asItGoes],
    [
      'January refunded in part in February',
      [...sales, later('refund', 'o1', '2026-02-20', '-50000.00')],
      [
        '2026-01 li plan 3000.00',
        '2026-02 li plan 2026-01 -1500.00',
        '2026-02 li plan 2250.00',
        '2026-03 li plan 8750.00',
      ],
    ],
    [
      'March refunded in the next quarter',
      [...sales, later('refund', 'o3', '2026-04-20', '-100000.00')],
      [...asItGoes, '2026-04 li plan 2026-03 -9500.00'],
    ],
    [
      'a sale of January told in March',
      [...sales, order('o4', '2026-01-31', '25000.00', { recorded: '2026-03-03' })],
      [
        '2026-01 li plan 3000.00',
        '2026-02 li plan 4250.00',
        '2026-03 li plan 2026-01 750.00',
        '2026-03 li plan 2026-02 1000.00',
        '2026-03 li plan 12500.00',
      ],
    ],
    [
      'nothing sold in February',
      [january, march],
      ['2026-01 li plan 3000.00', '2026-03 li plan 7750.00'],
    ],
  ])('powers 6 3, 7 and 12 % of a quarterly quota: %s', (_, events, expected) => {
    expect(months(quarterly, seller, events, names).paid).toEqual(expected)
  })

  test('powers 6 what a month earns is told as the quarter to date, less what it was', () => {
    const { why } = months(quarterly, seller, sales, names)
    expect(linesOf(why(['2026-03', 'li', 'plan']), 3)).toEqual([
      'Commission, 2026-03: 11,250.00 CNY',
      'Commission − Earned this quarter before',
      '18,500.00 CNY − 7,250.00 CNY',
    ])
  })

  const split = {
    ...{ period: 'month', measure: { sum: 'sales' } },
    measuring: { since: 'contract', every: 'year' },
    tiers: {
      kind: 'marginal',
      steps: [
        { from: '0', rate: '0.7' },
        { from: '70000', rate: '1' },
      ],
    },
  }
  const agent = (day: string) => staff('li', { contract: [{ from: day, value: day }] })
  const june = order('o1', '2026-06-10', '80000.00')
  const july = order('o2', '2026-07-10', '10000.00')

  test.each<[string, object, readonly object[], readonly string[]]>([
    [
      'as it goes',
      agent('2025-07-01'),
      [june, july],
      ['2026-06 li plan 59000.00', '2026-07 li plan 7000.00'],
    ],
    [
      'with sales in May',
      agent('2025-07-01'),
      [order('o0', '2026-05-10', '50000.00'), june, july],
      ['2026-05 li plan 35000.00', '2026-06 li plan 74000.00', '2026-07 li plan 7000.00'],
    ],
    [
      'June refunded in part after the anniversary',
      agent('2025-07-01'),
      [june, july, later('refund', 'o1', '2026-08-10', '-20000.00')],
      ['2026-06 li plan 59000.00', '2026-07 li plan 7000.00', '2026-08 li plan 2026-06 -17000.00'],
    ],
    [
      'of a contract that began in June',
      agent('2025-06-01'),
      [june, july],
      ['2026-06 li plan 59000.00', '2026-07 li plan 10000.00'],
    ],
  ])('powers 6 70/30 to 21,000.00 in a year of the contract: %s', (_, who, events, expected) => {
    expect(months(split, who, events, monthsFrom('2026-05', 4)).paid).toEqual(expected)
  })
})

describe('power 7: a book takes roll-ups', () => {
  const team = ['li', 'mo', 'na']
  const sales = ['li', 'mo', 'na', 'li', 'mo'].map((seller, i) =>
    order(`o${i}`, `2026-01-1${i}`, '10000.00', { attributes: { seller } }),
  )
  const terms = {
    ...{ period: 'month', measure: { sum: 'sales', where: { credit: 'team' } } },
    tiers: { kind: 'flat', rate: '0.02' },
  }
  const override = plan('override', terms, { eligible: { where: { role: ['manager'] } } })
  const peopleOf = (moved: object = {}) => [
    ...team.map((id) => staff(id, { role: 'seller', manager: 'ou', ...(id === 'mo' && moved) })),
    ...['ou', 'pi'].map((id) => staff(id, { role: 'manager' })),
  ]
  const months = (
    events: readonly object[],
    { people = peopleOf(), deals = {} }: { people?: readonly object[]; deals?: object } = {},
  ) =>
    monthsOf(
      [override],
      { people, deals: { events, ...deals } },
      ['2026-01', '2026-02'],
      crediting({ team: { of: 'direct', manager: 'manager', shares: ['1'] } }),
    )
  const moves = (more: object) => ({
    manager: [...since('ou'), { from: '2026-01-13', value: 'pi', ...more }],
  })
  const whole = '2026-01 ou override 1000.00'

  test.each<[string, readonly object[], readonly object[] | undefined, readonly string[]]>([
    ['as it goes', sales, undefined, [whole]],
    [
      'a refund in February',
      [...sales, later('refund', 'o1', '2026-02-03', '-4000.00')],
      undefined,
      [whole, '2026-02 ou override 2026-01 -80.00'],
    ],
    [
      'a sale told late',
      [...sales.slice(1), { ...sales[0], recorded: '2026-02-03' }],
      undefined,
      ['2026-01 ou override 800.00', '2026-02 ou override 2026-01 200.00'],
    ],
    [
      'a seller who moves to another team on the 13th',
      sales,
      peopleOf(moves({})),
      ['2026-01 ou override 800.00', '2026-01 pi override 200.00'],
    ],
    [
      'a move that is told late',
      sales,
      peopleOf(moves({ recorded: '2026-02-04' })),
      [whole, '2026-02 ou override 2026-01 -200.00', '2026-02 pi override 2026-01 200.00'],
    ],
    ['nothing sold', [], undefined, []],
  ])('powers 7 2 %% of five sales of 10,000.00 of a team: %s', (_, events, people, expected) => {
    expect(months(events, people === undefined ? {} : { people }).paid).toEqual(expected)
  })

  test('powers 7 is traced to each sale', () => {
    expect(linesOf(months(sales).why(['2026-01', 'ou', 'override'])).slice(4)).toEqual([
      'Credited sales × 2%',
      '50,000.00 CNY × 2%',
      'Credited sales: 50,000.00 CNY',
      'Sum of "sales" in 5 records of credits',
      'Counted 2026-01-01 to 2026-01-31',
      'Only where "credit" is team',
      ...['o0', 'o1', 'o2', 'o3', 'o4'].map(
        (each, i) => `${each}|team|ou, 2026-01-1${i}: 10,000.00 CNY`,
      ),
    ])
  })

  test('powers 7 who is above whom is told once, by the people of the run', () => {
    const other = { people: [staff('li', { manager: 'pi' })] }
    expect(months(sales, { deals: other }).paid).toEqual(['2026-01 pi override 400.00'])
  })
})

/** What the deal of a record has come to of a measure, up to the end of the record or to just before. */
type Through = 'row' | 'before'
const ofDeal = (value: string, through: Through) =>
  records('credits', 'sum', {
    ...{ value, unit: cny, scale: 6, same: ['deal'], input: `${value}.${through}` },
    over: { since: 'ever', through },
  })
const eachDeal = { pays: 'due', each: { record: 'credits', by: 'deal' } } as const

describe('power 8: clawback by time, and an advance that its own deal earns', () => {
  const brings = tenth(member('sales', cny, 6))
  const months = member('months', 'count', 0)
  const backBy = (kept: Expression) =>
    component(
      'commission',
      { pays: 'due', each: { record: 'credits' } },
      matching(member('kind'), { refund: kept, cancellation: kept }, brings),
    )
  const proRata = backBy(
    divide(
      multiply(brings, maximum(subtract(constant('12', 'count'), months), constant('0', 'count'))),
      constant('12', 'count'),
      cents,
    ),
  )
  /** All within three months, half within a year, nothing later. */
  const bySteps = backBy(
    round(
      multiply(
        brings,
        step(months, [{ value: '1' }, { from: '3', value: '0.5' }, { from: '12', value: '0' }]),
      ),
      cents,
    ),
  )
  const paidBy = (
    rule: unknown,
    events: readonly object[],
    {
      people = [li, wu],
      count = 7,
      retro = 12,
    }: { people?: readonly object[]; count?: number; retro?: number } = {},
  ) =>
    monthsOf([rule], { people, deals: { events } }, monthsFrom('2026-01', count), {
      ...crediting(),
      retro,
    })
  const sold = order('o1', '2026-01-10', '24000.00')
  const gone = (on: string, more: object = {}) => later('cancellation', 'o1', on, '-24000.00', more)
  const whole = '2026-01 li commission 2400.00'

  test.each<[string, readonly object[], readonly string[]]>([
    ['after six months', [gone('2026-07-10')], [whole, '2026-07 li commission 2026-01 -1200.00']],
    ['a day earlier', [gone('2026-07-09')], [whole, '2026-07 li commission 2026-01 -1400.00']],
    ['in its own month', [gone('2026-01-20')], []],
    [
      'told late, by the day on which it was',
      [gone('2026-06-28', { recorded: '2026-07-12' })],
      [whole, '2026-07 li commission 2026-01 -1400.00'],
    ],
    [
      'a quarter of it',
      [later('refund', 'o1', '2026-07-10', '-6000.00')],
      [whole, '2026-07 li commission 2026-01 -300.00'],
    ],
    [
      'handed over before, it is taken back from who has it',
      [transfer('o1', '2026-03-10', 'li', 'wu'), gone('2026-07-10')],
      [
        whole,
        '2026-03 li commission 2026-01 -2400.00',
        '2026-03 wu commission 2400.00',
        '2026-07 wu commission 2026-03 -1200.00',
      ],
    ],
  ])('powers 8a 24,000.00 that is cancelled is taken back pro rata: %s', (_, events, expected) => {
    expect(paidBy(proRata, [sold, ...events]).paid).toEqual(expected)
  })

  test.each([
    ['2026-12-10', ['2026-12 li commission 2026-01 -200.00']],
    ['2027-01-09', ['2027-01 li commission 2026-01 -200.00']],
    ['2027-01-10', []],
  ])('powers 8a the window of twelve months ends: cancelled on %s', (on, expected) => {
    expect(paidBy(proRata, [sold, gone(on)], { count: 13 }).paid).toEqual([whole, ...expected])
  })

  test.each([
    ['2026-03-15', '2026-03 li commission 2026-01 -2400.00'],
    ['2026-04-15', '2026-04 li commission 2026-01 -1200.00'],
  ])('powers 8a by steps, cancelled on %s', (on, expected) => {
    expect(paidBy(bySteps, [sold, gone(on)]).paid).toEqual([whole, expected])
  })

  test('powers 8a from a leaver, and of a month that has closed', () => {
    const left = staff('li', {}, { employment: [{ from: '2024-01-01', to: '2026-03-31' }] })
    const expected = [whole, '2026-07 li commission 2026-01 -1200.00']
    expect(paidBy(proRata, [sold, gone('2026-07-10')], { people: [left] }).paid).toEqual(expected)
    expect(paidBy(proRata, [sold, gone('2026-07-10')], { retro: 1 }).paid).toEqual(expected)
  })

  test('powers 8a is told as a person reads it', () => {
    const { why } = paidBy(proRata, [sold, gone('2026-07-10')])
    const text = why(['2026-07', 'li', 'commission'], { of: '2026-01' })
    expect(linesOf(text, 4)).toEqual([
      'commission, 2026-01, corrected: −1,200.00 CNY',
      'Entitled 1,200.00 CNY, settled before 2,400.00 CNY, amount −1,200.00 CNY',
      'commission: 1,200.00 CNY',
      '2 parts, added up',
    ])
    expect(text).toContain('round(−24,000.00 CNY × 10%) × max(12 − 6, 0) ÷ 12')
  })

  // Paid for all six months when it is signed; later months as they are received.
  const come = (through: Through) =>
    maximum(tenth(ofDeal('sales', through)), tenth(ofDeal('collections', through)))
  const advance = component('advance', eachDeal, subtract(come('row'), come('before')))
  const signed = order('o1', '2026-01-10', '6000.00')
  const received = (count: number) =>
    monthsFrom('2026-01', count).map((month) => later('collection', 'o1', `${month}-20`, '1000.00'))
  const lapses = (on: string, value = '-4000.00', more: object = {}) =>
    later('cancellation', 'o1', on, value, more)
  const advanced = '2026-01 li advance 600.00'

  test.each<[string, readonly object[], readonly string[]]>([
    [
      'lapses after two',
      [...received(2), lapses('2026-03-15')],
      [advanced, '2026-03 li advance 2026-01 -400.00'],
    ],
    [
      'lapses after two, with all of it cancelled',
      [...received(2), lapses('2026-03-15', '-6000.00')],
      [advanced, '2026-03 li advance 2026-01 -500.00', '2026-03 li advance 2026-02 100.00'],
    ],
    [
      'lapses before anything is received',
      [lapses('2026-03-15', '-6000.00')],
      [advanced, '2026-03 li advance 2026-01 -600.00'],
    ],
    [
      'lapses, which is told late',
      [...received(2), lapses('2026-03-15', '-4000.00', { recorded: '2026-05-02' })],
      [advanced, '2026-05 li advance 2026-01 -400.00'],
    ],
    [
      'goes on after six',
      received(8),
      [advanced, '2026-07 li advance 100.00', '2026-08 li advance 100.00'],
    ],
    [
      'is handed over, and lapses with who has it',
      [...received(2), transfer('o1', '2026-02-25', 'li', 'wu'), lapses('2026-03-15')],
      [
        advanced,
        '2026-02 li advance 2026-01 -600.00',
        '2026-02 wu advance 600.00',
        '2026-03 wu advance 2026-02 -400.00',
      ],
    ],
  ])('powers 8b an advance of 600.00 for six months %s', (_, events, expected) => {
    expect(paidBy(advance, [signed, ...events], { count: 8 }).paid).toEqual(expected)
  })
})

describe('power 9: release schedules, holds and instalments', () => {
  const paidBy = (
    policies: readonly unknown[],
    events: readonly object[],
    {
      people = [li, wu],
      count = 6,
      retro = 12,
    }: { people?: readonly object[]; count?: number; retro?: number } = {},
  ) =>
    monthsOf(policies, { people, deals: { events } }, monthsFrom('2026-01', count), {
      ...crediting(),
      retro,
    })
  const leaver = (to: string) => staff('li', {}, { employment: [{ from: '2024-01-01', to }] })

  const isLive = (through: Through) =>
    above(
      records('credits', 'count', {
        ...{ same: ['deal'], where: { 'own.step': ['live'] }, input: `live.${through}` },
        over: { since: 'ever', through },
      }),
      constant('0', 'count'),
    )
  const released = (through: Through) =>
    round(
      multiply(
        tenth(ofDeal('sales', through)),
        when(isLive(through), constant('1'), constant('0.5')),
      ),
      cents,
    )
  const milestones = component(
    'commission',
    eachDeal,
    subtract(released('row'), released('before')),
  )
  const signed = order('o1', '2026-01-10', '10000.00')
  const live = (more: object = {}) =>
    later('invoice', 'o1', '2026-04-10', '0.00', { attributes: { step: 'live' }, ...more })
  const back = (on: string) => later('refund', 'o1', on, '-4000.00')
  const first = '2026-01 li commission 500.00'

  test.each<[string, readonly object[], readonly string[]]>([
    ['signed, and live in April', [live()], [first, '2026-04 li commission 500.00']],
    ['never live', [], [first]],
    [
      'refunded in part before',
      [back('2026-03-01'), live()],
      [first, '2026-03 li commission 2026-01 -200.00', '2026-04 li commission 300.00'],
    ],
    [
      'refunded in part after',
      [live(), back('2026-05-01')],
      [
        first,
        '2026-04 li commission 500.00',
        '2026-05 li commission 2026-01 -200.00',
        '2026-05 li commission 2026-04 -200.00',
      ],
    ],
    [
      'live, which is told late',
      [live({ recorded: '2026-05-05' })],
      [first, '2026-05 li commission 2026-04 500.00'],
    ],
    [
      'handed over before',
      [transfer('o1', '2026-03-10', 'li', 'wu'), live()],
      [
        first,
        '2026-03 li commission 2026-01 -500.00',
        '2026-03 wu commission 500.00',
        '2026-04 wu commission 500.00',
      ],
    ],
  ])('powers 9a half at signing, half at going live: %s', (_, events, expected) => {
    expect(paidBy([milestones], [signed, ...events]).paid).toEqual(expected)
  })

  test('powers 9a a leaver is paid what goes live later, or not where the policy says so', () => {
    const people = [leaver('2026-03-31')]
    expect(paidBy([milestones], [signed, live()], { people }).paid).toEqual([
      first,
      '2026-04 li commission 2026-03 500.00',
    ])
    const lost = {
      ...milestones,
      versions: milestones.versions.map((each) => ({ ...each, eligible: { after: 'lost' } })),
    }
    expect(paidBy([lost], [signed, live()], { people }).paid).toEqual([first])
  })

  const whole = (kinds: readonly string[]) =>
    tenth(
      records('credits', 'sum', {
        ...{ value: 'sales', unit: cny, scale: 6, same: ['deal'] },
        ...{ where: { kind: kinds }, over: { since: 'ever' }, input: 'sold' },
      }),
    )
  const day = { first: { kind: ['order'] } } as const
  const fallen = (name: string, saying: object) =>
    service('months', day, { unit: 'count', full: 'day', input: name, ...saying })
  /** One on the day of the deal and one a month later, as long as it is not cancelled. */
  const due = add(
    minimum(
      fallen('now', { until: { end: 'period' } }),
      fallen('cancelled', { until: { last: { kind: ['cancellation'] } }, missing: '35' }),
      constant('35', 'count'),
    ),
    constant('1', 'count'),
  )
  const everyDeal = { each: { record: 'credits', by: 'deal', over: { since: 'ever' } } } as const
  const soFar = component(
    'instalments.total',
    everyDeal,
    divide(multiply(whole(['order', 'refund', 'transfer']), due), constant('36', 'count'), cents),
  )
  const sum = (name: string, more: object = {}) => amount(name, cny, 2, more)
  const before = { over: 'before', input: 'before', missing: '0' }
  const instalments = [
    soFar,
    component(
      'instalments',
      { pays: 'due' },
      subtract(sum('instalments.total'), sum('instalments.total', before)),
    ),
  ]
  const big = order('o1', '2026-01-10', '150000.00')
  const counted = (paid: readonly string[]) => {
    const amounts = paid.map((line) => line.split(' ').at(-1) as string)
    return Object.fromEntries(
      [...new Set(amounts)].map((each) => [each, amounts.filter((of) => of === each).length]),
    )
  }

  test.each(['2026-01-10', '2026-01-31'])(
    'powers 9b 15,000.00 over 36 months from %s: 24 × 416.67 and 12 × 416.66',
    (on) => {
      const { paid, why } = paidBy(instalments, [{ ...big, on }], { count: 37, retro: 0 })
      expect(counted(paid)).toEqual({ '416.67': 24, '416.66': 12 })
      expect(paid.at(-1)).toBe('2028-12 li instalments 416.67')
      expect(why(['2026-03', 'li', 'instalments'])).toContain('1,250.00 CNY − 833.33 CNY')
    },
  )

  test.each([
    ['2026-12-31', { '416.67': 8, '416.66': 4 }],
    ['2027-01-05', { '416.67': 8, '416.66': 4 }],
    ['2027-01-10', { '416.67': 9, '416.66': 4 }],
  ])('powers 9b cancelled on %s, the rest is written off', (on, expected) => {
    const events = [big, later('cancellation', 'o1', on, '-150000.00')]
    expect(counted(paidBy(instalments, events, { count: 15, retro: 1 }).paid)).toEqual(expected)
  })

  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    [
      'a third of it is refunded in March',
      [big, later('refund', 'o1', '2026-03-10', '-50000.00')],
      [li],
      [
        '2026-01 li instalments 416.67',
        '2026-02 li instalments 416.66',
        '2026-03 li instalments 2026-01 -138.89',
        '2026-03 li instalments 2026-02 -138.88',
        '2026-03 li instalments 277.77',
        '2026-04 li instalments 277.78',
      ],
    ],
    [
      'it is told late',
      [{ ...big, recorded: '2026-02-03' }],
      [li],
      [
        '2026-02 li instalments 2026-01 416.67',
        '2026-02 li instalments 416.66',
        '2026-03 li instalments 416.67',
        '2026-04 li instalments 416.67',
      ],
    ],
    [
      'who sold it leaves',
      [big],
      [leaver('2026-02-15')],
      ['2026-01 li instalments 416.67', '2026-02 li instalments 416.66'],
    ],
    [
      'a deal of 0.10 beside it',
      [big, order('o2', '2026-02-20', '0.10')],
      [li],
      [
        '2026-01 li instalments 416.67',
        '2026-02 li instalments 416.66',
        '2026-03 li instalments 416.67',
        '2026-04 li instalments 416.67',
      ],
    ],
  ])('powers 9b instalments where %s', (_, events, people, expected) => {
    expect(paidBy(instalments, events, { people, count: 4 }).paid).toEqual(expected)
  })

  // What is earned is added up; a hold lets none of it out, and its end all.
  const earned = component(
    'commission.total',
    {},
    tenth(
      records('credits', 'sum', {
        ...{ value: 'sales', unit: cny, scale: 6, over: { since: 'ever' } },
      }),
    ),
  )
  const holding = [
    earned,
    component(
      'commission.released',
      {},
      matching(
        attribute('hold', { missing: 'no' }),
        { yes: sum('commission.released', before) },
        sum('commission.total'),
      ),
    ),
    component(
      'commission',
      { pays: 'due' },
      subtract(sum('commission.released'), sum('commission.released', before)),
    ),
  ]
  const three = ['01', '02', '03'].map((month) => order(`o${month}`, `2026-${month}-10`, '1000.00'))
  const held = (...values: readonly object[]) => [staff('li', { hold: values })]
  const hold = { from: '2026-02-01', value: 'yes' }

  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    [
      'from February to March',
      held(hold, { from: '2026-04-01', value: 'no' }),
      three,
      ['2026-01 li commission 100.00', '2026-04 li commission 200.00'],
    ],
    ['without an end', held(hold), three, ['2026-01 li commission 100.00']],
    [
      'that is lifted late',
      held(hold, { from: '2026-03-01', value: 'no', recorded: '2026-04-02' }),
      three,
      ['2026-01 li commission 100.00', '2026-04 li commission 2026-03 200.00'],
    ],
    [
      'while a part comes back',
      held(hold, { from: '2026-04-01', value: 'no' }),
      [...three, later('refund', 'o02', '2026-03-05', '-400.00')],
      ['2026-01 li commission 100.00', '2026-04 li commission 160.00'],
    ],
  ])('powers 9c a hold of a person %s', (_, people, events, expected) => {
    expect(paidBy(holding, events, { people }).paid).toEqual(expected)
  })
})

describe('power 10: conditions and modifiers in the shape of a plan', () => {
  const terms = {
    ...{ period: 'month', quota: 'quota', tiers: { kind: 'flat', rate: '0.02' } },
    measure: { sum: 'sales', where: { attributes: { line: ['a'] } } },
    linked: ['b', 'c'].map((line) => ({
      ...{ sum: 'sales', as: line },
      where: { attributes: { line: [line] } },
    })),
    accelerator: {
      steps: [{ from: '1', factor: '2' }],
      when: {
        leastOf: [
          { kpi: 'b', of: 'quota_b' },
          { kpi: 'c', of: 'quota_c' },
        ],
        atLeast: '0.95',
      },
    },
  }
  const names = ['2026-01', '2026-02']
  const hundred = '100000.00'
  const seller = staff(
    'li',
    {},
    told(names, { quota: hundred, quota_b: hundred, quota_c: hundred }),
  )
  const sold = (line: string, value: string, more: object = {}) =>
    order(line, '2026-01-10', value, { attributes: { seller: 'li', line }, ...more })
  const months = (events: readonly object[], more: object = {}) =>
    monthsOf(
      [plan('plan', { ...terms, ...more })],
      { people: [seller], deals: { events } },
      names,
      crediting(),
    )
  const [a, b, c] = [sold('a', '120000.00'), sold('b', '97000.00'), sold('c', '95000.00')]
  const [low, high] = ['2026-01 li plan 2400.00', '2026-01 li plan 2800.00']

  test.each<[string, readonly object[], readonly string[]]>([
    ['C at 80 %', [a, b, sold('c', '80000.00')], [low]],
    ['C at 95 %', [a, b, c], [high]],
    ['C a cent short', [a, b, sold('c', '94999.99')], [low]],
    [
      'C at 95 %, which is told late',
      [a, b, { ...c, recorded: '2026-02-01' }],
      [low, '2026-02 li plan 2026-01 400.00'],
    ],
    [
      'B refunded below 95 % in February',
      [a, b, c, later('refund', 'b', '2026-02-05', '-3000.00')],
      [high, '2026-02 li plan 2026-01 -400.00'],
    ],
    ['nothing sold', [], []],
  ])('powers 10 the second rate needs all at 95 %%: %s', (_, events, expected) => {
    expect(months(events).paid).toEqual(expected)
  })

  test.each<[string, object, string]>([
    [
      'any of two',
      {
        gate: {
          any: [
            { kpi: 'c', atLeast: '90000' },
            { kpi: 'b', atLeast: '90000' },
          ],
        },
      },
      '2400.00',
    ],
    [
      'all of two',
      {
        gate: {
          all: [
            { kpi: 'c', atLeast: '90000' },
            { kpi: 'b', atLeast: '90000' },
          ],
        },
      },
      '0.00',
    ],
    ['not', { gate: { not: { kpi: 'b', above: '97000' } } }, '2400.00'],
    ['at most', { gate: { kpi: 'b', atMost: '96999.99', keeps: '0.5' } }, '1200.00'],
    ['below', { gate: { kpi: 'c', below: '80000', keeps: '0.5' } }, '1200.00'],
  ])('powers 10 a gate of %s', (_, more, expected) => {
    const { paid } = months([a, b, sold('c', '80000.00')], more)
    expect(paid).toEqual(expected === '0.00' ? [] : [`2026-01 li plan ${expected}`])
  })

  test('powers 10 a condition that fails is told', () => {
    expect(months([a, b, sold('c', '80000.00')]).why(['2026-01', 'li', 'plan'])).toContain(
      'Because c 80,000.00 CNY is below quota_c × 95% 95,000.00 CNY',
    )
  })
})

describe('power 11: hierarchies', () => {
  const rates = ['0.10', '0.05', '0.03']
  const chain = (more: Readonly<Record<string, object>> = {}) =>
    ['sam', 'kat', 'robin', 'joseph', 'nia'].map((id, i, all) =>
      staff(id, {
        active: id === 'kat' ? 'no' : 'yes',
        ...(i > 0 && { sponsor: all[i - 1] }),
        ...more[id],
      }),
    )
  const sales = Object.entries({
    ...{ kat: '90.00', robin: '120.00', joseph: '160.00', nia: '110.00' },
  }).map(([seller, value]) => order(seller, '2026-01-10', value, { attributes: { seller } }))
  const nobody = constant('0', 'count')
  const common = [
    component(
      'sales',
      {},
      records('credits', 'sum', { value: 'sales', unit: cny, scale: 6, input: 'own' }),
    ),
    component(
      'qualified',
      {},
      matching(attribute('active'), { yes: constant('1', 'count') }, nobody),
    ),
  ]
  /** A share of the sales of each level below. */
  const levels = (among: object, below: object = {}) =>
    round(
      add(
        ...rates.map((rate, i) => {
          const level = {
            ...{ input: `level.${i + 1}`, label: `Sales of level ${i + 1}` },
            among: {
              group: { below: 'sponsor', levels: [i + 1, i + 1], ...below },
              ...{ as: 'sum', ...among },
            },
          } as Parameters<typeof amount>[3]
          return multiply(amount('sales', cny, 6, level), constant(rate))
        }),
      ),
      cents,
    )
  const isQualified = above(amount('qualified', 'count', 0), nobody)
  const sum = (name: string) => amount(name, cny, 2)
  /** What the levels come to, less what of it is not paid as somebody is not qualified. */
  const book = (due: Expression, unpaid: Expression) => [
    ...common,
    component('override.due', {}, named('Commission of the levels', due)),
    component(
      'override.unpaid',
      {},
      named('Not paid: not qualified', when(isQualified, unpaid, sum('override.due'))),
    ),
    component('override', { pays: 'due' }, subtract(sum('override.due'), sum('override.unpaid'))),
  ]
  const qualified = { only: 'qualified' }
  const compressed = book(levels(qualified, { compress: true }), none)
  const uncompressed = book(levels({}), subtract(sum('override.due'), levels(qualified)))
  const months = (
    policies: readonly unknown[],
    { people = chain(), more = [] }: { people?: readonly object[]; more?: readonly object[] } = {},
  ) =>
    monthsOf(
      policies,
      { people, deals: { events: [...sales, ...more] } },
      ['2026-01', '2026-02'],
      crediting(),
    )
  const others = ['2026-01 joseph override 11.00', '2026-01 robin override 21.50']

  test('powers 11a who is not qualified is no level where it is compressed: 12.00 + 8.00 + 3.30', () => {
    const { paid, why } = months(compressed)
    expect(paid).toEqual([...others, '2026-01 sam override 23.30'])
    expect(why(['2026-01', 'sam', 'override'])).toContain(
      '120.00 CNY × 10% + 160.00 CNY × 5% + 110.00 CNY × 3%',
    )
  })

  test('powers 11a uncompressed it is 10.80, and what is not paid is told as such', () => {
    const { paid, why, payslip } = months(uncompressed)
    expect(paid).toEqual([...others, '2026-01 sam override 10.80'])
    expect(why(['2026-01', 'sam', 'override'])).toContain('19.80 CNY − 9.00 CNY')
    const own = why(['2026-01', 'kat', 'override'])
    expect(linesOf(own, 3)).toEqual([
      'override, 2026-01: 0.00 CNY',
      'Commission of the levels − Not paid: not qualified',
      '23.30 CNY − 23.30 CNY',
    ])
    expect(own).toContain('Not paid: not qualified: 23.30 CNY')
    expect(payslip('2026-01', 'sam', 'en', 'auditor')).toContain(
      'Of others, override.unpaid: ¥9.00',
    )
    expect(payslip('2026-01', 'kat', 'en', 'auditor')).toContain(
      'Of others, override.unpaid: ¥23.30',
    )
  })

  test.each<[string, Parameters<typeof months>[1], readonly string[]]>([
    [
      'a refund in February',
      { more: [later('refund', 'nia', '2026-02-03', '-10.00')] },
      [
        ...others,
        '2026-01 sam override 23.30',
        '2026-02 joseph override 2026-01 -1.00',
        '2026-02 robin override 2026-01 -0.50',
        '2026-02 sam override 2026-01 -0.30',
      ],
    ],
    [
      'Kat qualifies, which is told late',
      {
        people: chain({
          kat: {
            active: [...since('no'), { from: '2026-01-20', value: 'yes', recorded: '2026-02-03' }],
          },
        }),
      },
      [
        ...others,
        '2026-01 sam override 23.30',
        '2026-02 kat override 2026-01 23.30',
        '2026-02 sam override 2026-01 -3.50',
      ],
    ],
    [
      'Joseph moves up to Sam in January',
      {
        people: chain({
          joseph: { sponsor: [...since('robin'), { from: '2026-01-05', value: 'sam' }] },
        }),
      },
      ['2026-01 joseph override 11.00', '2026-01 sam override 33.50'],
    ],
    [
      'nobody sells',
      {
        more: sales.map(({ id, amount: value }) =>
          later('refund', id as string, '2026-01-12', `-${value}`),
        ),
      },
      [],
    ],
  ])('powers 11a compressed: %s', (_, given, expected) => {
    expect(months(compressed, given).paid).toEqual(expected)
  })

  // The same shares as credits, which follow each deal for its life.
  const active = (...values: readonly string[]) => ({ active: values })
  const byCredits = (kinds: Readonly<Record<string, object>>, more: readonly object[] = []) =>
    monthsOf(
      Object.keys(kinds).map((credit) =>
        plan(credit, {
          ...{ period: 'month', measure: { sum: 'sales', where: { credit } } },
          ...{ label: credit, tiers: { kind: 'flat', rate: '1' } },
        }),
      ),
      { people: chain(), deals: { events: [...sales, ...more] } },
      ['2026-01', '2026-02'],
      crediting(
        Object.fromEntries(
          Object.entries(kinds).map(([credit, kind]) => [
            credit,
            { of: 'direct', manager: 'sponsor', shares: rates, ...kind },
          ]),
        ),
      ),
    ).paid.filter((line) => /sam|kat/.test(line))
  const paying = { whose: active('yes'), qualified: active('yes') }

  test.each<[string, object, readonly object[], readonly string[]]>([
    ['compressed', {}, [], ['2026-01 sam levels 23.30']],
    ['uncompressed', { unqualified: 'unpaid' }, [], ['2026-01 sam levels 10.80']],
    ['also of what Kat sold', { whose: undefined }, [], ['2026-01 sam levels 32.30']],
    [
      'a refund in February',
      {},
      [later('refund', 'nia', '2026-02-03', '-10.00')],
      ['2026-01 sam levels 23.30', '2026-02 sam levels 2026-01 -0.30'],
    ],
  ])('powers 11c shares of each level as credits, %s', (_, more, events, expected) => {
    expect(byCredits({ levels: { ...paying, ...more } }, events)).toEqual(expected)
  })

  test('powers 11c what is not paid is credited as such, and follows the deals', () => {
    const unpaid = { unqualified: 'unpaid' }
    const kinds = {
      levels: { ...paying, ...unpaid },
      // What the other members of each level would get, and what those who are not active sold.
      missed: { ...paying, ...unpaid, qualified: active('no') },
      inactive: { whose: active('no') },
    }
    expect(byCredits(kinds)).toEqual([
      '2026-01 kat missed 23.30',
      '2026-01 sam levels 10.80',
      '2026-01 sam inactive 9.00',
    ])
    expect(byCredits(kinds, [later('refund', 'robin', '2026-02-03', '-20.00')]).slice(3)).toEqual([
      '2026-02 kat missed 2026-01 -2.00',
      '2026-02 sam levels 2026-01 -1.00',
    ])
  })

  const asks = (terms: object, role: string) => ({
    versions: [version(terms, { eligible: { where: { role: [role] } } })],
  })
  const below = { group: { below: 'manager' }, as: 'sum' }
  const quotas = [
    policy(
      'quota',
      'quota',
      {},
      asks({ quota: { rounding: 'half-up', prorated: true } }, 'seller'),
    ),
    policy(
      'quota',
      'team_quota',
      {},
      asks(
        {
          quota: { rounding: 'half-up', prorated: false, part: '0.9' },
          reads: { whole_quota: { from: 'component', name: 'quota', among: below } },
        },
        'manager',
      ),
    ),
    policy(
      'plan',
      'override',
      {},
      asks(
        {
          plan: {
            ...{ period: 'month', measure: { sum: 'sales', where: { credit: 'team' } } },
            quota: 'target',
            tiers: {
              ...{ kind: 'retroactive', of: 'quota' },
              steps: [
                { from: '0', rate: '0.01' },
                { from: '1', rate: '0.02' },
              ],
            },
          },
          reads: { target: { from: 'component', name: 'team_quota' } },
        },
        'manager',
      ),
    ),
  ]
  const five = ['a', 'b', 'c', 'd', 'e']
  const teamOf = (more: object = {}, about: object = {}) => [
    staff('ou', { role: 'manager' }),
    ...five.map((id) =>
      staff(
        id,
        { role: 'seller', manager: 'ou', quota: '100000.00', ...(id === 'e' && more) },
        id === 'e' ? about : {},
      ),
    ),
  ]
  const byQuota = (value: string, people = teamOf(), more: readonly object[] = []) =>
    monthsOf(
      quotas,
      {
        people,
        deals: {
          events: [order('o', '2026-01-10', value, { attributes: { seller: 'a' } }), ...more],
        },
      },
      ['2026-01', '2026-02'],
      crediting({ team: { of: 'direct', manager: 'manager', shares: ['1'] } }),
    )

  test.each<[string, Parameters<typeof byQuota>, readonly string[]]>([
    ['is reached', ['450000.00'], ['2026-01 ou override 9000.00']],
    ['is missed by a cent', ['449999.99'], ['2026-01 ou override 4500.00']],
    [
      'is missed after a refund',
      ['450000.00', undefined, [later('refund', 'o', '2026-02-03', '-0.01')]],
      ['2026-01 ou override 9000.00', '2026-02 ou override 2026-01 -4500.00'],
    ],
    [
      'is lower where one of five joins on the 17th: 403,548.39',
      ['403548.39', teamOf({}, { employment: [{ from: '2026-01-17' }] })],
      ['2026-01 ou override 8070.97'],
    ],
    [
      'is lower where one of five has moved on, which is told late',
      [
        '400000.00',
        teamOf({
          manager: [...since('ou'), { from: '2026-01-20', value: 'pi', recorded: '2026-02-02' }],
        }),
      ],
      ['2026-01 ou override 4000.00', '2026-02 ou override 2026-01 4000.00'],
    ],
  ])('powers 11b the quota of a manager, 90 %% of five of 100,000.00, %s', (_, given, expected) => {
    expect(byQuota(...given).paid).toEqual(expected)
  })

  test('powers 11b the quota is told with the part that is asked', () => {
    const { why } = byQuota('450000.00')
    expect(linesOf(why(['2026-01', 'ou', 'override'])).slice(-6)).toEqual([
      'Quota: 450,000.00 CNY',
      'round(Whole quota × Part that is asked)',
      'round(500,000.00 CNY × 90%)',
      'Whole quota: 500,000.00 CNY',
      'Sum of Quota, 5 members of those below by "manager"',
      'Part that is asked: 90%',
    ])
  })

  test('powers 11b who has nobody below has no quota, and is withheld', () => {
    const alone = teamOf().map((each) =>
      each.id === 'ou'
        ? each
        : { ...each, attributes: { ...each.attributes, manager: since('pi') } },
    )
    // January waits beside February.
    expect(byQuota('1000.00', alone).paid).toEqual(
      ['2026-01', '2026-02', '2026-02'].map(
        (month) => `${month} ou override failed-component not-above`,
      ),
    )
  })
})
