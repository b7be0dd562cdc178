import {
  type Condition,
  childrenOf,
  type Expression,
  match,
  type NodeOf,
} from '../formula/index.js'
import { at, canonicalJson, type Problem, refuse } from '../problem/index.js'
import { buildProblem } from '../words/index.js'
import type { PayBook } from './book.js'
import { parseBook } from './book-schema.js'
import type { Book, Component, Source, Version } from './component.js'
import { sourced, sourceOf, type TextInput } from './sourced.js'

/**
 * The case that a text names, as `match` has it: the text is an attribute or a member, and the formula
 * knows its source.
 *
 * @example
 * const factor = matching(attribute('shift'), { night: constant('1.3') }, constant('1'))
 * factor.key //=> 'shift'
 */
export function matching(
  of: TextInput,
  cases: Readonly<Record<string, Expression>>,
  otherwise?: Expression,
): NodeOf<'match'> {
  const { text, label } = of
  const node = { ...match(text, cases, otherwise), ...(label !== undefined && { label }) }
  const source = sourceOf(of)
  return source === undefined ? node : sourced(node, source)
}

/** What a component says beside its name, its formula, and where its inputs come from. */
export type ComponentOptions = Omit<Component, 'component' | 'formula' | 'reads'> & {
  /** Where inputs come from that do not know it themselves. */
  readonly reads?: Readonly<Record<string, Source>> | undefined
}

/**
 * A component: its formula, and in `reads` the source of each input that one of `attribute`, `figure`,
 * `days`, `service`, `member`, `records`, `amount` and `tagged` made. Plain JSON.
 *
 * Throws a `PolicyError` for an input of another make without a source in `reads` (`no-source`), and for
 * an input with two sources (`two-sources`).
 *
 * @example
 * const salary = attribute('salary', money('CNY'), 2)
 * component('base', { pays: 'due' }, salary).reads //=> { salary: { from: 'attribute', name: 'salary' } }
 */
export function component(
  name: string,
  { reads: given = {}, ...said }: ComponentOptions,
  formula: Expression,
): Component {
  const reads = new Map(Object.entries(given))
  const twice = new Set<string>()
  const unknown = new Set<string>()
  for (const node of nodesOf(formula)) {
    const input = readBy(node)
    if (input === undefined) continue
    const source = sourceOf(node)
    const known = reads.get(input)
    if (source === undefined) unknown.add(input)
    else if (known === undefined) reads.set(input, source)
    else if (canonicalJson(known) !== canonicalJson(source)) twice.add(input)
  }
  refuse([
    ...[...unknown]
      .filter((input) => !reads.has(input))
      .map((input) => noSource(name, input, [...reads.keys()])),
    ...[...twice].map((input) =>
      buildProblem('two-sources', at('reads', input), { component: name, input }),
    ),
  ])
  // A word hands on what a policy does not say as `undefined`: JSON has no such member.
  const members = Object.entries(said).filter(([, value]) => value !== undefined)
  return {
    component: name,
    ...(Object.fromEntries(members) as typeof said),
    formula,
    reads: Object.fromEntries(reads),
  }
}

function noSource(component: string, input: string, known: readonly string[]): Problem {
  return buildProblem('no-source', at('reads', input), { component, input, known })
}

/** The input that a node itself reads, a number or a text. */
function readBy(node: Expression | Condition): string | undefined {
  if (node.op === 'match') return node.key
  return node.op === 'input' ? node.name : undefined
}

/** Every node of a formula in order of reading, one that stands in several places once. */
function nodesOf(formula: Expression): ReadonlySet<Expression | Condition> {
  const seen = new Set<Expression | Condition>()
  const left: (Expression | Condition)[] = [formula]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    left.push(...childrenOf(node).toReversed())
  }
  return seen
}

/** What a book says beside its components. */
export type BookOptions = Omit<Book, 'components'>

/**
 * A book, checked: from its definition, or from components and versions of components, those of one
 * name in the order in which they are given.
 *
 * Throws a `PolicyError` with every problem of its shape, such as a misspelt option that TypeScript did
 * not see, or else every problem that its components have, alone and beside each other.
 *
 * @example
 * const base = component('base', { pays: 'due' }, attribute('salary', money('CNY'), 2))
 * [...book([base], { currency: 'CNY', retro: 1 }).components.keys()] //=> ['base']
 */
export function book(definition: Book): PayBook
export function book(components: readonly (Component | Version)[], options: BookOptions): PayBook
export function book(of: Book | readonly (Component | Version)[], options?: BookOptions): PayBook {
  if (!isList(of)) return parseBook(of)
  const versions = new Map<string, Version[]>()
  for (const each of of) {
    const version = 'value' in each ? each : { value: each }
    const { component } = version.value
    const before = versions.get(component)
    if (before === undefined) versions.set(component, [version])
    else before.push(version)
  }
  return parseBook({ ...options, components: Object.fromEntries(versions) })
}

function isList(of: Book | readonly unknown[]): of is readonly unknown[] {
  return Array.isArray(of)
}
