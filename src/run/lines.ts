import { prorationInputs } from '../bonus/index.js'
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
import { type Evaluation, evaluate } from '../formula/index.js'
import { scorecardInputs } from '../kpi/index.js'
import { at, fail, type Problem, problemsOf, refuse } from '../problem/index.js'
import { isProblem, type NumericInput, readDecimal } from '../quantity/index.js'
import type { Book, Department, PayComponent } from './book.js'
import {
  missingPay,
  missingTarget,
  unknownComponent,
  unknownFigure,
  unpaidTarget,
} from './problems.js'
import type { Person } from './schema.js'
import type { StatementLine } from './statement.js'

/** What the lines of one person are worked out from. */
export interface PersonRun {
  readonly book: Book
  readonly department: Department
  readonly person: Person
  readonly period: Period
  /** What the person is credited, as inputs of the department's plan. */
  readonly measured: Readonly<Record<string, string>>
  /** Whether anything of it is of this period. */
  readonly credited: boolean
}

/**
 * The lines of one person's statement: pay components, then the target bonus, then the commission.
 *
 * Throws a `PolicyError` with every problem of the person's data, each with its path in the person.
 */
export function payLines(run: PersonRun): readonly StatementLine[] {
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
  collect(() => bonusLines(run), figurePath)
  collect(() => commissionLines(run), figurePath)
  refuse(distinct(problems))
  return lines
}

/** What formulas and scorecards call `inputs.quota` and `measures` are the person's figures. */
function figurePath(path: string): string {
  return path === 'inputs.target.bonus'
    ? 'targetBonus'
    : path.replace(/^inputs|^measures/, 'figures')
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
  if (!prorated) return [line('component', component, evaluate(formula, { amount }))]
  const segments = prorateByChange(prorationRequest(run), changesOf(history))
  return segments.map(({ start, end, values, proration }) => {
    const inputs = { amount: values[0], ...prorationInputs(proration) }
    const paid = line('component', component, evaluate(formula, inputs))
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
  const { figures, targetBonus = fail(missingTarget('targetBonus')) } = run.person
  const known = scorecard.policy.kpis.map(({ kpi }) => kpi)
  const measures = Object.fromEntries(
    Object.entries(figures).filter(([name]) => known.includes(name)),
  )
  const inputs: Record<string, NumericInput> = {
    'target.bonus': targetBonus,
    ...scorecardInputs(scorecard, measures),
    ...(policy.prorated && prorationInputs(prorate(prorationRequest(run)))),
  }
  return [line('bonus', policy.scorecard, evaluate(formula, inputs))]
}

/** Sales of who has left, or their refunds, still come in; without any there is nothing to pay. */
function commissionLines(run: PersonRun): readonly StatementLine[] {
  const { plan } = run.department
  const { credited, measured, person } = run
  if (plan === undefined || (!credited && employedSpan(run) === undefined)) return []
  const figures = Object.keys(plan.formula.inputs).flatMap((name) => {
    const value = ownValue(person.figures, name)
    return value === undefined || value === null ? [] : [[name, value]]
  })
  const inputs = { ...Object.fromEntries(figures), ...measured }
  return [line('commission', plan.id, evaluate(plan.formula, inputs))]
}

/** What a record holds under a name, and never what every object inherits. */
function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function line(
  kind: StatementLine['kind'],
  source: string,
  { value, trace }: Evaluation,
): StatementLine {
  return { kind, source, amount: value, trace }
}

/** Data that no policy of the department reads is most likely misplaced or misspelt. */
function unreadData({ department, person, measured }: PersonRun): readonly Problem[] {
  const { bonus, plan, components } = department
  const figures = [
    ...(bonus?.scorecard.policy.kpis.map(({ kpi }) => kpi) ?? []),
    ...Object.keys(plan?.formula.inputs ?? {}).filter((name) => !Object.hasOwn(measured, name)),
  ]
  const pay = components.map(({ policy }) => policy.component)
  return [
    ...Object.keys(person.figures)
      .filter((name) => !figures.includes(name))
      .map((name) => unknownFigure(at('figures', name), name, figures)),
    ...Object.keys(person.pay)
      .filter((name) => !pay.includes(name))
      .map((name) => unknownComponent(at('pay', name), name, pay)),
    ...(bonus === undefined && person.targetBonus !== undefined
      ? [unpaidTarget('targetBonus')]
      : []),
  ]
}
