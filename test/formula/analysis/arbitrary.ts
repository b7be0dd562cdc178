import fc from 'fast-check'
import type { Condition, Expression } from '../../../src/formula/index.js'
import * as f from '../../../src/formula/index.js'
import { type Rounding, roundings } from '../../../src/quantity/index.js'

/**
 * Formulas over `x`, with `quota`, `rate` and the category `team` fixed. Numbers are small and of few
 * places, so that bounds meet, cross and coincide often.
 */

const small = fc.integer({ min: -12, max: 24 }).map((n) => decimalOf(n, 2))
const bound = fc.integer({ min: -8, max: 8 }).map((n) => decimalOf(n, 1))
const ratio = fc.constantFrom('0', '1', '0.5', '-1', '0.3', '1.25', '0.07', '2')
const rounding: fc.Arbitrary<Rounding> = fc.constantFrom(...roundings)
const rule = fc.record({ places: fc.integer({ min: 0, max: 2 }), rounding })

function decimalOf(n: number, parts: number): string {
  return parts === 1 ? String(n) : String(n / parts)
}

const bounds = fc.uniqueArray(fc.integer({ min: -16, max: 16 }), { minLength: 1, maxLength: 3 })
const ascending = bounds.map((list) => list.sort((a, b) => a - b).map((n) => decimalOf(n, 2)))

const open = fc
  .tuple(ascending, fc.boolean())
  .map(([list, exclusive]) => [
    {},
    ...list.map((from) => ({ from, ...(exclusive && { exclusive }) })),
  ])

const pairs = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 2, maxLength: 3 })

interface Tied {
  amount: Expression
  share: Expression
  condition: Condition
}

const x = f.input('x', 'points', 1)

const tied = fc.letrec<Tied>((tie: fc.LetrecTypedTie<Tied>) => {
  const deep = { depthIdentifier: 'formula', maxDepth: 4 } as const
  const amounts = pairs(tie('amount'))
  const tiers = fc.tuple(ascending, fc.array(ratio, { minLength: 4, maxLength: 4 }), fc.boolean())
  const valued = <T>(list: readonly T[], values: readonly string[]) =>
    list.map((entry, i) => ({ ...entry, value: values[i] as string }))
  const values = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: 4, maxLength: 4 })
  return {
    amount: fc.oneof(
      deep,
      { arbitrary: fc.constant(x), weight: 3 },
      { arbitrary: small.map((value) => f.constant(value, 'points')), weight: 1 },
      { arbitrary: fc.constant(f.input('quota', 'points', 0)), weight: 1 },
      { arbitrary: amounts.map((of) => f.add(...of)), weight: 2 },
      {
        arbitrary: fc.tuple(tie('amount'), tie('amount')).map(([a, b]) => f.subtract(a, b)),
        weight: 1,
      },
      {
        arbitrary: fc.tuple(tie('amount'), tie('share')).map(([a, b]) => f.multiply(a, b)),
        weight: 2,
      },
      {
        arbitrary: fc
          .tuple(tie('amount'), tie('share'), rule)
          .map(([a, b, rounded]) => f.divide(a, b, rounded)),
        weight: 1,
      },
      { arbitrary: amounts.map((of) => f.minimum(...of)), weight: 2 },
      { arbitrary: amounts.map((of) => f.maximum(...of)), weight: 2 },
      {
        arbitrary: fc.tuple(tie('amount'), rule).map(([of, rounded]) => f.round(of, rounded)),
        weight: 2,
      },
      {
        arbitrary: fc.tuple(tie('amount'), tiers).map(([of, [list, rates, unbounded]]) =>
          f.marginal(
            of,
            [...(unbounded ? [{}] : []), ...list.map((from) => ({ from }))].map((tier, i) => ({
              ...tier,
              rate: rates[i] as string,
            })),
          ),
        ),
        weight: 2,
      },
      {
        arbitrary: fc
          .tuple(tie('amount'), open, values(small))
          .map(([of, list, found]) => f.step(of, valued(list, found), 'points')),
        weight: 2,
      },
      {
        arbitrary: fc
          .tuple(tie('amount'), ascending, values(small), rule)
          .map(([of, list, found, rounded]) =>
            f.interpolate(
              of,
              list.map((at, i) => ({ at, value: found[i] as string })),
              { ...rounded, unit: 'points' },
            ),
          ),
        weight: 2,
      },
      {
        arbitrary: fc
          .tuple(
            tie('amount'),
            tie('amount'),
            open,
            open,
            fc.array(values(small), { minLength: 4, maxLength: 4 }),
          )
          .map(([row, column, rows, columns, table]) =>
            f.grid({
              row,
              column,
              rows,
              columns,
              values: rows.map((_, i) => columns.map((_, j) => table[i]?.[j] as string)),
              unit: 'points',
            }),
          ),
        weight: 1,
      },
      {
        arbitrary: fc
          .tuple(tie('amount'), tie('amount'))
          .map(([a, b]) => f.match('team', { a, b }, b)),
        weight: 1,
      },
      {
        arbitrary: fc
          .tuple(tie('condition'), tie('amount'), tie('amount'))
          .map(([condition, a, b]) => f.when(condition, a, b)),
        weight: 3,
      },
      { arbitrary: tie('amount').map((of) => f.named('part', of)), weight: 1 },
    ),
    share: fc.oneof(
      { depthIdentifier: 'formula', maxDepth: 3 },
      { arbitrary: ratio.map((value) => f.constant(value)), weight: 4 },
      { arbitrary: fc.constant(f.input('rate', 'ratio', 2)), weight: 1 },
      {
        arbitrary: fc
          .tuple(tie('amount'), tie('amount'), rule)
          .map(([a, b, rounded]) => f.divide(a, b, rounded)),
        weight: 1,
      },
      {
        arbitrary: fc
          .tuple(tie('amount'), open, values(ratio))
          .map(([of, list, found]) => f.step(of, valued(list, found))),
        weight: 2,
      },
    ),
    condition: fc.oneof(
      { depthIdentifier: 'formula', maxDepth: 3 },
      {
        arbitrary: fc
          .tuple(tie('amount'), bound)
          .map(([a, b]) => f.atLeast(a, f.constant(b, 'points'))),
        weight: 2,
      },
      {
        arbitrary: fc.tuple(tie('amount'), tie('amount')).map(([a, b]) => f.above(a, b)),
        weight: 1,
      },
      {
        arbitrary: fc
          .tuple(tie('amount'), bound)
          .map(([a, b]) => f.equals(a, f.constant(b, 'points'))),
        weight: 1,
      },
      { arbitrary: pairs(tie('condition')).map((of) => f.all(...of)), weight: 1 },
      { arbitrary: pairs(tie('condition')).map((of) => f.any(...of)), weight: 1 },
      { arbitrary: tie('condition').map((of) => f.not(of)), weight: 1 },
    ),
  }
})

/** An expression in points that reads `x` with one decimal place. */
export const expressionOverX: fc.Arbitrary<Expression> = tied.amount.map((expression) =>
  f.add(expression, f.multiply(x, f.constant('0'))),
)
