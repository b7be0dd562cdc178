import { type Assembler, assembler, type Guard } from './assemble.js'
import { type Algebra, divisorOf, fold } from './fold.js'
import type { Formula, NumberInput, ValueType } from './formula.js'
import type { Check, Program, Read, Register, Result } from './instructions.js'
import { lowerBands, lowerLines, lowerTiers } from './lower-tables.js'
import type { Expression } from './nodes.js'
import { type FormulaProgram, programOf } from './program.js'
import { prune } from './prune.js'

/** Writes a node's instructions; the guard says when `evaluate` would compute the node. */
type Lower = (guard: Guard) => Register

/**
 * The integer form of a formula or a program: scales worked out and gone, tables and tiers turned into
 * comparisons and choices. What `evaluate` computes only in one branch is computed always, which is
 * harmless but for a division by zero; so each division has a check with the guard of its branch.
 *
 * @example
 * lower(check(multiply(input('sales', money('CNY'), 2), constant('0.02')))).instructions.length //=> 3
 */
export function lower(of: Formula | FormulaProgram): Program {
  const { results, inputs } = programOf(of)
  const assembly = assembler()
  const before = new Map<string, Result>()
  for (const [name, formula] of Object.entries(results)) {
    const checks: Check[] = []
    const register = fold(
      formula.expression,
      lowering(formula, assembly, checks, before),
    )(undefined)
    const reads = readsOf(formula, [...before.keys()])
    before.set(name, { name, register, scale: formula.scale, checks, reads })
  }
  const { instructions } = assembly
  return { ...prune({ instructions, results: [...before.values()] }), inputs }
}

function readsOf({ inputs }: Formula, before: readonly string[]): readonly Read[] {
  const reads = Object.entries(inputs).map(([name, declared]): Read => {
    const result = before.indexOf(name)
    if (result === -1) return { name, declared }
    const { above } = declared as NumberInput
    return { name, result, ...(above !== undefined && { above }) }
  })
  const isGiven = (read: Read) => 'declared' in read
  return [...reads.filter(isGiven), ...reads.filter((read) => !isGiven(read))]
}

