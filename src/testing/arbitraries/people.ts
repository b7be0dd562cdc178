import fc from 'fast-check'
import type { Person } from '../../equity/index.js'
import { decimalIn, whole } from './draws.js'

/**
 * Draws people whose pay is compared, as `parsePeople` of `payproof/equity` accepts them: up to twelve
 * of two sexes and two grades, with hourly pay, some with a bonus, and their years of service.
 *
 * @example
 * fc.assert(fc.property(comparedPeople(), (people) => parsePeople(people).length <= 12))
 */
export function comparedPeople(): fc.Arbitrary<readonly Person[]> {
  const person = fc.record({
    attributes: fc.record({
      sex: fc.constantFrom('men', 'women'),
      grade: fc.constantFrom('g1', 'g2'),
    }),
    amounts: fc.record(
      { hourly: decimalIn(10, 200, 2), bonus: decimalIn(0, 5_000, 2) },
      { requiredKeys: ['hourly'] },
    ),
    measures: fc.record({ years: whole(0, 40) }),
  })
  return fc
    .array(person, { maxLength: 12 })
    .map((drawn) => drawn.map((each, i) => ({ id: `p${i + 1}`, ...each })))
}
