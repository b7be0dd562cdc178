import { decimal, isProblem, readDecimal } from '../quantity/index.js'

/** What attributes, or members of a record, must be: one of some texts, or numbers within bounds. */
export type Where = Readonly<Record<string, readonly string[] | Bounds>>

/** Bounds of a number, decimals; all of them hold. */
export interface Bounds {
  readonly atLeast?: string | undefined
  readonly above?: string | undefined
  readonly atMost?: string | undefined
  readonly below?: string | undefined
}

type TextOf = (name: string) => string | undefined

/** Whether values are what a condition asks: each name's value is one of the texts, or within the bounds. */
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
      return isTexts(wanted) ? wanted.includes(value) : within(value, wanted)
    })
}

/** Whether a condition lists texts. */
export function isTexts(wanted: readonly string[] | Bounds): wanted is readonly string[] {
  return Array.isArray(wanted)
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
