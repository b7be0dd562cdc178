import type { NumberInput } from '../../formula/index.js'
import { decimal, minorUnits, money, roundTo } from '../../quantity/index.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { type Write, writtenIn } from './finding.js'
import type { View } from './views.js'

/** How a plan's numbers are written, those of a view in the unit of its input. */
export function writeFor(
  { currency }: PlanPolicy,
  { formula, over }: Pick<View, 'formula' | 'over'>,
): Write {
  return writtenIn((formula.inputs[over] as NumberInput).unit, money(currency))
}

/** An amount of money to the minor unit. */
export function moneyText({ currency, rounding = 'half-up' }: PlanPolicy, value: string): string {
  const places = minorUnits(currency)
  return roundTo(decimal(value), places, rounding).toFixed(places)
}
