import { describe, expect, test } from 'vitest'
import { statementOf } from '../../src/payroll/index.js'
import { parseSubtotal } from '../../src/wage/index.js'
import { found } from '../found.js'
import { policy, version } from '../payroll/policies.js'
import { figures, li, months, salary, since } from './firm.js'

const meals = policy('allowance', 'meals', { amount: '300', prorated: false }, { tags: ['wage'] })
const gross = policy('subtotal', 'gross', {
  of: { tag: 'wage' },
  label: { en: 'Gross', 'zh-CN': '应发' },
})
const fine = policy(
  'deduction',
  'fine',
  { figure: 'fine', of: ['gross'], atMost: '0.2' },
  { tags: ['off'] },
)
const net = policy('subtotal', 'net', { of: { tag: ['wage', 'off'] } })
const policies = [salary, meals, gross, fine, net]
const fined = (more: object = {}) =>
  li({ figures: figures('fine', { '2026-03': '2000.00' }), ...more })
const valueIn = (given: ReturnType<typeof months>, name: string, index = 0) =>
  given.runs[index]?.state.settled.find(
    ({ component, earned }) => component === name && earned.period === given.runs[index]?.period,
  )?.value

describe('subtotals', () => {
  test('应发, 扣款, 实发: others limit by them, and they have no line', () => {
    const given = months(policies, { people: [fined()] }, ['2026-03'])
    expect(given.lines).toEqual([
      ['base 2026-03 6800.00', 'meals 2026-03 300.00', 'fine 2026-03 -1420.00'],
    ])
    expect([valueIn(given, 'gross'), valueIn(given, 'net')]).toEqual(['7100.00', '5680.00'])
    const { book, data, runs } = given
    const statement = statementOf(book, data, runs[0] as never, 'li')
    expect(statement.subtotals).toEqual({ wage: '7100.00', off: '-1420.00' })
    expect(statement.total).toBe(valueIn(given, 'net'))
  })

  describe('of numbers of posts', () => {
    const post = (pays: object, tags: readonly string[]) =>
      policy(
        'component',
        'duty',
        {
          ...pays,
          of: 'assignment',
          formula: { op: 'input', name: 'rate', unit: 'money:CNY', scale: 2 },
          reads: { rate: { from: 'attribute', name: 'rate' } },
        },
        { tags },
      )
    const person = li({
      assignments: ['desk', 'gate'].map((id, i) => ({
        id,
        from: '2020-01-01',
        attributes: { rate: since(['100.00', '40.50'][i] as string) },
      })),
    })
    test.each([
      ['by their tag', { tag: 'wage' }],
      ['by their name', ['duty']],
    ])('add them up: %s', (_, of) => {
      const duties = [post({ pays: 'due' }, ['wage']), policy('subtotal', 'all', { of })]
      // Who has no post has none of it.
      const people = [person, { ...li(), id: 'wu' }]
      const { runs } = months(duties, { people }, ['2026-03'])
      const sums = runs[0]?.state.settled.filter(({ component }) => component === 'all')
      expect(sums?.map(({ owner, value }) => [owner.person, value])).toEqual([
        ['li', '140.50'],
        ['wu', '0.00'],
      ])
    })

    test.each([
      ['by their tag', { tag: 'wage' }],
      ['by their name', ['duty']],
    ])('are rounded, topped up and limit what is taken off: %s', (_, of) => {
      const { lines } = months(
        [
          post({ pays: 'due' }, ['wage']),
          policy('topUp', 'least', { of, minimum: '200', prorated: false }),
          policy('deduction', 'rent', { amount: '50', of: ['duty'], atMost: '0.2' }),
          policy('rounding', 'round', { of: ['duty', 'least', 'rent'], step: '1' }),
        ],
        { people: [person] },
        ['2026-03'],
      )
      expect(lines[0]).toEqual([
        'duty 2026-03 100.00',
        'duty 2026-03 40.50',
        'least 2026-03 59.50',
        'rent 2026-03 -28.10',
        'round 2026-03 0.10',
      ])
    })
  })

  test.each([
    ['a joiner', { employment: [{ from: '2026-03-16' }] }, '3973.56'],
    ['who leaves', { employment: [{ from: '2020-01-01', to: '2026-03-13' }] }, '3348.28'],
  ])('of %s are what is paid to them', (_, change, expected) => {
    expect(valueIn(months(policies, { people: [fined(change)] }, ['2026-03']), 'gross')).toBe(
      expected,
    )
  })

  test('of a payment hold arrears, of a period what it entitles to', () => {
    const base = [
      ...since('6800.00'),
      { from: '2026-03-01', value: '7000.00', recorded: '2026-04-05' },
    ]
    const person = li({ attributes: { base } })
    const own = policy('subtotal', 'entitled', { of: { tag: 'wage' }, what: 'entitled' })
    const tenth = policy('component', 'tenth', {
      pays: 'due',
      formula: {
        op: 'round',
        places: 2,
        rounding: 'half-up',
        of: {
          op: 'multiply',
          of: [
            { op: 'input', name: 'entitled', unit: 'money:CNY', scale: 2 },
            { op: 'constant', value: '0.1', unit: 'ratio' },
          ],
        },
      },
      reads: { entitled: { from: 'component', name: 'entitled' } },
    })
    const given = months([salary, gross, own, tenth], { people: [person] }, ['2026-03', '2026-04'])
    expect(valueIn(given, 'gross', 1)).toBe('7200.00')
    expect(given.lines[1]).toEqual([
      ...['base 2026-03 200.00', 'base 2026-04 7000.00'],
      ...['tenth 2026-03 20.00', 'tenth 2026-04 700.00'],
    ])
  })

  test('of a mover are those of whose policy they are', () => {
    const terms = { of: ['base'] }
    const shop = policy('subtotal', 'shop', terms, {
      versions: [version(terms, { eligible: { where: { department: ['shop'] } } })],
    })
    const attributes = { department: [...since('shop'), ...since('office', '2026-04-01')] }
    const given = months([salary, shop], { people: [li({ attributes })] }, ['2026-03', '2026-04'])
    expect([valueIn(given, 'shop'), valueIn(given, 'shop', 1)]).toEqual(['6800.00', undefined])
  })

  test('a part that cannot be worked out withholds what they limit', () => {
    const late = [{ from: '2026-03-01', value: '6800.00', recorded: '2026-04-05' }]
    const { runs } = months(policies, { people: [fined({ attributes: { base: late } })] }, [
      '2026-03',
    ])
    expect(runs[0]?.withheld.map(({ component }) => component)).toEqual(['base', 'fine'])
  })

  test.each([
    [{}, [['missing', 'of']]],
    [{ of: { tag: 'a' }, what: 'cash' }, [['not-offered', 'what']]],
  ])('%j is refused', (terms, problems) => {
    expect(found(() => parseSubtotal(terms))).toEqual(problems)
  })
})
