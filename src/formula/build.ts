import type { Label } from '../problem/index.js'
import type { Rounding, Unit } from '../quantity/index.js'
import type { Band, Condition, Expression, Grid, Interpolate, NodeOf, Tier } from './nodes.js'

/** Builders: each writes one node as JSON and computes nothing. `check` makes a formula of it. */

interface RoundingRule {
  readonly places: number
  readonly rounding: Rounding
}

export function input(name: string, unit: Unit, scale: number, label?: Label): NodeOf<'input'> {
  return { op: 'input', name, unit, scale, ...(label !== undefined && { label }) }
}

export function constant(value: string, unit: Unit = 'ratio'): NodeOf<'constant'> {
  return { op: 'constant', value, unit }
}

export function add(...of: readonly Expression[]): NodeOf<'add'> {
  return { op: 'add', of }
}

export function subtract(left: Expression, right: Expression): NodeOf<'subtract'> {
  return { op: 'subtract', left, right }
}

export function multiply(...of: readonly Expression[]): NodeOf<'multiply'> {
  return { op: 'multiply', of }
}

export function divide(
  left: Expression,
  right: Expression,
  { places, rounding }: RoundingRule,
): NodeOf<'divide'> {
  return { op: 'divide', left, right, places, rounding }
}

export function minimum(...of: readonly Expression[]): NodeOf<'minimum'> {
  return { op: 'minimum', of }
}

export function maximum(...of: readonly Expression[]): NodeOf<'maximum'> {
  return { op: 'maximum', of }
}

export function round(of: Expression, { places, rounding }: RoundingRule): NodeOf<'round'> {
  return { op: 'round', of, places, rounding }
}

export function marginal(
  x: Expression,
  tiers: readonly Tier[],
  rateUnit: Unit = 'ratio',
): NodeOf<'marginal'> {
  return { op: 'marginal', x, tiers, rateUnit }
}

export function step(x: Expression, bands: readonly Band[], unit: Unit = 'ratio'): NodeOf<'step'> {
  return { op: 'step', x, bands, unit }
}

export function interpolate(
  x: Expression,
  points: Interpolate['points'],
  { places, rounding, unit = 'ratio' }: RoundingRule & { readonly unit?: Unit },
): NodeOf<'interpolate'> {
  return { op: 'interpolate', x, points, unit, places, rounding }
}

export function grid(table: Omit<Grid, 'op'>): NodeOf<'grid'> {
  return { op: 'grid', ...table }
}

export function match(
  key: string,
  cases: Readonly<Record<string, Expression>>,
  otherwise?: Expression,
): NodeOf<'match'> {
  return { op: 'match', key, cases, ...(otherwise !== undefined && { otherwise }) }
}

export function when(
  condition: Condition,
  then: Expression,
  otherwise: Expression,
): NodeOf<'when'> {
  return { op: 'when', condition, then, otherwise }
}

export function named(label: Label, of: Expression, clause?: string): NodeOf<'named'> {
  return { op: 'named', label, ...(clause !== undefined && { clause }), of }
}

export function atLeast(left: Expression, right: Expression): NodeOf<'atLeast'> {
  return { op: 'atLeast', left, right }
}

export function above(left: Expression, right: Expression): NodeOf<'above'> {
  return { op: 'above', left, right }
}

export function equals(left: Expression, right: Expression): NodeOf<'equals'> {
  return { op: 'equals', left, right }
}

export function all(...of: readonly Condition[]): NodeOf<'all'> {
  return { op: 'all', of }
}

export function any(...of: readonly Condition[]): NodeOf<'any'> {
  return { op: 'any', of }
}

export function not(of: Condition): NodeOf<'not'> {
  return { op: 'not', of }
}
