import fc from 'fast-check'
import { addDays, type IsoDate } from '../../calendar/index.js'
import { type Currency, decimal, fromScaled, minorUnits, roundings } from '../../quantity/index.js'

/** The small parts that drawn policies are made of. */

/** Currencies of two places, of none and of three. */
export const drawnCurrencies: readonly Currency[] = ['CNY', 'JPY', 'BHD']

export const currencies = fc.constantFrom(...drawnCurrencies)

export const rounding = fc.constantFrom(...roundings)

export const whole = (min: number, max: number) => fc.integer({ min, max }).map(String)

/** An integer with its last digits after the point. */
export const fixed = (value: number, places: number) => fromScaled(BigInt(value), places)

/** A number with so many places, both ends included. */
export const decimalIn = (min: number, max: number, places: number) =>
  fc
    .integer({ min: min * 10 ** places, max: max * 10 ** places })
    .map((value) => fixed(value, places))

/** A part of one with so many places, from the smallest to one. */
export const part = (places: number) =>
  fc.integer({ min: 1, max: 10 ** places }).map((value) => fixed(value, places))

/** A rate from nothing to 20 %. */
export const rate = fc.integer({ min: 0, max: 200 }).map((value) => fixed(value, 3))

/** Whole months, five years at most. */
export const months = (least: number) => fc.integer({ min: least, max: 60 })

/** An amount that a currency can pay. */
export const amount = (currency: Currency, most: number) => decimalIn(0, most, minorUnits(currency))

/** One to four amounts, none above the one before. */
export const fallingAmounts = (currency: Currency, most: number) =>
  fc
    .array(amount(currency, most), { minLength: 1, maxLength: 4 })
    .map((drawn) => drawn.toSorted((a, b) => decimal(b).comparedTo(a)))

/** A number of decimal places that results are shown with. */
export const places = fc.integer({ min: 0, max: 4 })

/** A day, so many days at most after the first. */
export const day = (first: IsoDate, days: number) =>
  fc.integer({ min: 0, max: days }).map((later) => addDays(first, later))

/** Bounds in strictly rising order, the first of them `first`, none above `most`. */
export const rising = (first: number, most: number) =>
  fc
    .uniqueArray(fc.integer({ min: first + 1, max: most }), { maxLength: 4 })
    .map((rest) => [first, ...rest.sort((a, b) => a - b)])

/** Shares that make exactly one: of one to four. */
export const sharesOfOne = fc.constantFrom<readonly string[]>(
  ['1'],
  ['0.4', '0.6'],
  ['0.2', '0.3', '0.5'],
  ['0.1', '0.2', '0.3', '0.4'],
)
