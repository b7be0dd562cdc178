import { type IsoDate, isIsoDate } from '../calendar/index.js'
import { decimal, isProblem, readDecimal } from '../quantity/index.js'

/** What attributes, or members of a record, must be: one of some texts, numbers within bounds, or days. */
export type Where = Readonly<Record<string, readonly string[] | Bounds | Days>>

/** Bounds of a number, decimals; all of them hold. */
export interface Bounds {
  readonly atLeast?: string | undefined
  readonly above?: string | undefined
  readonly atMost?: string | undefined
  readonly below?: string | undefined
}

/** The first and the last of the days that a date may be; both of them count. */
export interface Days {
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
}

type TextOf = (name: string) => string | undefined

/** Whether values are what a condition asks: each name's value is one of the texts, within the bounds, or one of the days. */
export function matches(where: Where | undefined, textOf: TextOf): boolean {
  return conditionOf(where)(textOf)
}

/** A condition for many values, read once. */
export function conditionOf(where: Where | undefined): (textOf: TextOf) => boolean {
  const asked = Object.entries(where ?? {})
  return (textOf) =>
    asked.every(([name, wanted]) => {
      const value = textOf(name)
      if (value === undefined) return false
      if (isTexts(wanted)) return wanted.includes(value)
      return isDays(wanted) ? liesIn(value, wanted) : within(value, wanted)
    })
}

/** Whether a condition lists texts. */
export function isTexts(wanted: Where[string]): wanted is readonly string[] {
  return Array.isArray(wanted)
}

/** Whether a condition asks for days. */
export function isDays(wanted: Bounds | Days): wanted is Days {
  return 'from' in wanted || 'to' in wanted
}

/** Whether a text is a date, and one of some days. */
function liesIn(value: string, { from, to }: Days): boolean {
  return (
    isIsoDate(value) && (from === undefined || from <= value) && (to === undefined || value <= to)
  )
}

/** Whether a text is a number within bounds, each of them so many times as large. */
export function within(
  value: string,
  { atLeast, above, atMost, below }: Bounds,
  times = '1',
): boolean {
  const number = readDecimal(value, '')
  if (isProblem(number)) return false
  const bound = (text: string) => decimal(text).times(times)
  return (
    (atLeast === undefined || number.gte(bound(atLeast))) &&
    (above === undefined || number.gt(bound(above))) &&
    (atMost === undefined || number.lte(bound(atMost))) &&
    (below === undefined || number.lt(bound(below)))
  )
}