function lowering(
  { types }: Formula,
  assembly: Assembler,
  checks: Check[],
  before: ReadonlyMap<string, Result>,
): Algebra<Lower, Lower> {
  const { emit, literal, rescale, within, choose, quotient } = assembly
  const typeOf = (node: Expression) => types.get(node) as ValueType
  /** The parts of a node at one scale. */
  const aligned = (parts: readonly Lower[], nodes: readonly Expression[], guard: Guard) => {
    const scale = Math.max(...nodes.map((node) => typeOf(node).scale))
    return parts.map((part, i) => rescale(part(guard), typeOf(nodes[i] as Expression).scale, scale))
  }
  const chain =
    (op: 'sum' | 'least' | 'greatest') =>
    ({ of }: { of: readonly Lower[] }, node: { of: readonly Expression[] }): Lower =>
    (guard) =>
      aligned(of, node.of, guard).reduce((left, right) => emit({ op, left, right }))
  const compare =
    (op: 'notLess' | 'greater' | 'same') =>
    (parts: { left: Lower; right: Lower }, node: { left: Expression; right: Expression }): Lower =>
    (guard) => {
      const [left, right] = aligned([parts.left, parts.right], [node.left, node.right], guard)
      return emit({ op, left: left as Register, right: right as Register })
    }
  /** Each test is asked only where those before it did not decide. */
  const untilOne =
    (op: 'and' | 'or') =>
    ({ of }: { of: readonly Lower[] }): Lower =>
    (guard) => {
      let open = guard
      return of
        .map((test) => {
          const holds = test(open)
          open = within(open, op === 'and' ? holds : emit({ op: 'negation', of: holds }))
          return holds
        })
        .reduce((left, right) => emit({ op, left, right }))
    }
  const scaled = (part: Lower, node: Expression, guard: Guard) => ({
    register: part(guard),
    scale: typeOf(node).scale,
  })

  const none = (branches: readonly { is: Register }[], guard: Guard): Guard =>
    branches.map(({ is }) => emit({ op: 'negation', of: is })).reduce<Guard>(within, guard)

  return {
    input:
      (_, { name, scale }) =>
      () => {
        const result = before.get(name)
        return result === undefined
          ? emit({ op: 'column', name })
          : rescale(result.register, result.scale, scale)
      },
    constant: (_, node) => () => literal(node.value, typeOf(node).scale),
    add: chain('sum'),
    subtract: (parts, node) => (guard) => {
      const [left, right] = aligned([parts.left, parts.right], [node.left, node.right], guard)
      return emit({ op: 'difference', left: left as Register, right: right as Register })
    },
    multiply:
      ({ of }) =>
      (guard) =>
        of.map((part) => part(guard)).reduce((left, right) => emit({ op: 'product', left, right })),
    divide: (parts, node, path) => (guard) => {
      const [left, divisor] = [parts.left(guard), parts.right(guard)]
      const known = assembly.instructions[divisor]
      const by = divisorOf(node.right)
      const named = by !== undefined && { by }
      if (known?.op !== 'literal' || known.value === 0n)
        checks.push({ divisor, ...(guard !== undefined && { guard }), path, ...named })
      const shift = node.places + typeOf(node.right).scale - typeOf(node.left).scale
      return quotient(left, divisor, shift, node.rounding)
    },
    minimum: chain('least'),
    maximum: chain('greatest'),
    round:
      ({ of }, node) =>
      (guard) => {
        const shift = node.places - typeOf(node.of).scale
        return shift >= 0
          ? rescale(of(guard), 0, shift)
          : quotient(of(guard), literal('1', 0), shift, node.rounding)
      },
    marginal:
      ({ x }, node) =>
      (guard) =>
        lowerTiers(assembly, scaled(x, node.x, guard), node.tiers),
    step:
      ({ x }, node) =>
      (guard) =>
        lowerBands(assembly, scaled(x, node.x, guard), node.bands, (i) =>
          literal((node.bands[i] as { value: string }).value, typeOf(node).scale),
        ),
    interpolate:
      ({ x }, node) =>
      (guard) =>
        lowerLines(assembly, scaled(x, node.x, guard), node),
    grid: (parts, node) => (guard) => {
      const row = scaled(parts.row, node.row, guard)
      const column = scaled(parts.column, node.column, guard)
      return lowerBands(assembly, row, node.rows, (r) =>
        lowerBands(assembly, column, node.columns, (c) =>
          literal(node.values[r]?.[c] as string, typeOf(node).scale),
        ),
      )
    },
    match:
      ({ cases, otherwise }, node) =>
      (guard) => {
        const { scale } = typeOf(node)
        const branches = Object.entries(cases).map(([value, part]) => {
          const is = emit({ op: 'category', name: node.key, value })
          const { scale: own } = typeOf(node.cases[value] as Expression)
          return { is, value: rescale(part(within(guard, is)), own, scale) }
        })
        // Without an otherwise the row holds one of the cases, so the last needs no asking.
        const last =
          otherwise === undefined || node.otherwise === undefined
            ? (branches.pop() as (typeof branches)[number]).value
            : rescale(otherwise(none(branches, guard)), typeOf(node.otherwise).scale, scale)
        return branches.reduce((rest, { is, value }) => choose(is, value, rest), last)
      },
    when: (parts, node) => (guard) => {
      const condition = parts.condition(guard)
      const not = emit({ op: 'negation', of: condition })
      const { scale } = typeOf(node)
      return choose(
        condition,
        rescale(parts.then(within(guard, condition)), typeOf(node.then).scale, scale),
        rescale(parts.otherwise(within(guard, not)), typeOf(node.otherwise).scale, scale),
      )
    },
    named: ({ of }) => of,
    atLeast: compare('notLess'),
    above: compare('greater'),
    equals: compare('same'),
    all: untilOne('and'),
    any: untilOne('or'),
    not:
      ({ of }) =>
      (guard) =>
        emit({ op: 'negation', of: of(guard) }),
  }
}
