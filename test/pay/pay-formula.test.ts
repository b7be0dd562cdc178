import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Analysis,
  above,
  add,
  analyze,
  atLeast,
  constant,
  divide,
  type Expression,
  evaluate,
  marginal,
  maximum,
  minimum,
  multiply,
  round,
  subtract,
  when,
} from '../../src/formula/index.js'
import {
  amount,
  attribute,
  type Component,
  type ComponentOptions,
  component,
  days,
  figure,
  type Moving,
  matching,
  member,
  type PayFormula,
  type PayFormulaRequest,
  parseData,
  payFormula,
  type Run,
  records,
  tagged,
} from '../../src/pay/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { base, bookOf, cents, cny, dataOf, order, person, run, since } from './rules/paying.js'

const yuan = (value: string) => constant(value, cny)

const sold = records('orders', 'sum', { value: 'amount', unit: cny, scale: 2, input: 'sold' })
const satisfied = atLeast(figure('satisfaction', 'ratio', 4), constant('0.9'))

/**
 * The service agent of the home company: a base that rises within the month, commission by tiers behind a
 * gate, a bonus for each large deal, a top-up to the minimum wage, and a deduction that takes a fifth at most.
 */
const agent = [
  { ...base, tags: ['wage', 'gross'] },
  component(
    'commission',
    { pays: 'due', tags: ['wage', 'gross'] },
    when(
      satisfied,
      round(
        marginal(sold, [
          { from: '0', rate: '0.01' },
          { from: '50000', rate: '0.02' },
        ]),
        cents,
      ),
      yuan('0.00'),
    ),
  ),
  component(
    'large',
    { pays: 'due', each: { record: 'orders' }, tags: ['gross'] },
    when(above(member('amount', cny, 2), yuan('1000')), yuan('5.00'), yuan('0.00')),
  ),
  component(
    'topUp',
    { pays: 'due', tags: ['gross'] },
    maximum(subtract(yuan('2490.00'), tagged('wage', cny, 2)), yuan('0.00')),
  ),
  component(
    'deduction',
    { pays: 'cash' },
    multiply(
      minimum(
        figure('damage', cny, 2, { missing: '0' }),
        round(multiply(tagged('gross', cny, 2, { what: 'due' }), constant('0.2')), cents),
      ),
      constant('-1'),
    ),
  ),
]
const book = bookOf(agent)

interface Month {
  readonly amount: string
  readonly satisfaction: string
  readonly damage: string
}

const dataWith = ({ amount: last, satisfaction, damage }: Month) =>
  dataOf(
    [
      {
        ...person('li', {}),
        attributes: {
          salary: [
            { from: '2020-01-01', value: '1500.00' },
            { from: '2026-03-16', value: '1900.00' },
          ],
        },
        figures: [
          { name: 'satisfaction', period: '2026-03', value: satisfaction },
          { name: 'damage', period: '2026-03', value: damage },
        ],
      },
    ],
    { orders: [order('a', '2026-03-02', '1200.50'), order('b', '2026-03-20', last)] },
  )

const deal: Moving = { table: 'orders', id: 'b', value: 'amount' }
const month = { amount: '100.00', satisfaction: '0.95', damage: '500.00' }

function paidOf(of: typeof book, data: ReturnType<typeof dataOf>): Run {
  return run(of, data, '2026-03')
}

const slopesOf = (pieces: Analysis['pieces']) =>
  pieces.map((piece) => `${piece.from} ${'slope' in piece ? piece.slope : '?'}`)

const totalOf = ({ lines }: Run) =>
  total(
    lines.map((line) => line.amount),
    2,
  )

function formulaOver(given: Month, over: Moving, of = book): PayFormula {
  const data = parseData(dataWith(given))
  return payFormula(of, data, paidOf(of, data), { person: 'li', over })
}

