import { input } from '../../formula/index.js'
import type { Unit } from '../../quantity/index.js'

/** The inputs that formulas draw on, of every kind of unit; one name is one declaration. */
export const numbers = [
  input('sales', 'money:CNY', 2),
  input('refunds', 'money:CNY', 2),
  input('price', 'money:CNY', 4),
  input('target', 'money:CNY', 2, undefined, '0'),
  input('fare', 'money:JPY', 0),
  input('attainment', 'ratio', 4),
  input('quality', 'ratio', 2),
  input('orders', 'count', 0),
  input('score', 'points', 1),
  input('hours', 'duration:hour', 2),
  input('wage', 'money:CNY/hour', 2),
  input('worked', 'money:CNY*hour', 2),
] as const
export type KnownUnit = (typeof numbers)[number]['unit'] & Unit
export const knownUnits = [
  'money:CNY',
  'money:JPY',
  'ratio',
  'count',
  'points',
  'duration:hour',
  'money:CNY/hour',
  'money:CNY*hour',
] as const

const usual: Readonly<Record<string, { readonly most: number; readonly places: number }>> = {
  'money:CNY': { most: 200_000, places: 2 },
  'money:JPY': { most: 50_000, places: 0 },
  ratio: { most: 3, places: 4 },
  count: { most: 500, places: 0 },
  points: { most: 100, places: 1 },
  'duration:hour': { most: 200, places: 2 },
  'money:CNY/hour': { most: 500, places: 2 },
  'money:CNY*hour': { most: 2_000_000, places: 2 },
}

/** The size and the places of the numbers that policies write in a unit. */
export const usualOf = (unit: Unit) =>
  usual[unit] as { readonly most: number; readonly places: number }
