import { prorationInputs } from '../bonus/index.js'
import {
  intersection,
  type Period,
  prorate,
  prorateByChange,
  type Span,
  valueOn,
} from '../calendar/index.js'
import { type Evaluation, evaluate, type Formula } from '../formula/index.js'
import { scorecardInputs } from '../kpi/index.js'
import { at, fail, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import type { NumericInput } from '../quantity/index.js'
import type { Book, Department, PayComponent } from './book.js'
import { missingPay, missingTarget, unknownComponent, unknownFigure } from './problems.js'
import type { Person } from './schema.js'
import type { StatementLine } from './statement.js'

/** What the lines of one person are worked out from. */
export interface PersonRun {
  readonly book: Book
  readonly department: Department
  readonly person: Person
  readonly period: Period
  /** What the person is credited under the department's plan, `0` for nothing. */
  readonly credited: string
}

/**
 * The lines of one person's statement: pay components, then the target bonus, then the commission.
 * Throws a `PolicyError` with every problem of the person's data.
 */
export function payLines(run: PersonRun): readonly StatementLine[] {
  const problems: Problem[] = [...unknownNames(run)]
  const lines: StatementLine[] = []
  const collect = (path: string, task: () => readonly StatementLine[]) =>
    problems.push(
      ...under(
        path,
        problemsOf(() => lines.push(...task())),
      ),
    )
  for (const component of run.department.components)
    collect(at('pay', component.component), () => componentLines(run, component))
  collect('', () => bonusLines(run))
  collect('', () => commissionLines(run))
  refuse(problems)
  return lines
}

/** Whom the period pays anything for being employed: the days of it that a person is. */
function employedSpan({ person, period }: PersonRun): Span | undefined {
  const { from, to = '9999-12-31' } = person.employment
  return intersection(period, { start: from, end: to })
}

function prorationRequest({ person, period, book }: PersonRun) {
  const { employment, absences } = person
  return { period, employment, absences, basis: book.policy.proration }
}

function componentLines(
  run: PersonRun,
  { component, prorated, formula }: PayComponent,
): readonly StatementLine[] {
  const employed = employedSpan(run)
  if (employed === undefined) return []
  const history = ownValue(run.person.pay, component) ?? []
  const day = prorated ? employed.start : employed.end
  const amount = valueOn(history, day) ?? fail(missingPay('', day))
  if (!prorated) return [line('component', evaluate(formula, { amount }))]
  const segments = prorateByChange(prorationRequest(run), history)
  return segments.map(({ start, end, values, proration }) => {
    const [value] = values
    const paid = line(
      'component',
      evaluate(formula, { amount: value, ...prorationInputs(proration) }),
    )
    return segments.length === 1 ? paid : { ...paid, from: start, to: end }
  })
}

function bonusLines(run: PersonRun): readonly StatementLine[] {
  const { bonus, policy } = run.department
  if (bonus === undefined || employedSpan(run) === undefined) return []
  const { figures } = run.person
  const target = run.person.targetBonus ?? fail(missingTarget('targetBonus'))
  const { scorecard, formula } = bonus
  const known = scorecard.policy.kpis.map(({ kpi }) => kpi)
  const measures = Object.fromEntries(
    Object.entries(figures).filter(([name]) => known.includes(name)),
  )
  const inputs: Record<string, NumericInput> = {
    'target.bonus': target,
    ...scorecardInputs(scorecard, measures),
    ...(policy.bonus?.prorated && prorationInputs(prorate(prorationRequest(run)))),
  }
  return [line('bonus', evaluate(formula, inputs))]
}

function commissionLines({ department, person, credited }: PersonRun): readonly StatementLine[] {
  const { plan } = department
  if (plan === undefined) return []
  const { sum } = plan.policy.measure
  const inputs = { ...read(plan.formula, person.figures), [sum]: credited }
  return [line('commission', evaluate(plan.formula, inputs))]
}

/** The figures that a formula reads. */
function read(formula: Formula, figures: Person['figures']): Record<string, NumericInput> {
  return Object.fromEntries(
    Object.keys(formula.inputs).flatMap((name) => {
      const value = ownValue(figures, name)
      return value === undefined || value === null ? [] : [[name, value]]
    }),
  )
}

/** What a record holds under a name, and never what every object inherits. */
function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function line(kind: StatementLine['kind'], { value, trace }: Evaluation): StatementLine {
  return { kind, amount: value, trace }
}

/** Names that no policy of the department reads are most likely misspelt: nothing may be lost. */
function unknownNames({ department, person }: PersonRun): readonly Problem[] {
  const { bonus, plan, components } = department
  const figures = [
    ...(bonus?.scorecard.policy.kpis.map(({ kpi }) => kpi) ?? []),
    ...Object.keys(plan?.formula.inputs ?? {}).filter((name) => name !== plan?.policy.measure.sum),
  ]
  const pay = components.map(({ component }) => component)
  return [
    ...Object.keys(person.figures)
      .filter((name) => !figures.includes(name))
      .map((name) => unknownFigure(at('figures', name), name, figures)),
    ...Object.keys(person.pay)
      .filter((name) => !pay.includes(name))
      .map((name) => unknownComponent(at('pay', name), name, pay)),
  ]
}
