import fc from 'fast-check'
import type { Period } from '../../calendar/index.js'
import { overlap } from '../../calendar/internal.js'
import type { CreditRule, Plan } from '../../commission/index.js'
import { figureNames } from '../../commission/internal.js'
import type { Formula } from '../../formula/index.js'
import { fromScaled, minorUnits } from '../../quantity/index.js'
import {
  bookOn,
  type Department,
  type Person,
  type PolicyBook,
  type RunData,
} from '../../run/index.js'
import { amountsNear, type Figures, figuresOf } from './figures.js'
import { adjustmentsOf } from './people.js'
import { sharedDataOf } from './shared-data.js'

/** Drawn data of a run, all that may be there given, if only as nothing. */
export interface DrawnRunData extends RunData {
  readonly pools: NonNullable<RunData['pools']>
  readonly awards: NonNullable<RunData['awards']>
  readonly adjustments: NonNullable<RunData['adjustments']>
}

/**
 * Draws the data of a run that a book can pay: the owners of its crediting rules and a few more
 * people of each department, their pay, KPIs and quotas near the bounds of their policies, events that
 * its rules credit, adjustments, and what its awards and pools are given by. Valid by construction: a
 * pool that could not be divided is left out; what cannot be paid, such as a scorecard of which nothing
 * is reported, leaves its person unpaid.
 *
 * @example
 * fc.assert(fc.property(runDataOf(book, march), (data) => runCompensation(book, data, march).unpaid.length === 0))
 */
export function runDataOf(book: PolicyBook, period: Period): fc.Arbitrary<DrawnRunData> {
  const current = bookOn(book, period.from)
  const rules = book.crediting.filter(
    ({ from = period.from, to }) => overlap(period, { from, to }) !== undefined,
  )
  const owners = new Set(
    rules.flatMap((rule) =>
      Object.values(rule.owners)
        .flat()
        .map(({ person }) => person),
    ),
  )
  const all = [...current.departments.values()]
  const owned = [...owners].map((id) => ({ id, department: homeOf(id, all, rules) }))
  const others = all.flatMap((department) =>
    ['one', 'two'].map((which) => ({ id: `${department.id} ${which}`, department })),
  )
  const people = [...owned, ...others].flatMap(({ id, department }) =>
    department === undefined ? [] : [{ id, department }],
  )
  const ids = people.map(({ id }) => id)
  return fc
    .record({
      people: fc.tuple(
        ...people.map(({ id, department }) => personOf(book, department, id, period)),
      ),
      events: eventsOf(book, rules, period),
      adjustments: adjustmentsOf(book.policy.currency, ids),
      shared: sharedDataOf(current, ids, hired),
    })
    .map(({ shared, ...drawn }) => ({ ...drawn, ...shared, asOf: period.to, before: 'first' }))
}

/** Since when everybody is employed. */
const hired = '2000-01-01'

/** The department whose plan counts what a person is credited for, else any. */
function homeOf(
  person: string,
  departments: readonly Department[],
  rules: readonly CreditRule[],
): Department | undefined {
  const credits = rules
    .filter((rule) =>
      Object.values(rule.owners)
        .flat()
        .some((owner) => owner.person === person),
    )
    .map(({ credit }) => credit)
  const counts = ({ plan }: Department) => {
    const asked = plan?.policy.measure.where?.credit
    return plan !== undefined && (asked === undefined || credits.includes(asked))
  }
  return departments.find(counts) ?? departments[0]
}

function personOf(
  { policy: { currency } }: PolicyBook,
  { id: department, components, bonus, plan }: Department,
  id: string,
  period: Period,
): fc.Arbitrary<Person> {
  const pay = amountsNear(['10000'], minorUnits(currency))
  const histories = components.map(({ policy }) => [
    policy.component,
    pay.map((value) => [{ from: hired, value }]),
  ])
  // A figure that both read is one that the scorecard takes: it may have fewer places.
  const read = [
    ...(plan === undefined ? [] : [{ formula: plan.formula, names: figureNames(plan) }]),
    ...(bonus === undefined
      ? []
      : [{ formula: bonus.scorecard.score, names: bonus.scorecard.kpis }]),
  ]
  return fc
    .record({
      pay: fc.record(Object.fromEntries(histories)) as fc.Arbitrary<Person['pay']>,
      figures: fc.tuple(...read.map(({ formula, names }) => some(formula, names))),
      targetBonus: pay,
    })
    .map(({ pay, figures, targetBonus }) => ({
      id,
      name: id,
      department,
      pay,
      employment: { from: hired },
      figures: { [period.name]: Object.assign({}, ...figures) as Figures },
      ...(bonus !== undefined && { targetBonus }),
    }))
}

/** Some of a formula's inputs. */
function some(formula: Formula, names: readonly string[]): fc.Arbitrary<Figures> {
  return figuresOf(formula).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name))),
  )
}

function eventsOf(
  { policy, plans }: PolicyBook,
  rules: readonly CreditRule[],
  { from, to }: Period,
): fc.Arbitrary<RunData['events']> {
  if (rules.length === 0) return fc.constant([])
  const { currency } = policy
  const places = minorUnits(currency)
  const categories = [...plans.values()].flatMap((history) =>
    history.flatMap(({ value }) =>
      value?.policy.tiers.kind === 'category'
        ? [[value.policy.tiers.by, Object.keys(value.policy.tiers.rates)] as const]
        : [],
    ),
  )
  const values = new Map<string, string[]>()
  for (const [name, own] of [
    ...rules.map(({ by, owners }) => [by, Object.keys(owners)] as const),
    ...categories,
  ])
    values.set(name, [...(values.get(name) ?? []), ...own])
  const attributes = fc.record(
    Object.fromEntries([...values].map(([name, own]) => [name, fc.constantFrom(...own)])),
  )
  const numbers = [...plans.values()].flatMap((history) =>
    history.flatMap(({ value }) => (value === undefined ? [] : boundsOf(value))),
  )
  return fc
    .array(
      fc.record({
        amount: fc.oneof(
          { weight: 3, arbitrary: amountsNear(numbers, places) },
          {
            weight: 1,
            arbitrary: fc.bigInt(-100_000n, -1n).map((units) => fromScaled(units, places)),
          },
        ),
        attributes,
        where: fc.constantFrom(...rules.map(({ where = {} }) => where)),
        effective: fc.constantFrom(from, to),
      }),
      { maxLength: 6 },
    )
    .map((drawn) =>
      drawn.map(({ where, attributes: own, amount, effective }, i) => ({
        id: `e${i}`,
        amount,
        currency,
        effective,
        recorded: effective,
        kind: amount.startsWith('-') ? ('refund' as const) : ('order' as const),
        attributes: { ...own, ...where },
      })),
    )
}

/** Where the tiers of a plan begin. */
function boundsOf({ policy: { tiers } }: Plan): readonly string[] {
  return tiers.kind === 'marginal' || tiers.kind === 'retroactive'
    ? tiers.steps.flatMap(({ from }) => (from === undefined ? [] : [from]))
    : []
}
