import fc from 'fast-check'
import type { Comparison, Pay, Person } from '../../src/equity/index.js'

/** Women beside men, every figure shown. */
export const comparison: Comparison = {
  attribute: 'sex',
  reference: 'men',
  compared: 'women',
  minimum: 1,
}
export const hourly: Pay = { amounts: ['hourly'], missing: 'fail' }

/** People of one sex, by what each is paid an hour. */
export function paid(
  sex: string,
  pays: readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): readonly Person[] {
  return pays.map((pay, i) => ({
    id: `${sex}-${Object.values(attributes).join('-')}-${i}`,
    attributes: { sex, ...attributes },
    amounts: { hourly: pay },
  }))
}

const cents = fc.integer({ min: 1, max: 400 }).map((value) => (value / 100).toFixed(2))

/** People of both sexes and three grades, with at least one man and one woman in each. */
export const people: fc.Arbitrary<readonly Person[]> = fc
  .array(
    fc.record({
      sex: fc.constantFrom('men', 'women'),
      grade: fc.constantFrom('g1', 'g2', 'g3'),
      hourly: cents,
      tenure: fc.integer({ min: 0, max: 20 }).map(String),
    }),
    { minLength: 12, maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ sex, grade, hourly: pay, tenure }, i) => ({
      id: `p${i}`,
      attributes: {
        sex: i < 6 ? ['men', 'women'][i % 2] : sex,
        grade: i < 6 ? ['g1', 'g2', 'g3'][i % 3] : grade,
      } as Record<string, string>,
      amounts: { hourly: pay },
      measures: { tenure },
    })),
  )

/** The same people in another order. */
export function shuffled(given: fc.Arbitrary<readonly Person[]>) {
  return given.chain((some) =>
    fc.tuple(
      fc.constant(some),
      fc.shuffledSubarray([...some], { minLength: some.length, maxLength: some.length }),
    ),
  )
}
