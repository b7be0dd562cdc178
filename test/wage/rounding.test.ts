import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/payroll/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { parseRounding } from '../../src/wage/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { policy } from '../payroll/policies.js'
import { figures, li, months, salary, since } from './firm.js'

const pay = policy(
  'component',
  'figure',
  {
    pays: 'due',
    formula: { op: 'input', name: 'pay', unit: 'money:CNY', scale: 2 },
    reads: { pay: { from: 'figure', name: 'pay', missing: '0' } },
  },
  { tags: ['wage'] },
)
const to = (step: string, more: object = {}) =>
  policy('rounding', 'rounding', { of: { tag: 'wage' }, step, ...more })
const spring = ['2026-03', '2026-04', '2026-05', '2026-06']
/** What each month pays in all, of the amounts due. */
const payments = (amounts: readonly string[], step: string, more: object = {}) => {
  const given = Object.fromEntries(amounts.map((amount, i) => [spring[i] as string, amount]))
  const { runs, ...all } = months(
    [pay, to(step, more)],
    { people: [li({ figures: figures('pay', given) })] },
    spring.slice(0, amounts.length),
  )
  const paid = runs.map(({ lines }) =>
    total(
      lines.map(({ amount }) => amount),
      2,
    ),
  )
  return { ...all, runs, paid }
}

describe('the rounding of a payment', () => {
  test.each([
    ['0.05', ['100.02', '100.02', '100.02'], ['100.00', '100.05', '100.00']],
    ['1', ['4567.89', '4567.89', '4567.89'], ['4568.00', '4568.00', '4568.00']],
    ['10', ['4567.89', '4567.89', '4567.89'], ['4570.00', '4570.00', '4560.00']],
    ['50', ['4567.89', '4567.89', '4567.89'], ['4550.00', '4600.00', '4550.00']],
    ['100', ['4567.89', '4567.89', '0.00'], ['4600.00', '4500.00', '0.00']],
    ['0.1', ['0.05', '0.00', '0.00'], ['0.10', '0.00', '0.00']],
    ['1', ['-0.50', '-4567.89', '0.49'], ['-1.00', '-4567.00', '0.00']],
    ['50', ['-4567.89', '4567.89', '0'], ['-4550.00', '4550.00', '0.00']],
  ])('F19 to %s: %j are paid as %j', (step, amounts, expected) => {
    expect(payments(amounts, step).paid).toEqual(expected)
  })

  test.each([
    ['down', ['9.99', '9.99'], ['5.00', '10.00']],
    ['up', ['5.01', '5.01'], ['10.00', '5.00']],
    ['half-even', ['2.50', '5.00'], ['0.00', '10.00']],
  ])('F19 by another rounding: %s', (rounding, amounts, expected) => {
    expect(payments(amounts, '5', { rounding }).paid).toEqual(expected)
  })

  test('F19 whatever is due, all payments are multiples, and lack less than a step in all', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('0.05', '0.25', '1', '10', '50', '100'),
        (amounts, step) => {
          const due = amounts.map((each) => decimal(String(each)).times('0.01').toFixed(2))
          const { paid } = payments(due, step)
          for (const each of paid) expect(decimal(each).modulo(step).isZero()).toBe(true)
          const lacking = decimal(total(due, 2)).minus(total(paid, 2))
          expect(lacking.abs().times(2).lessThanOrEqualTo(step)).toBe(true)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a further run rounds the month once, and late news is rounded with the month that pays it', () => {
    const told = { name: 'pay', period: '2026-03', value: '104.00', recorded: '2026-04-09' }
    const people = [
      li({ figures: [...figures('pay', { '2026-03': '102.60', '2026-04': '50.20' }), told] }),
    ]
    const { book, data, runs, lines } = months([pay, to('1')], { people }, ['2026-03', '2026-04'])
    expect(lines).toEqual([
      ['figure 2026-03 102.60', 'rounding 2026-03 0.40'],
      // 1.40 + 50.20 − 0.40 = 51.20
      ['figure 2026-03 1.40', 'figure 2026-04 50.20', 'rounding 2026-04 -0.60'],
    ])
    const again = run(book, data, { period: '2026-04', before: runs[1] as never })
    expect(again.lines.filter(({ amount }) => !/^-?0[.0]*$/.test(amount))).toEqual([])
  })

  test('cash is rounded too, and what is left at leaving is told', () => {
    const fine = policy(
      'deduction',
      'fine',
      { figure: 'fine', of: { tag: 'wage' }, floor: { amount: '2490', prorated: true } },
      { tags: ['off'] },
    )
    const person = li({
      attributes: { base: since('3000.55') },
      employment: [{ from: '2020-01-01', to: '2026-04-30' }],
      figures: figures('fine', { '2026-03': '12.34' }),
    })
    const { lines, runs } = months(
      [salary, fine, to('1', { of: { tag: ['wage', 'off'] } })],
      { people: [person] },
      ['2026-03', '2026-04'],
    )
    expect(lines).toEqual([
      ['base 2026-03 3000.55', 'fine 2026-03 -12.34', 'rounding 2026-03 -0.21'],
      ['base 2026-04 3000.55', 'rounding 2026-04 0.45'],
    ])
    expect(runs[1]?.leftOver).toMatchObject([{ component: 'rounding.rest', value: '-0.24' }])
  })

  test('a joiner begins without a difference', () => {
    const person = li({
      employment: [{ from: '2026-03-16' }],
      attributes: { base: since('6800.00') },
    })
    expect(months([salary, to('10')], { people: [person] }, ['2026-03']).lines).toEqual([
      ['base 2026-03 3673.56', 'rounding 2026-03 -3.56'],
    ])
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    const { why } = payments(['4567.89', '4567.89'], '10')
    expectGolden(`test/wage/golden/rounding.${locale}.txt`, why('rounding', locale, 1))
  })

  test.each([
    [{ of: ['a'], step: '0' }, [['not-above-zero', 'step']]],
    [{ of: { tag: [] }, step: '1' }, [['too-small', 'of.tag']]],
    [{ step: '1' }, [['missing', 'of']]],
  ])('%j is refused', (terms, problems) => {
    expect(found(() => parseRounding(terms))).toEqual(problems)
  })
})
