import fc from 'fast-check'
import type { CategorySignal, NumberSignal, Observation } from '../../src/attrition/index.js'

export const idle: NumberSignal = {
  signal: 'idle',
  kind: 'number',
  unit: 'count',
  scale: 0,
  risk: 'rises',
  changeable: true,
}
export const survey: NumberSignal = { ...idle, signal: 'survey', scale: 1, risk: 'falls' }
export const shift: CategorySignal = { signal: 'shift', kind: 'category', changeable: false }

/** People by what each has of a few signals, and whether each left. */
export function history(
  ...rows: readonly (readonly [left: 0 | 1, signals: Readonly<Record<string, string>>])[]
): readonly Observation[] {
  return rows.map(([left, signals], i) => ({ id: `p${i}`, left: left === 1, signals }))
}

/** So many people alike, of whom some left. */
export function alike(
  rows: number,
  left: number,
  signals: Readonly<Record<string, string>>,
): readonly (readonly [0 | 1, Readonly<Record<string, string>>])[] {
  return Array.from({ length: rows }, (_, i) => [i < left ? 1 : 0, signals] as const)
}

const person = fc.record({
  left: fc.boolean(),
  idle: fc.integer({ min: 0, max: 9 }),
  survey: fc.integer({ min: 0, max: 50 }),
  shift: fc.constantFrom('day', 'late', 'night'),
  sex: fc.constantFrom('men', 'women'),
})

/** Histories of three signals, with at least three people who left and three who stayed. */
export const histories: fc.Arbitrary<readonly Observation[]> = fc
  .array(person, { minLength: 8, maxLength: 40 })
  .map((drawn) =>
    drawn.map(({ left, idle: months, survey: score, shift: name, sex }, i) => ({
      id: `p${i}`,
      left: i < 6 ? i % 2 === 0 : left,
      signals: { idle: `${months}`, survey: (score / 10).toFixed(1), shift: name },
      attributes: { sex },
    })),
  )

/** A history, and the same people in another order. */
export const shuffled = histories.chain((people) =>
  fc.tuple(
    fc.constant(people),
    fc.shuffledSubarray([...people], { minLength: people.length, maxLength: people.length }),
  ),
)
