import {
  type History,
  historyOf,
  intersection,
  type Period,
  type ProrationRequest,
  prorate,
  prorateByChange,
  type Span,
  valueOn,
} from '../calendar/index.js'
import { type Owed, pay, type Settlement, type SettlementLine } from '../commission/index.js'
import {
  type Bare,
  type Evaluation,
  evaluate,
  prorationInputs,
  type Step,
} from '../formula/index.js'
import { scorecardInputs } from '../kpi/index.js'
import { at, fail, type Label, type Problem, problemsOf, refuse } from '../problem/index.js'
import {
  decimal,
  difference,
  isProblem,
  minorUnits,
  type NumericInput,
  readDecimal,
  total,
} from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import type { Book, Department, PayComponent } from './book.js'
import type { Adjustment, Person } from './data-schema.js'
import { missingPay, missingTarget } from './problems.js'
import type { AwardLine, CommissionLine, PoolLine, StatementLine } from './statement.js'
import { unpaidAmounts, unreadFigures } from './unread.js'

/** A plan that a person is settled under. */
export interface Commission {
  readonly plan: string
  /** What the plan reads of a person in the period that is paid. */
  readonly figures: readonly string[]
  /** Whether the person's department pays by it now. */
  readonly own: boolean
  /** Whether the person is credited under it, or was settled before. */
  readonly credited: boolean
  readonly settle: () => Settlement
}

/** What the lines of one person are worked out from. */
export interface PersonRun {
  readonly book: Book
  readonly department: Department
  readonly person: Person
  readonly period: Period
  readonly commissions: readonly Commission[]
  /** What is owed from before. */
  readonly owed: Owed
  /** Shares of pools, and awards. */
  readonly shared: readonly (PoolLine | AwardLine)[]
  readonly adjustments: readonly Adjustment[]
}

/** The lines of one person, and what the next run needs to know. */
export interface PersonPay {
  readonly lines: readonly StatementLine[]
  readonly settlements: readonly Settlement[]
  readonly owed: Owed
  /** Whether the person is employed on a day of the period. */
  readonly employed: boolean
  /** Figures of the period that no policy of the department reads. */
  readonly unread: readonly Problem[]
}

/**
 * The lines of one person's statement: pay components, the target bonus, the commission of each
 * period that is settled and what recovery and draws make of it, then one-off payments.
 *
 * Throws a `PolicyError` with every problem of the person's data, each with its path in the person;
 * also with the figures that nothing reads, one of which may be a missing one misspelt.
 */
export function payLines(run: PersonRun): PersonPay {
  const { currency } = run.book.policy
  const figures = at('figures', run.period.name)
  const unread = unreadFigures(figures, figuresOf(run), [
    ...(run.department.bonus?.scorecard.kpis ?? []),
    ...run.commissions.flatMap((commission) => commission.figures),
  ])
  const problems: Problem[] = [...unpaidAmounts(run.department, run.person)]
  const dates = problemsOf(() => prorate(prorationRequest(run)))
  // Where dates are wrong, nothing that depends on them can be told.
  if (dates.length > 0) refuse([...dates, ...unread, ...problems])
  const lines: StatementLine[] = []
  const collect = (task: () => readonly StatementLine[], placed: (path: string) => string) => {
    const found = problemsOf(() => lines.push(...task()))
    problems.push(...found.map((problem) => ({ ...problem, path: placed(problem.path) })))
  }
  for (const component of run.department.components)
    collect(
      () => componentLines(run, component),
      (path) =>
        at('pay', component.policy.component) + path.replace(/^inputs\.amount|^history/, ''),
    )
  collect(
    () => bonusLines(run),
    (path) =>
      path === 'inputs.target.bonus' ? 'targetBonus' : path.replace(/^inputs|^measures/, figures),
  )
  const settlements: Settlement[] = []
  const employed = employedSpan(run) !== undefined
  for (const { settle } of run.commissions.filter(({ credited }) => credited || employed)) {
    const found = problemsOf(() => settlements.push(settle()))
    problems.push(
      ...found.map((each) => ({ ...each, path: `figures.${each.path.replace('.inputs.', '.')}` })),
    )
  }
  for (const adjustment of run.adjustments)
    problems.push(...placesProblems(at('adjustments', adjustment.id), adjustment.amount, currency))
  if (problems.length > 0) refuse(distinct([...unread, ...problems]))
  const due = total(
    settlements.map((each) => each.due),
    minorUnits(currency),
  )
  // A draw is for who is in the plan; who has left or moved still pays back.
  const drawn = employed && run.department.plan !== undefined
  const recovered =
    settlements.length === 0 ? { lines: [], owed: run.owed } : recoveryOf(run, due, drawn)
  return {
    lines: [
      ...lines,
      ...settlements.flatMap((settlement) => commissionLines(run, settlement)),
      ...recovered.lines,
      ...run.shared,
      ...run.adjustments.map((each) => adjustmentLine(each, minorUnits(currency))),
    ],
    settlements,
    owed: recovered.owed,
    employed,
    unread,
  }
}

/** A figure that a scorecard and a gate both read is wrong once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [
    ...new Map(problems.map((problem) => [problem.path + problem.message.en, problem])).values(),
  ]
}

/** The days of the period on which the person is employed. */
function employedSpan({ person, period }: PersonRun): Span | undefined {
  return intersection(period, person.employment)
}

