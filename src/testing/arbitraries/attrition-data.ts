import fc from 'fast-check'
import type { PersonRecords, Replacement, Retention, Spell } from '../../attrition/index.js'
import { addDays } from '../../calendar/index.js'
import { historiesOf } from './calendars.js'
import { amount, currencies, day, decimalIn, part, whole } from './draws.js'

/**
 * Draws the records of a person that `parseRecords` accepts: up to a month of attendance, ratings,
 * surveys and reviews of 2024 to 2026, and histories of pay, grade and manager.
 *
 * @example
 * fc.assert(fc.property(personRecords(), (records) => parseRecords(records).days.length <= 31))
 */
export function personRecords(): fc.Arbitrary<PersonRecords> {
  const date = day('2024-01-01', 1_095)
  const few = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 4 })
  const attended = fc.record({
    absent: fc.boolean(),
    lateMinutes: fc.integer({ min: 0, max: 90 }),
    overtimeHours: decimalIn(0, 4, 1),
  })
  const days = fc
    .tuple(date, fc.array(attended, { maxLength: 31 }))
    .map(([first, drawn]) => drawn.map((each, i) => ({ date: addDays(first, i), ...each })))
  return fc.record({
    hired: date,
    days,
    ratings: few(fc.record({ date, score: decimalIn(1, 5, 1) })),
    surveys: few(fc.record({ date, score: decimalIn(1, 5, 1) }, { requiredKeys: ['date'] })),
    pay: historiesOf(whole(1, 20_000)),
    grades: historiesOf(fc.constantFrom('g1', 'g2')),
    managers: historiesOf(fc.constantFrom('ann', 'ben')),
    reviews: few(fc.record({ date, promoted: fc.boolean() })),
  })
}

/**
 * Draws spells that `parseSpells` accepts: one to four people, each watched over one to three spells that
 * follow each other, the last of them at times with leaving.
 *
 * @example
 * fc.assert(fc.property(spells(), (drawn) => parseSpells(drawn).length === drawn.length))
 */
export function spells(): fc.Arbitrary<readonly Spell[]> {
  const person = fc.record({
    first: fc.integer({ min: 0, max: 24 }),
    lengths: fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 3 }),
    left: fc.boolean(),
  })
  return fc.array(person, { minLength: 1, maxLength: 4 }).map((people) =>
    people.flatMap(({ first, lengths, left }, person) =>
      lengths.map((length, i) => {
        const from = lengths.slice(0, i).reduce((sum, each) => sum + each, first)
        return {
          id: `p${person + 1}`,
          from,
          until: from + length,
          left: left && i === lengths.length - 1,
        }
      }),
    ),
  )
}

/**
 * Draws what replacing a person costs, as `replacementCost` accepts it: up to a year of an empty place
 * and of a ramp-up, each with a part of the pay lost.
 *
 * @example
 * fc.assert(fc.property(replacements(), (policy) => replacementCost(policy).scale <= 3))
 */
export function replacements(): fc.Arbitrary<Replacement> {
  return currencies.chain((currency) =>
    fc.record({
      currency: fc.constant(currency),
      recruiting: amount(currency, 10_000),
      training: amount(currency, 10_000),
      vacancyMonths: decimalIn(0, 12, 1),
      vacancyLoss: part(2),
      rampUpMonths: decimalIn(0, 12, 1),
      rampUpLoss: part(2),
    }),
  )
}

/**
 * Draws retention actions that `retentionReturn` accepts: for one to four people.
 *
 * @example
 * fc.assert(fc.property(retentionActions(), (action) => retentionReturn(action).people.length <= 4))
 */
export function retentionActions(): fc.Arbitrary<Retention> {
  return currencies.chain((currency) =>
    fc.record({
      currency: fc.constant(currency),
      cost: amount(currency, 5_000),
      effect: part(2),
      people: fc
        .array(
          fc.record({ probability: decimalIn(0, 1, 4), replacement: amount(currency, 50_000) }),
          { minLength: 1, maxLength: 4 },
        )
        .map((drawn) => drawn.map((each, i) => ({ id: `p${i + 1}`, ...each }))),
    }),
  )
}
