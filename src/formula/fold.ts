import { at, fail } from '../problem/index.js'
import { formulaLimits } from './formula.js'
import type { Condition, Expression, NodeOf, Op } from './nodes.js'
import { type Divisor, tooDeepFormula, tooManyNodes } from './problems.js'

/** A node with its expressions replaced by what the algebra made of them, conditions likewise. */
type Replaced<T, R, C> = T extends Expression
  ? R
  : T extends Condition
    ? C
    : T extends readonly (infer Item)[]
      ? readonly Replaced<Item, R, C>[]
      : T extends object
        ? { readonly [K in keyof T]: Replaced<T[K], R, C> }
        : T

/** A node whose parts are replaced by what was made of them: `R` of expressions, `C` of conditions. */
export type Folded<N, R, C> = { readonly [K in keyof N]: Replaced<N[K], R, C> }

/**
 * What to make of each kind of node, given what was made of its parts: `R` of expressions, `C` of
 * conditions. It names every operation, so an interpreter that forgets one does not compile.
 */
export type Algebra<R, C> = {
  readonly [K in Op]: (
    parts: Folded<NodeOf<K>, R, C>,
    node: NodeOf<K>,
    path: string,
  ) => K extends Expression['op'] ? R : C
}

/**
 * The one traversal of a formula: bottom-up, each node once a place it stands in, with its path.
 *
 * Throws a `PolicyError` for a tree beyond {@link formulaLimits}, which none is that was checked.
 *
 * @example
 * // an algebra of functions, where a branch must be left uncomputed until it is taken
 * fold(formula.expression, algebra)(inputs)
 */
export function fold<R, C>(expression: Expression, algebra: Algebra<R, C>, path = ''): R {
  const untyped = algebra as unknown as UntypedAlgebra
  return visit(expression, path, { algebra: untyped, nodes: 0, depth: 0 }) as R
}

type UntypedAlgebra = Readonly<
  Record<Op, (parts: object, node: Expression | Condition, path: string) => unknown>
>

/** How far a traversal has come. */
interface Visiting {
  readonly algebra: UntypedAlgebra
  nodes: number
  depth: number
}

function visit(node: Expression | Condition, path: string, visiting: Visiting): unknown {
  visiting.nodes += 1
  visiting.depth += 1
  if (visiting.nodes > formulaLimits.nodes) fail(tooManyNodes(formulaLimits.nodes))
  if (visiting.depth > formulaLimits.depth) fail(tooDeepFormula(formulaLimits.depth))
  const parts: Record<string, unknown> = { ...node }
  for (const [name, part] of partsOf(node))
    parts[name] = mapPart(part, at(path, name), (child, place) => visit(child, place, visiting))
  visiting.depth -= 1
  return visiting.algebra[node.op](parts, node, path)
}

export type Child = Expression | Condition
type Part = Child | readonly Child[] | Readonly<Record<string, Child>>

/** The properties of each operation that hold expressions or conditions, in order of reading. */
const childProperties = {
  input: [],
  constant: [],
  add: ['of'],
  subtract: ['left', 'right'],
  multiply: ['of'],
  divide: ['left', 'right'],
  minimum: ['of'],
  maximum: ['of'],
  round: ['of'],
  marginal: ['x'],
  step: ['x'],
  interpolate: ['x'],
  grid: ['row', 'column'],
  match: ['cases', 'otherwise'],
  when: ['condition', 'then', 'otherwise'],
  named: ['of'],
  atLeast: ['left', 'right'],
  above: ['left', 'right'],
  equals: ['left', 'right'],
  all: ['of'],
  any: ['of'],
  not: ['of'],
} as const satisfies { readonly [K in Op]: readonly (keyof NodeOf<K>)[] }

/** What a node says itself, without the nodes below it. */
export type Bare<K extends Op> = {
  readonly [O in K]: Omit<NodeOf<O>, (typeof childProperties)[O][number]>
}[K]

/**
 * A node without the nodes below it, frozen: the table of a `step` but not what is looked up in it.
 *
 * @example
 * bare(named('Pay', constant('1'))) //=> { op: 'named', label: 'Pay' }
 */
export function bare<K extends Op>(node: NodeOf<K>): Bare<K> {
  const below: readonly string[] = childProperties[node.op]
  const own = Object.entries(node).filter(([name]) => !below.includes(name))
  return Object.freeze(Object.fromEntries(own)) as unknown as Bare<K>
}

/**
 * The nodes directly below a node, in order of reading.
 *
 * @example
 * childrenOf(add(constant('1'), constant('2'))).map(({ op }) => op) //=> ['constant', 'constant']
 */
export function childrenOf(node: Expression | Condition): readonly (Expression | Condition)[] {
  return partsOf(node).flatMap(([, part]) =>
    Array.isArray(part) || isNode(part) ? (part as Child | Child[]) : Object.values(part as object),
  )
}

/** What a node is as a divisor; `undefined` where it is worked out, and has no name. */
export function divisorOf(node: Expression): Divisor | undefined {
  if (node.op === 'input') return { input: node.name }
  return node.op === 'named' ? (divisorOf(node.of) ?? { label: node.label }) : undefined
}

function partsOf(node: Child): [name: string, part: Part][] {
  const properties: readonly string[] = childProperties[node.op]
  return properties.flatMap((name) => {
    const part = (node as unknown as Record<string, Part | undefined>)[name]
    return part === undefined ? [] : [[name, part] as [string, Part]]
  })
}

function mapPart(part: Part, path: string, make: (child: Child, path: string) => unknown): unknown {
  if (Array.isArray(part)) return part.map((child: Child, i) => make(child, at(path, i)))
  if (isNode(part)) return make(part, path)
  const cases = Object.entries(part as Readonly<Record<string, Child>>)
  return Object.fromEntries(cases.map(([key, child]) => [key, make(child, at(path, key))]))
}

/** A record of cases may have a case called "op", but its value is a node, not a name. */
function isNode(part: Part): part is Child {
  return typeof (part as { op?: unknown }).op === 'string'
}
