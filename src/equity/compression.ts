import { at, refuse, text } from '../problem/index.js'
import { type Decimal, decimal, type NumericInput, readDecimal } from '../quantity/index.js'
import {
  compareFractions,
  decimalOption,
  type Fraction,
  fractionOf,
  over,
  times,
} from '../quantity/internal.js'
import { figure, medianOf } from './gap.js'
import { checkRequest, minimumOption, payOption } from './options.js'
import { byAttribute, type Pay, paidPeople, payOf, problemsOfPeople } from './people.js'
import { unknownManager } from './problems.js'
import type { Person } from './schema.js'
import { type Shown, smallGroup } from './suppression.js'

/** How pay rises with tenure in one job. */
export interface JobCompression {
  readonly job: string
  /** Median pay of new hires over that of the tenured, with 6 places, half-up; above 1 it is inverted. */
  readonly ratio: Shown<string>
  /** The tenured who are paid less than new hires, and those hires, by id. */
  readonly inversions: readonly {
    readonly person: string
    readonly paidLessThan: readonly string[]
  }[]
}

/**
 * Compression and inversion of pay by tenure: for each job what new hires are paid beside tenured
 * people, and each tenured person who is paid less than a new hire. New hires have a tenure below
 * `newBelow`, the tenured one of `tenuredFrom` or more; who is between counts for neither.
 *
 * The ratio is suppressed where either side has fewer than `minimum` people. Inversions name people:
 * they are for those who set pay, not for publication. Throws a `PolicyError` where somebody lacks the
 * job, the tenure or an amount with `missing: 'fail'`.
 *
 * @example
 * compression({ people, pay, job: 'job', tenure: 'years', newBelow: '1', tenuredFrom: '3', minimum: 5 })
 * //=> [{ job: 'agent', ratio: '1.020000', inversions: [{ person: 'li', paidLessThan: ['chen'] }] }]
 */
export function compression(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly job: string
  readonly tenure: string
  readonly newBelow: NumericInput
  readonly tenuredFrom: NumericInput
  readonly minimum: number
}): readonly JobCompression[] {
  checkRequest(request, {
    pay: payOption,
    job: text,
    tenure: text,
    newBelow: decimalOption(),
    tenuredFrom: decimalOption(),
    minimum: minimumOption,
  })
  const { people, pay, job, tenure, minimum } = request
  refuse(problemsOfPeople(people, { attributes: [job], pay: [pay], measures: [tenure] }))
  const newBelow = fractionOf(readDecimal(request.newBelow, 'newBelow') as Decimal)
  const tenuredFrom = fractionOf(readDecimal(request.tenuredFrom, 'tenuredFrom') as Decimal)
  const tenureOf = ({ measures }: Person) => fractionOf(decimal(measures?.[tenure] as string))
  return byAttribute(paidPeople(people, pay), job).map(([name, among]) => {
    const hires = among.filter((person) => compareFractions(tenureOf(person), newBelow) < 0)
    const tenured = among.filter((person) => compareFractions(tenureOf(person), tenuredFrom) >= 0)
    const pays = (of: readonly Person[]) => of.map((person) => payOf(person, pay))
    return {
      job: name,
      ratio:
        smallGroup({ minimum }, hires.length, tenured.length) ??
        ratioOf(medianOf(pays(hires)), medianOf(pays(tenured))),
      inversions: byId(tenured).flatMap((person) => {
        const own = payOf(person, pay)
        const above = hires.filter((hire) => compareFractions(payOf(hire, pay), own) > 0)
        return above.length === 0
          ? []
          : [{ person: person.id, paidLessThan: byId(above).map(({ id }) => id) }]
      }),
    }
  })
}

/** A person who is paid nearly as much as the manager, or more. */
export interface ManagerRatio {
  readonly manager: string
  readonly report: string
  /** The report's pay over the manager's, with 6 places, half-up; above 1 it is inverted. */
  readonly ratio: Shown<string>
}

/**
 * The people whose pay is at least `from` times that of their manager, by manager and report. `manager`
 * is the attribute that holds the manager's id; who has none has no manager.
 *
 * It names people, for those who set pay. Throws a `PolicyError` where a manager is not among the
 * people, and where somebody lacks an amount with `missing: 'fail'`.
 *
 * @example
 * payBesideManagers({ people, pay, manager: 'manager', from: '0.95' })
 * //=> [{ manager: 'wang', report: 'li', ratio: '1.100000' }]
 */
export function payBesideManagers(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly manager: string
  readonly from: NumericInput
}): readonly ManagerRatio[] {
  checkRequest(request, { pay: payOption, manager: text, from: decimalOption() })
  const { people, pay, manager } = request
  const byName = new Map(people.map((person) => [person.id, person]))
  refuse([
    ...problemsOfPeople(people, { pay: [pay] }),
    ...people.flatMap((person, i) => {
      const id = managerOf(person, manager)
      return id === undefined || byName.has(id)
        ? []
        : [unknownManager(at(at(at('people', i), 'attributes'), manager), id)]
    }),
  ])
  const from = fractionOf(readDecimal(request.from, 'from') as Decimal)
  return byId(paidPeople(people, pay))
    .flatMap((report) => {
      const above = byName.get(managerOf(report, manager) ?? '')
      if (above === undefined) return []
      const [own, theirs] = [payOf(report, pay), payOf(above, pay)]
      return compareFractions(own, times(from, theirs)) < 0
        ? []
        : [{ manager: above.id, report: report.id, ratio: ratioOf(own, theirs) }]
    })
    .sort((a, b) => compareText(a.manager, b.manager))
}

function ratioOf(pay: Fraction, beside: Fraction): Shown<string> {
  return beside.numerator === 0n ? { suppressed: 'zero-reference' } : figure(over(pay, beside))
}

function managerOf({ attributes }: Person, manager: string): string | undefined {
  return Object.hasOwn(attributes, manager) ? attributes[manager] : undefined
}

function byId(people: readonly Person[]): readonly Person[] {
  return [...people].sort((a, b) => compareText(a.id, b.id))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
