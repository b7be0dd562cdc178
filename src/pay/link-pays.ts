import { at, type Problem } from '../problem/index.js'
import { isCurrency, minorUnits, money } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import { grainOf } from './link-checks.js'
import { type Checking, rhythmOf } from './link-context.js'
import type { DraftVersion } from './link-versions.js'
import { scopeOf } from './rhythms.js'

/** What is wrong with a component that has a line, or that reads what is paid. */
export function payProblems(checking: Checking, version: DraftVersion): readonly Problem[] {
  return [
    ...lineProblems(checking, version),
    ...dueProblems(checking, version),
    ...cashProblems(checking, version),
  ]
}

/** A line is an amount of the book's currency, paid to a person. */
function lineProblems(
  { book }: Checking,
  { component, formula, path }: DraftVersion,
): readonly Problem[] {
  const { component: name, pays } = component
  if (pays === undefined) return []
  const of = scopeOf(component)
  const found =
    grainOf(of) > grainOf('person') ? [payProblem('pays-nobody', at(path, 'of'), { name, of })] : []
  if (formula === undefined || !isCurrency(book.currency)) return found
  const { unit, scale } = formula
  const [currency, places] = [money(book.currency), minorUnits(book.currency)]
  const place = at(path, 'formula')
  if (unit !== currency) return [...found, payProblem('pays-unit', place, { name, unit, currency })]
  return scale > places
    ? [...found, payProblem('pays-places', place, { name, scale, places })]
    : found
}

/** What is earned never depends on what was paid. */
function dueProblems(
  { order, drafts }: Checking,
  { component, path }: DraftVersion,
): readonly Problem[] {
  if (component.pays !== 'due') return []
  return Object.entries(component.reads).flatMap(([input, source]) => {
    if (source.from !== 'component') return []
    const place = at(at(path, 'reads'), input)
    const of = { component: component.component, input }
    if (source.what === 'due') return [payProblem('due-reads-cash', place, { ...of, chain: [] })]
    const names = 'name' in source ? [source.name] : (order.tagged.get(source.tag) ?? [])
    // What is due itself and reads cash is told there.
    const cash = names.find(
      (name) => order.cash.has(name) && drafts.get(name)?.first.component.pays !== 'due',
    )
    return cash === undefined
      ? []
      : [payProblem('due-reads-cash', place, { ...of, chain: cashChain(cash, order) })]
  })
}

/** From a component that depends on what is paid to one that reads it, or is paid in cash. */
function cashChain(from: string, { reads, cash }: Checking['order']): readonly string[] {
  const chain = [from]
  const seen = new Set(chain)
  for (;;) {
    const next = (reads.get(chain.at(-1) as string) ?? []).find(
      ({ name, source }) => source.what !== 'due' && cash.has(name) && !seen.has(name),
    )
    if (next === undefined) return chain
    chain.push(next.name)
    seen.add(next.name)
  }
}

/** Cash is of the period of its run, and records that are told late would be lost to it. */
function cashProblems(checking: Checking, { component, path }: DraftVersion): readonly Problem[] {
  const { component: name, each, pays, reads } = component
  if (!checking.order.cash.has(name) || pays === 'due') return []
  const { runs } = checking
  const rhythm = rhythmOf(checking, component)
  return [
    ...(rhythm === runs
      ? []
      : [payProblem('cash-rhythm', at(path, 'period'), { component: name, rhythm, runs })]),
    ...(typeof each === 'object' ? [readsRecords(name, each.record, at(path, 'each'))] : []),
    ...Object.entries(reads).flatMap(([input, source]) =>
      source.from === 'records'
        ? [readsRecords(name, source.of, at(at(path, 'reads'), input))]
        : [],
    ),
  ]
}

function readsRecords(component: string, table: string, path: string): Problem {
  return payProblem('cash-reads-records', path, { component, table })
}