describe('the pay of a person as a formula of one number', () => {
  test('is what a run pays, whatever the number', () => {
    const amounts = fc.integer({ min: 0, max: 30_000_000 }).map((cent) => (cent / 100).toFixed(2))
    const months = fc.record({
      amount: amounts,
      satisfaction: fc.constantFrom('0.95', '0.8999'),
      damage: fc.constantFrom('0.00', '500.00', '99999.00'),
    })
    fc.assert(
      fc.property(months, amounts, (given, other) => {
        const { formula, over, held } = formulaOver(given, deal)
        expect(held).toEqual([])
        const paid = totalOf(paidOf(book, dataWith({ ...given, amount: other })))
        expect(decimal(evaluate(formula, { [over]: other }).value).toFixed(2)).toBe(paid)
      }),
      { numRuns: 60 },
    )
  })

  test('of a figure behind a gate jumps where the gate is met, if no top-up takes it', () => {
    const facts = (last: string) => {
      const given = { ...month, amount: last, damage: '0.00' }
      const { formula, over } = formulaOver(given, { figure: 'satisfaction' })
      return analyze(formula, { over, domain: { from: '0', to: '1' } })
    }
    expect(facts('100.00')).toMatchObject({
      cliffs: [],
      range: { low: '2495.00', high: '2495.00' },
    })
    expect(facts('200000.00').cliffs).toMatchObject([
      // 1,706.45 and 3,524.01 of 201,200.50 sold, 5.00 twice; below the gate the minimum wage, 5.00 twice.
      { at: '0.9000', before: '2500.00', after: '5240.46' },
    ])
  })

  test('shows from where one more yuan sold pays nothing, and from where it pays', () => {
    const { formula, over } = formulaOver(month, deal)
    const { pieces, linear, cliffs } = analyze(formula, { over, domain: { from: 0, to: 200_000 } })
    expect(linear).toBe(true)
    expect(slopesOf(pieces)).toEqual(['0.00 0', '1000.00 0', '48799.50 0', '62977.00 0.02'])
    expect(cliffs.map(({ at }) => at)).toEqual(['1000.00'])
  })

  test('adds up some components alone', () => {
    const data = parseData(dataWith(month))
    const paid = paidOf(book, data)
    const { formula, over } = payFormula(book, data, paid, {
      person: 'li',
      over: deal,
      of: ['commission'],
    })
    expect(slopesOf(analyze(formula, { over }).pieces)).toEqual(['0.00 0.01', '48799.50 0.02'])
  })
})

