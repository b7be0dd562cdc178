import { list, refuse, text } from '../problem/index.js'
import { fraction } from '../quantity/internal.js'
import { figure, gapAmong, type PayGap } from './gap.js'
import { checkRequest, comparisonOption } from './options.js'
import {
  type Comparison,
  groupsOf,
  type Pay,
  paidPeople,
  problemsOfComparison,
  problemsOfPeople,
} from './people.js'
import type { Person } from './schema.js'
import { complementOf, isSuppressed, type Shown, smallGroup } from './suppression.js'

/** The part of each group that receives something, as ratios with 6 places, half-up. */
export interface Receiving {
  readonly reference: string
  readonly compared: string
}

/** How one component of pay differs between two groups. */
export interface ComponentGap {
  readonly component: string
  /** Over everybody: who does not receive the component counts as zero. */
  readonly everyone: PayGap
  /** Over those who receive it. */
  readonly recipients: PayGap
  readonly receiving: Shown<Receiving>
}

/**
 * The gaps of single components of pay, such as bonus or overtime: among everybody, among those who
 * receive them, and who receives them at all. A component that a person does not have is not received.
 *
 * Each figure is suppressed by the people it is made of: recipients where they are fewer than
 * `comparison.minimum`, and with them the mean of everybody, which would tell theirs. Throws a
 * `PolicyError` where somebody lacks the attribute or nobody is of a group.
 *
 * @example
 * componentGaps({ people, components: ['bonus'], comparison })[0]?.receiving
 * //=> { reference: '0.800000', compared: '0.650000' }
 */
export function componentGaps(request: {
  readonly people: readonly Person[]
  readonly components: readonly string[]
  readonly comparison: Comparison
}): readonly ComponentGap[] {
  checkRequest(request, { components: list(text), comparison: comparisonOption })
  const { people, components, comparison } = request
  const pay = { amounts: components, missing: 'zero' } as const
  refuse([...problemsOfPeople(people, { pay: [pay] }), ...problemsOfComparison(people, comparison)])
  return components.map((component) => {
    const received: Pay = { amounts: [component], missing: 'leave-out' }
    const everyone = gapAmong(people, { ...received, missing: 'zero' }, comparison)
    const { reference, compared } = groupsOf(paidPeople(people, received), comparison)
    const complement = complementOf(comparison, reference.length, compared.length)
    return {
      component,
      everyone:
        complement === undefined || isSuppressed(everyone.mean)
          ? everyone
          : { ...everyone, mean: complement },
      recipients: gapAmong(people, received, comparison),
      receiving: receivingAmong(people, [component], comparison),
    }
  })
}

/** Which part of each group has any of these amounts above zero. */
export function receivingAmong(
  people: readonly Person[],
  amounts: readonly string[],
  comparison: Comparison,
): Shown<Receiving> {
  const all = groupsOf(people, comparison)
  const some = groupsOf(paidPeople(people, { amounts, missing: 'leave-out' }), comparison)
  const part = (group: 'reference' | 'compared') =>
    figure(fraction(BigInt(some[group].length), BigInt(all[group].length)))
  return (
    smallGroup(comparison, all.reference.length, all.compared.length) ?? {
      reference: part('reference'),
      compared: part('compared'),
    }
  )
}
