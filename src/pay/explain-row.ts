import { type Explanation, evaluate, type Formula, type Step } from '../formula/index.js'
import { explainedWith } from '../formula/internal.js'
import { labelIn } from '../problem/index.js'
import { formatQuantity } from '../quantity/index.js'
import type { LinkedComponent, LinkedVersion } from './book.js'
import type { Holder } from './data-index.js'
import { type ReadRow, readingOf, readRow } from './entitle.js'
import { tellInput } from './explain-input.js'
import { formulaCalled, isFlag } from './explain-labels.js'
import { combined, workedTogether } from './explain-stretches.js'
import {
  firstOf,
  labelOf,
  lastVersion,
  listed,
  type Telling,
  writtenOf,
} from './explain-telling.js'
import type { Part } from './run.js'
import type { SheetWork } from './sheet-work.js'
import { isFailed, type PayRow } from './work.js'

/** What a component of an owner came to in a period, down to its sources. */
export function tellResult(
  telling: Telling,
  reader: SheetWork,
  component: LinkedComponent,
  holder: Holder,
  index: number,
  record?: string,
): Explanation {
  const { say, locale } = telling
  const work = telling.workOf(component, reader)
  const result = work.result(component, holder, index)
  const named = (version: LinkedVersion, value: string) => ({
    ...headOf(version, telling),
    value: writtenOf(value, component, locale),
  })
  if (result === undefined || isFailed(result)) {
    const how = [say.noRow(work.timeline(component).at(index).name)]
    return { ...named(lastVersion(component), '0'), how, steps: [] }
  }
  const value = result.text
  const rows = result.rows.map((row, i): Row => ({ row, part: result.parts[i] as Part }))
  const one = record === undefined ? rows[0] : rows.find(({ part }) => part.record === record)
  if (one === undefined) {
    const none = component.retro === 0 ? say.stands : say.added(0)
    return { ...named(lastVersion(component), value), how: [none], steps: [] }
  }
  const { version } = one.row
  if (record !== undefined)
    return { ...tellRow(telling, work, one.row), ...named(version, one.part.amount) }
  const groups = workedTogether(rows)
  const told = groups.slice(0, listed).map((group) => tellGroup(telling, work, group))
  const [only] = told as [Explanation, ...Explanation[]]
  if (groups.length === 1 && one.row.records === undefined)
    return { ...only, ...named(version, value) }
  const more = groups.length > listed ? [say.more(groups.length - listed)] : []
  return { ...named(version, value), how: [say.added(groups.length), ...more], steps: told }
}

/** How a component is called, and the clause it comes from. */
function headOf(version: LinkedVersion, { locale }: Telling) {
  const { expression } = version.formula
  const clause =
    version.component.clause ?? (expression.op === 'named' ? expression.clause : undefined)
  return { label: labelOf(version, locale), ...(clause !== undefined && { clause }) }
}

interface Row {
  readonly row: PayRow
  readonly part: Part
}

/** What rows that were worked out together came to, named by their days or their record. */
function tellGroup(telling: Telling, work: SheetWork, rows: readonly Row[]): Explanation {
  const { say } = telling
  const [first, last] = [rows[0], rows.at(-1)] as [Row, Row]
  const { row, part } = first
  const days = say.days({ from: row.from, to: last.row.to })
  const label = part.record === undefined ? days : say.of(part.record, days)
  const told = rows.length === 1 ? tellRow(telling, work, row) : tellStretches(telling, work, rows)
  const why = part.why === undefined ? [] : [say.why(part.why)]
  return { ...told, label, how: [...why, ...told.how] }
}

/** A row by its formula, and below it where its inputs come from. */
function tellRow(telling: Telling, work: SheetWork, row: PayRow): Explanation {
  const one = readRow(work, row) as ReadRow
  const formula = formulaCalled(telling, work, row.version)
  const run = { work, formula, inputs: one.read }
  const { told, texts } = tellRun(telling, run, (name) => ({ ...one, name }))
  return { ...told, steps: [...told.steps, ...texts.map(([, text]) => text)] }
}

/** Several stretches: what each brings to the sum, which is divided or rounded once. */
function tellStretches(telling: Telling, work: SheetWork, rows: readonly Row[]): Explanation {
  const { say, locale } = telling
  const { version } = (rows[0] as Row).row
  const read = rows.map(({ row }) => readRow(work, row) as ReadRow)
  const labels = rows.map(({ row }) => say.days(row))
  const all = combined(formulaCalled(telling, work, version), read, labels)
  const written = (amount: string) => formatQuantity(amount, version.formula.unit, locale)
  if (all === undefined) {
    const lines = rows.map(({ part }, i) => say.line(labels[i] as string, written(part.amount)))
    const how = [say.added(rows.length), ...firstOf(telling, lines)]
    return { label: '', value: '', how, steps: [] }
  }
  const whose = (name: string) => all.names.get(name) as { stretch: number; input: string }
  const run = { work, formula: all.formula, inputs: all.inputs }
  const { told, texts } = tellRun(telling, run, (name) => {
    const { stretch, input } = whose(name)
    return { ...(read[stretch] as ReadRow), name: input }
  })
  const steps = told.steps.map((step) => {
    const at = labels.indexOf(step.label)
    const amount = at === -1 ? step.value : written((rows[at] as Row).part.amount)
    const part = amount === step.value ? [] : [say.part(amount)]
    const own = texts.filter(([name]) => whose(name).stretch === at).map(([, text]) => text)
    return { ...step, how: [...step.how, ...part], steps: [...step.steps, ...own] }
  })
  return { ...told, steps }
}

interface Run {
  readonly work: SheetWork
  readonly formula: Formula
  readonly inputs: Readonly<Record<string, string>>
}

/** A run of a formula, its inputs by their sources; and the texts that it chose by, with their names. */
function tellRun(
  telling: Telling,
  { work, formula, inputs }: Run,
  whose: (name: string) => ReadRow & { readonly name: string },
) {
  const { trace } = evaluate(formula, inputs)
  const tell = (name: string, told: Explanation) => {
    const one = whose(name)
    const input = { work, row: one.row, name: one.name, reading: readingOf(one, one.name) }
    return tellInput(telling, input, told)
  }
  const flagged = (name: string) => {
    const { row, name: input } = whose(name)
    return isFlag(work, row.version, input)
  }
  const told = explainedWith(trace, { locale: telling.locale, tell, isFlag: flagged })
  const texts = [...textsIn(trace)].map((name) => {
    const label = formula.inputs[name]?.label
    const called = label === undefined ? name : labelIn(label, telling.locale)
    const text = { label: called, value: inputs[name] as string, how: [], steps: [] }
    return [name, tell(name, text)] as const
  })
  return { told, texts }
}

/** The texts by which a run chose. */
function textsIn({ node, parts }: Step): ReadonlySet<string> {
  const own = node.op === 'match' ? [node.key] : []
  return new Set([...own, ...parts.flatMap((part) => [...textsIn(part)])])
}
