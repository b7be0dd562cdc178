import * as z from 'zod'
import { currencies } from './currency.js'
import { roundings } from './rounding.js'
import { type Unit, units } from './unit.js'

export const currencySchema = z.enum(currencies)
export const roundingSchema = z.enum(roundings)
export const unitSchema = z.enum(units as readonly [Unit, ...Unit[]])
export const placesSchema = z.int().min(0).max(30)
