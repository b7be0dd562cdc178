import * as z from 'zod'
import { currencies } from './currency.js'
import { roundings } from './rounding.js'
import { type Unit, units } from './unit.js'

// The messages name the hints of `problem/shape-problems.ts`: the choices are too many to list.
export const currencySchema = z.enum(currencies, 'currency')
export const roundingSchema = z.enum(roundings)
export const unitSchema = z.enum(units as readonly [Unit, ...Unit[]], 'unit')
export const placesSchema = z.int().min(0).max(30)