describe('a formula is put together over', () => {
  const others = [order('a', '2026-03-02', '300.00'), order('b', '2026-03-20', '200.00')]
  /** The formula over the deal `b`, held against runs of other amounts. */
  const held = (
    components: Parameters<typeof bookOf>[0],
    more: Parameters<typeof bookOf>[1] = {},
  ) => {
    const of = bookOf(components, more)
    const given = (last: string) =>
      dataOf(
        [
          {
            ...person('li'),
            attributes: {
              ...since({ team: 'east', kind: 'full' }),
              salary: [
                { from: '2020-01-01', value: '3100.00' },
                { from: '2026-03-10', value: '6200.00' },
              ],
            },
            assignments: [{ id: 'desk', from: '2020-01-01', attributes: {} }],
          },
          person('wu', { team: 'east', salary: '3100.00' }),
        ],
        {
          orders: [others[0] as never, { ...others[1], amount: last } as never],
          lines: [{ id: 'x', on: '2026-03-02', person: 'li', deal: 'b', share: '0.5' }],
        },
      )
    const data = parseData(given('200.00'))
    const made = payFormula(of, data, paidOf(of, data), { person: 'li', over: deal })
    const differ = ['0.00', '200.00', '999.99'].filter((last) => {
      const lines = paidOf(of, given(last)).lines.filter((line) => line.person === 'li')
      const paid = total(
        lines.map((line) => line.amount),
        2,
      )
      return decimal(evaluate(made.formula, { [made.over]: last }).value).toFixed(2) !== paid
    })
    return { held: made.held, differ }
  }
  const plain = component('plain', { pays: 'due' }, sold)

  test('stretches that are added and divided once', () => {
    const rate = attribute('salary', cny, 2)
    const part = divide(multiply(sold, days('part')), days('whole'), cents)
    const both = component('both', { pays: 'due', each: 'stretch' }, part)
    const other = component('other', { pays: 'due', each: 'stretch' }, add(rate, sold))
    for (const each of [both, other]) expect(held([each])).toEqual({ held: [], differ: [] })
  })

  test('records, and what other components came to for the same', () => {
    const each = { record: 'orders' } as const
    const own = component('own', { each }, multiply(member('amount', cny, 2), constant('0.5')))
    const twice = component(
      'twice',
      { pays: 'due', each },
      round(multiply(amount('own', cny, 3), constant('0.1')), cents),
    )
    expect(held([own, twice])).toEqual({ held: [], differ: [] })
  })

  test('texts that choose', () => {
    const chosen = matching(attribute('kind'), { full: sold, part: yuan('1.00') })
    const other = matching(attribute('team'), { west: sold }, yuan('2.00'))
    expect(
      held([
        plain,
        component('chosen', { pays: 'due' }, chosen),
        component('other', { pays: 'due' }, other),
      ]),
    ).toEqual({ held: [], differ: [] })
  })

  test('posts, weeks, one value of several periods, and what a person has no row of', () => {
    const rhythms = { month: { kind: 'month' }, week: { kind: 'week' } } as const
    const weekly = component('weekly', { pays: 'due', period: 'week' }, sold)
    const post = component('post', { pays: 'due', of: 'assignment' }, amount('plain', cny, 2))
    const last = component(
      'last',
      { pays: 'due' },
      amount('plain', cny, 2, { as: 'last', over: { last: 1 } }),
    )
    const nobody = component(
      'nobody',
      { pays: 'due', eligible: { where: { team: ['west'] } } },
      sold,
    )
    const reader = component('reader', { pays: 'due' }, amount('nobody', cny, 2))
    expect(held([plain, weekly, post, last, nobody, reader], { rhythms })).toEqual({
      held: [],
      differ: [],
    })
  })

  test('what counts, and what reads other records', () => {
    const count = multiply(records('orders', 'count'), yuan('1.00'))
    const lines = component(
      'lines',
      { pays: 'due', each: { record: 'lines' } },
      multiply(member('share', 'ratio', 2), yuan('4')),
    )
    const early = records('orders', 'sum', {
      value: 'amount',
      unit: cny,
      scale: 2,
      over: { ago: 1 },
      input: 'early',
    })
    expect(
      held([
        plain,
        lines,
        component('count', { pays: 'due' }, count),
        component('early', { pays: 'due' }, early),
      ]),
    ).toEqual({ held: [], differ: [] })
  })
})

