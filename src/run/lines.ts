import {
  type Dated,
  intersection,
  type Period,
  type ProrationRequest,
  prorate,
  prorateByChange,
  type Span,
  valueOn,
} from '../calendar/index.js'
import { measuredInputs, type Owed, type Plan, pay, type Settlement } from '../commission/index.js'
import { check, type Evaluation, evaluate, input, named, prorationInputs } from '../formula/index.js'
import { scorecardInputs } from '../kpi/index.js'
import { at, fail, type Problem, problemsOf, refuse } from '../problem/index.js'
import { decimal, difference, isProblem, minorUnits, money, type NumericInput, readDecimal } from '../quantity/index.js'
import type { Book, Department, PayComponent } from './book.js'
import {
  missingPay,
  missingTarget,
  unknownComponent,
  unknownFigure,
  unpaidTarget,
} from './problems.js'
import type { OneOff, Person } from './data-schema.js'
import type { StatementLine } from './statement.js'

/** What the lines of one person are worked out from. */
export interface PersonRun {
  readonly book: Book
  readonly department: Department
  readonly person: Person
  readonly period: Period
  /** The settlement of the person's commission, and what is owed from before. */
  readonly settle?: (() => Settlement) | undefined
  readonly owed: Owed
  readonly oneOffs: readonly OneOff[]
}

/** The lines of one person, and what the next run needs to know. */
export interface PersonPay {
  readonly lines: readonly StatementLine[]
  readonly settlement?: Settlement
  readonly owed?: Owed
}

/**
 * The lines of one person's statement: pay components, the target bonus, the commission of each
 * period that is settled and what recovery and draws make of it, then one-off payments.
 *
 * Throws a `PolicyError` with every problem of the person's data, each with its path in the person.
 */
export function payLines(run: PersonRun): PersonPay {
  const problems: Problem[] = [...unreadData(run)]
  const dates = problemsOf(() => prorate(prorationRequest(run)))
  // Where dates are wrong, nothing that depends on them can be told.
  if (dates.length > 0) refuse([...dates, ...problems])
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
  const figures = at('figures', run.period.name)
  collect(
    () => bonusLines(run),
    (path) =>
      path === 'inputs.target.bonus' ? 'targetBonus' : path.replace(/^inputs|^measures/, figures),
  )
  let pay: Omit<PersonPay, 'lines'> = {}
  collect(
    () => {
      const { lines: own, ...rest } = commissionLines(run)
      pay = rest
      return own
    },
    (path) => `figures.${path.replace('.inputs.', '.')}`,
  )
  lines.push(...run.oneOffs.map((oneOff) => oneOffLine(run.book, oneOff)))
  refuse(distinct(problems))
  return { lines, ...pay }
}

/** A figure that a scorecard and a gate both read is wrong once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [
    ...new Map(problems.map((problem) => [problem.path + problem.message.en, problem])).values(),
  ]
}

/** The days of the period on which the person is employed. */
function employedSpan({ person, period }: PersonRun): Span | undefined {
  const { from, to = '9999-12-31' } = person.employment
  return intersection(period, { start: from, end: to })
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
  const history = ownValue(run.person.pay, component) ?? []
  const day = prorated ? employed.start : employed.end
  const amount = valueOn(history, day) ?? fail(missingPay('', day))
  if (!prorated) return [line('component', component, evaluate(formula, { amount }), policy.clause)]
  const segments = prorateByChange(prorationRequest(run), changesOf(history))
  return segments.map(({ start, end, values, proration }) => {
    const inputs = { amount: values[0], ...prorationInputs(proration) }
    const paid = line('component', component, evaluate(formula, inputs), policy.clause)
    return segments.length === 1 ? paid : { ...paid, from: start, to: end }
  })
}

/** An entry that repeats the amount before it must not cut a line in two, each rounded by itself. */
function changesOf(history: readonly Dated<string>[]): readonly Dated<string>[] {
  return history.filter(({ value }, i) => {
    const before = history[i - 1]
    return before === undefined || !sameAmount(before.value, value)
  })
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
  return [line('bonus', policy.scorecard, evaluate(formula, inputs), policy.clause)]
}

/** The figures of the period that is paid. */
function figuresOf({ person, period }: PersonRun): Person['figures'][string] {
  return ownValue(person.figures, period.name) ?? {}
}

/** Sales of who has left, or their refunds, still come in; without any there is nothing to pay. */
function commissionLines(run: PersonRun): PersonPay {
  const { settle, owed, period, department } = run
  const settlement = settle?.()
  if (settlement === undefined) return { lines: [] }
  const due = settlement.lines.filter((each) => !decimal(each.due).isZero())
  const shown =
    employedSpan(run) === undefined
      ? due
      : settlement.lines.filter((each) => due.includes(each) || each.period === period.name)
  const lines = shown.map(({ trace, clause, release: _, ...settled }) => ({
    ...{ kind: 'commission' as const, source: settlement.plan, amount: settled.due, trace },
    ...(clause !== undefined && { clause }),
    settled,
  }))
  if (department.payments === undefined) return { lines, settlement }
  const { trace, owed: after, ...payment } = pay(department.payments, {
    due: settlement.due,
    period,
    owed,
  })
  const places = minorUnits(run.book.policy.currency)
  const amount = difference(payment.paid, settlement.due, places)
  const changed = decimal(amount).isZero()
    ? []
    : [{ kind: 'recovery' as const, source: settlement.plan, amount, trace, payment }]
  return { lines: [...lines, ...changed], settlement, owed: after }
}

/** A payment that no formula works out: its trace says the amount, its label and its clause. */
function oneOffLine({ policy }: Book, oneOff: OneOff): StatementLine {
  const { kind, source, amount, label, clause, reason, id } = oneOff
  const { currency } = policy
  const given = input('amount', money(currency), minorUnits(currency), label)
  const evaluation = evaluate(check(named(label, given, clause)), { amount })
  return { ...line(kind, source, evaluation, clause), oneOff: { id, reason } }
}

/** What a record holds under a name, and never what every object inherits. */
function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function line(
  kind: StatementLine['kind'],
  source: string,
  { value, trace }: Evaluation,
  clause: string | undefined,
): StatementLine {
  return { kind, source, amount: value, trace, ...(clause !== undefined && { clause }) }
}

/** Data that no policy of the department reads is most likely misplaced or misspelt. */
function unreadData(run: PersonRun): readonly Problem[] {
  const { department, person, period } = run
  const { bonus, plan, components } = department
  const known = [...(bonus?.scorecard.kpis ?? []), ...(plan === undefined ? [] : figureNames(plan))]
  const paid = components.map(({ policy }) => policy.component)
  return [
    ...Object.keys(figuresOf(run))
      .filter((name) => !known.includes(name))
      .map((name) => unknownFigure(at(at('figures', period.name), name), name, known)),
    ...Object.keys(person.pay)
      .filter((name) => !paid.includes(name))
      .map((name) => unknownComponent(at('pay', name), name, paid)),
    ...(bonus === undefined && person.targetBonus !== undefined
      ? [unpaidTarget('targetBonus')]
      : []),
  ]
}

/** What a plan reads of a person beside what is measured. */
export function figureNames(plan: Plan): readonly string[] {
  const measured = [...measuredInputs(plan), 'earned_to_date']
  return Object.keys(plan.formula.inputs).filter((name) => !measured.includes(name))
}
