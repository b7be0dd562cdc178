import * as z from 'zod'
import { currencies } from './currency.js'
import { roundings } from './rounding.js'
import { type Unit, units } from './unit.js'

// The messages name the hints of `problem/shape-problems.ts`: the choices are too many to list.
export const currencySchema = z.enum(currencies, 'currency')
export const roundingSchema = z.enum(roundings)
/** Named, so that a JSON Schema lists the units once, however many numbers have one. */
export const unitSchema = z.enum(units as readonly [Unit, ...Unit[]], 'unit').meta({ id: 'Unit' })
export const placesSchema = z.int().min(0).max(30)