describe('what the number changes in another way is held, and told', () => {
  const plain = component('plain', { pays: 'due' }, sold)
  const own = component('own', { pays: 'due' }, figure('target', cny, 2))
  const figures = [{ name: 'target', period: '2026-03', value: '9.00' }]
  const data = parseData(
    dataOf(
      [
        { ...person('li', { team: 'east' }), figures },
        { ...person('wu', { team: 'east' }), figures },
      ],
      {
        orders: [
          order('a', '2026-03-02', '200.00', { deal: 'x', currency: 'USD' }),
          order('b', '2026-03-20', '200.00', { deal: 'x', currency: 'USD' }),
        ],
      },
      [{ of: 'company', attributes: since({ 'fx.USD': '7' }) }],
    ),
  )
  const heldBy = (components: readonly Component[], over: Moving) => {
    const of = bookOf([plain, own, ...components])
    const { held } = payFormula(of, data, paidOf(of, data), { person: 'li', over })
    return held.map((each) => `${each.component} ${each.input}`)
  }
  const paid = (name: string, formula: Expression, more: ComponentOptions = {}) =>
    component(name, { pays: 'due', ...more }, formula)
  const ofOrders = { value: 'amount', unit: cny, scale: 2 } as const
  const convert = { from: { by: 'currency' }, rates: 'fx' } as const
  const each = 'orders'
  const team = { group: { by: 'team' }, as: 'sum' } as const

  test.each<[string, Component, readonly string[]]>([
    [
      'what others came to with it',
      paid('x', amount('plain', cny, 2, { among: team })),
      ['x plain'],
    ],
    [
      'how many values there are of what moves',
      paid('x', multiply(amount('plain', 'count', 0, { as: 'count' }), yuan('1'))),
      ['x plain'],
    ],
    ['the largest', paid('x', records('orders', 'most', ofOrders)), ['x orders.amount.most']],
    [
      'how many different numbers',
      paid('x', multiply(records('orders', 'distinct', { value: 'amount' }), yuan('1'))),
      ['x orders.amount.distinct'],
    ],
    [
      'a condition on the number',
      paid(
        'x',
        multiply(records('orders', 'count', { where: { amount: { atLeast: '1' } } }), yuan('1')),
      ),
      ['x orders.count'],
    ],
    [
      'money that is converted',
      paid('x', round(records('orders', 'sum', { ...ofOrders, convert }), cents)),
      ['x orders.amount.sum'],
    ],
    [
      'a member that is converted',
      paid('x', round(member('amount', cny, 2, { convert }), cents), { each: { record: each } }),
      ['x amount'],
    ],
    [
      'rows by a condition on it',
      paid('x', member('amount', cny, 2), {
        each: { record: each, where: { amount: { above: '1' } } },
      }),
      ['x '],
    ],
    [
      'a number that several records have',
      paid('x', member('amount', cny, 2), { each: { record: each, by: 'deal' } }),
      ['x amount'],
    ],
    [
      'what it came to for the same records',
      paid('x', amount('y', cny, 2, { same: ['deal'] }), { each: { record: each } }),
      ['x y'],
    ],
  ])('%s', (_, one, expected) => {
    const y = paid('y', member('amount', cny, 2), { each: { record: each } })
    expect(heldBy([y, one], deal)).toEqual(expected)
  })

  test('a figure that is converted; that it is given moves nothing', () => {
    const given = { ...figure('target', 'count', 0), name: 'given' }
    const isGiven = component(
      'isGiven',
      { pays: 'due', reads: { given: { from: 'figure', name: 'target', is: 'given' } } },
      multiply(given, yuan('1')),
    )
    const dollars = paid(
      'dollars',
      figure('target', cny, 2, { convert: { from: 'USD', rates: 'fx' }, input: 'usd' }),
    )
    const unset = paid('unset', figure('other', cny, 2, { missing: '1.00' }))
    expect(heldBy([isGiven, dollars, unset], { figure: 'target' })).toEqual(['dollars usd'])
    expect(() => heldBy([unset], { figure: 'other' })).toThrow('follows "other"')
  })
})

describe('what no formula is written of', () => {
  const data = parseData(dataWith(month))
  const paid = paidOf(book, data)
  test.each<[string, Partial<PayFormulaRequest>, readonly string[]]>([
    ['somebody unknown', { person: 'wu' }, ['unknown-person', 'person']],
    ['a figure that nobody reads', { over: { figure: 'sales' } }, ['nothing-moves', 'over']],
    ['a record of another', { over: { ...deal, id: 'c' } as Moving }, ['nothing-moves', 'over']],
    ['what is no component', { of: ['base', 'bonus'] }, ['unknown-component', 'of[1]']],
    ['what does not move', { of: ['base'] }, ['nothing-moves', 'over']],
  ])('%s', (_, asked, expected) => {
    expect(
      found(() => payFormula(book, data, paid, { person: 'li', over: deal, ...asked })),
    ).toEqual([expected])
  })

  test('what could not be worked out', () => {
    const without = parseData({ ...dataWith(month), people: [person('li', { salary: '1500.00' })] })
    const failing = paidOf(book, without)
    expect(
      found(() => payFormula(book, without, failing, { person: 'li', over: deal }))[0]?.[0],
    ).toBe('nothing-there')
  })
})
