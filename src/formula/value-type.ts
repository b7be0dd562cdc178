import type { Unit } from '../quantity/index.js'
import type { ValueType } from './formula.js'

/** How the arithmetic of the nodes moves scales and digit counts; the design's exactness rule. */

type Size = Pick<ValueType, 'scale' | 'digits'>

/** The size that holds every one of some literals. */
export function sizeOf(literals: readonly string[]): Size {
  const parts = literals.map((literal) => literal.replace('-', '').split('.'))
  const scale = Math.max(0, ...parts.map(([, places = '']) => places.length))
  const whole = Math.max(1, ...parts.map(([digits = '']) => digits.length))
  return { scale, digits: whole + scale }
}

/** The larger scale, and digits enough for any of the values at that scale. */
export function widest(first: ValueType, ...rest: readonly ValueType[]): ValueType {
  const all = [first, ...rest]
  const scale = Math.max(...all.map((type) => type.scale))
  const whole = Math.max(...all.map((type) => type.digits - type.scale))
  return { unit: first.unit, scale, digits: whole + scale }
}

/** A sum of so many terms: each ten of them may carry into one digit more. */
export function summed(type: ValueType, terms: number): ValueType {
  return { ...type, digits: type.digits + String(terms).length }
}

/** A product: scales and digits add up. */
export function product(unit: Unit, left: Size, right: Size): ValueType {
  return { unit, scale: left.scale + right.scale, digits: left.digits + right.digits }
}

/** A value rounded to some places, which may carry into one digit more. */
export function rounded(type: ValueType, places: number): ValueType {
  return { ...type, scale: places, digits: type.digits - type.scale + places + 1 }
}