function prorationRequest({ person, period, book }: PersonRun): ProrationRequest {
  const { employment, absences } = person
  return { period, employment, absences, basis: book.policy.proration }
}

function componentLines(
  run: PersonRun,
  { policy, formula }: PayComponent,
): readonly StatementLine[] {
  const employed = employedSpan(run)
  if (employed === undefined) return []
  const { component, prorated } = policy
  const history = ownValue(run.person.pay, component) ?? historyOf<string>([])
  const day = prorated ? employed.from : employed.to
  const amount = valueOn(history, day) ?? fail(missingPay('', day))
  if (!prorated) return [line('component', component, evaluate(formula, { amount }), policy)]
  const segments = prorateByChange(prorationRequest(run), changesOf(history))
  return segments.map(({ from, to, values, proration }) => {
    const inputs = { amount: values[0], ...prorationInputs(proration) }
    const paid = line('component', component, evaluate(formula, inputs), policy)
    return segments.length === 1 ? paid : { ...paid, from, to }
  })
}

/** An entry that repeats the amount before it must not cut a line in two, each rounded by itself. */
function changesOf(history: History<string>): History<string> {
  const changes = history.filter(({ value }, i) => {
    const before = history[i - 1]
    return before === undefined || !sameAmount(before.value, value)
  })
  return historyOf(changes)
}

function sameAmount(a: string, b: string): boolean {
  const [left, right] = [readDecimal(a, ''), readDecimal(b, '')]
  return !isProblem(left) && !isProblem(right) && left.equals(right)
}

function bonusLines(run: PersonRun): readonly StatementLine[] {
  const { bonus } = run.department
  if (bonus === undefined || employedSpan(run) === undefined) return []
  const { policy, scorecard, formula } = bonus
  const { targetBonus = fail(missingTarget('targetBonus')) } = run.person
  const measures = Object.fromEntries(
    Object.entries(figuresOf(run)).filter(([name]) => scorecard.kpis.includes(name)),
  )
  const inputs: Record<string, NumericInput> = {
    'target.bonus': targetBonus,
    ...scorecardInputs(scorecard, measures),
    ...(policy.prorated && prorationInputs(prorate(prorationRequest(run)))),
  }
  return [line('bonus', policy.scorecard, evaluate(formula, inputs), policy)]
}

/** The figures of the period that is paid. */
function figuresOf({ person, period }: PersonRun): Person['figures'][string] {
  return ownValue(person.figures, period.name) ?? {}
}

/** Sales of who has left, or their refunds, still come in; without any there is nothing to pay. */
function commissionLines(run: PersonRun, { plan, lines }: Settlement): readonly CommissionLine[] {
  const { own } = run.commissions.find((each) => each.plan === plan) as Commission
  const expected = own && employedSpan(run) !== undefined
  const shown = ({ period, due, events }: SettlementLine) =>
    !decimal(due).isZero() || (period === run.period.name && (expected || events.length > 0))
  return lines.filter(shown).map(({ trace, clause, release: _, ...settled }) => ({
    kind: 'commission',
    source: plan,
    label: labelOf(trace),
    amount: settled.due,
    ...(clause !== undefined && { clause }),
    settled,
    trace,
  }))
}

/** What the department's rule of recovery and draws makes of the commission that is due. */
function recoveryOf(
  { department, owed, period, book }: PersonRun,
  due: string,
  drawn: boolean,
): Pick<PersonPay, 'lines' | 'owed'> {
  const { payments } = department
  if (payments === undefined) return { lines: [], owed }
  const request = { due, period, owed, drawn }
  const { owed: after, trace: _, ...payment } = pay(payments.rules, request)
  const places = minorUnits(book.policy.currency)
  const amount = difference(payment.paid, due, places)
  const carried = total(
    after.carried.map((each) => each.amount),
    places,
  )
  if (decimal(amount).isZero() && decimal(payment.forgiven).isZero())
    return { lines: [], owed: after }
  const label = { en: 'Recovery and draw', 'zh-CN': '扣回与保底' }
  const source = { kind: 'recovery', source: payments.id, label, amount } as const
  return { lines: [{ ...source, payment: { ...payment, carried } }], owed: after }
}

/** What somebody decided is paid as it stands: no formula works it out. */
function adjustmentLine(
  { id, label, amount, reason, clause }: Adjustment,
  places: number,
): StatementLine {
  const paid = { kind: 'adjustment', source: id, label, amount: total([amount], places) } as const
  return { ...paid, ...(clause !== undefined && { clause }), reason }
}

/** What a record holds under a name, and never what every object inherits. */
function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function line<Kind extends 'component' | 'bonus'>(
  kind: Kind,
  source: string,
  { value, trace }: Evaluation,
  { clause }: { readonly clause?: string | undefined },
) {
  const paid = { kind, source, label: labelOf(trace), amount: value }
  return { ...paid, ...(clause !== undefined && { clause }), trace }
}

/** What a formula of pay calls its result: all of them do. */
function labelOf({ node }: Step): Label {
  return (node as Bare<'named'>).label
}
