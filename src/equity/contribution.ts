import { list, refuse, text } from '../problem/index.js'
import { fraction, over, plus } from '../quantity/internal.js'
import { figure, sumOf } from './gap.js'
import { checkRequest, minimumOption, payOption } from './options.js'
import { byAttribute, type Pay, payOf, problemsOfPeople } from './people.js'
import { nothingPaid } from './problems.js'
import type { Person } from './schema.js'
import { type Shown, suppressedLines } from './suppression.js'

/** What a department is paid beside what it brings in. Shares are ratios with 6 places, half-up. */
export interface ContributionShare {
  readonly people: number
  readonly peopleShare: string
  readonly payShare: string
  /** Of what the departments bring in directly. */
  readonly directShare: string
  /** Of what they bring in directly and indirectly. */
  readonly contributionShare: string
  /** Pay share over contribution share: above 1 the department is paid more than it brings in. */
  readonly payToContribution: Shown<string>
}

/**
 * Each department's share of pay beside its share of what the company earns, with and without the
 * revenue that it brings in indirectly (such as an order that follows good service, as
 * `credit.creditDeals` credits it). Exact; each figure is rounded once.
 *
 * Amounts that a person does not have count as zero: not everybody brings in revenue. The line of a
 * department with fewer than `minimum` people is suppressed. Throws a `PolicyError` where somebody lacks
 * the department or a pay amount with `missing: 'fail'`, and where all pay, all direct contribution or
 * all contribution is zero.
 *
 * @example
 * contributionShares({ people, pay, department: 'department', direct: ['sales'], indirect: ['assisted'], minimum: 5 })
 * //=> [{ department: 'service', people: 40, payShare: '0.200000', directShare: '0.050000', contributionShare: '0.250000', … }]
 */
export function contributionShares(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly department: string
  readonly direct: readonly string[]
  readonly indirect: readonly string[]
  readonly minimum: number
}): readonly ({ readonly department: string } & Shown<ContributionShare>)[] {
  checkRequest(request, {
    pay: payOption,
    department: text,
    direct: list(text),
    indirect: list(text),
    minimum: minimumOption,
  })
  const { people, pay, department, direct, indirect, minimum } = request
  const brought: Pay = { amounts: [...direct, ...indirect], missing: 'zero' }
  refuse(problemsOfPeople(people, { attributes: [department], pay: [pay, brought] }))
  const sumsOf = (among: readonly Person[]) => {
    const sum = (each: Pay) => sumOf(among.map((person) => payOf(person, each)))
    const own = sum({ amounts: direct, missing: 'zero' })
    return {
      pay: sum(pay),
      direct: own,
      contribution: plus(own, sum({ amounts: indirect, missing: 'zero' })),
    }
  }
  const whole = sumsOf(people)
  refuse(
    (['pay', 'direct', 'contribution'] as const).flatMap((key) =>
      whole[key].numerator === 0n ? [nothingPaid(key)] : [],
    ),
  )
  const departments = byAttribute(people, department)
  const hidden = suppressedLines(
    { minimum },
    departments.map(([, among]) => [among.length]),
  )
  return departments.map(([name, among], i) => {
    const sums = sumsOf(among)
    const payShare = over(sums.pay, whole.pay)
    const contributionShare = over(sums.contribution, whole.contribution)
    return {
      department: name,
      ...(hidden[i] ?? {
        people: among.length,
        peopleShare: figure(fraction(BigInt(among.length), BigInt(people.length))),
        payShare: figure(payShare),
        directShare: figure(over(sums.direct, whole.direct)),
        contributionShare: figure(contributionShare),
        payToContribution:
          contributionShare.numerator === 0n
            ? ({ suppressed: 'zero-reference' } as const)
            : figure(over(payShare, contributionShare)),
      }),
    }
  })
}
