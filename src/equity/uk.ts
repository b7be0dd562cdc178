import { refuse, text } from '../problem/index.js'
import { type Receiving, receivingAmong } from './components.js'
import { type Gap, gapAmong } from './gap.js'
import { checkRequest, comparisonOption } from './options.js'
import { type Comparison, type Pay, problemsOfComparison, problemsOfPeople } from './people.js'
import { type Quarter, quartersAmong } from './quartiles.js'
import type { Person } from './schema.js'
import type { Shown } from './suppression.js'

/** The figures that an employer in Great Britain publishes. */
export interface UkReport {
  readonly meanHourly: Shown<Gap>
  readonly medianHourly: Shown<Gap>
  readonly meanBonus: Shown<Gap>
  readonly medianBonus: Shown<Gap>
  readonly bonusProportion: Shown<Receiving>
  readonly quarters: Shown<readonly Quarter[]>
}

/**
 * The figures of the Equality Act 2010 (Gender Pay Gap Information) Regulations 2017 (SI 2017/172):
 * mean and median gap in hourly pay (regulations 8 and 9), mean and median gap in bonus pay, of those
 * who were paid a bonus (10 and 11), the proportions who were (12), and the quarters by hourly pay
 * (13). The reference group is men.
 *
 * People are the relevant employees. Who has no hourly amount is no full-pay relevant employee, and
 * counts for the bonus figures alone. Who has no bonus amount, or one of zero, was paid none.
 *
 * Throws a `PolicyError` where somebody lacks the attribute, and where nobody is of a group.
 *
 * @example
 * ukReport({ people, comparison, hourly: 'hourly', bonus: 'bonus' }).bonusProportion
 * //=> { reference: '0.800000', compared: '0.650000' }
 */
export function ukReport(request: {
  readonly people: readonly Person[]
  readonly comparison: Comparison
  readonly hourly: string
  readonly bonus: string
}): UkReport {
  checkRequest(request, { comparison: comparisonOption, hourly: text, bonus: text })
  const { people, comparison, hourly, bonus } = request
  refuse([
    ...problemsOfPeople(people, { pay: [{ amounts: [hourly, bonus], missing: 'leave-out' }] }),
    ...problemsOfComparison(people, comparison),
  ])
  const hourlyPay: Pay = { amounts: [hourly], missing: 'leave-out' }
  const byHour = gapAmong(people, hourlyPay, comparison)
  const byBonus = gapAmong(people, { amounts: [bonus], missing: 'leave-out' }, comparison)
  return {
    meanHourly: byHour.mean,
    medianHourly: byHour.median,
    meanBonus: byBonus.mean,
    medianBonus: byBonus.median,
    bonusProportion: receivingAmong(people, [bonus], comparison),
    quarters: quartersAmong(people, hourlyPay, comparison),
  }
}
