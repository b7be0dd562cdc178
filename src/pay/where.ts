import { decimal, isProblem, readDecimal } from '../quantity/index.js'
import type { Bounds, Where } from './component.js'

type TextOf = (name: string) => string | undefined

/** Whether values are what a condition asks: each name's value is one of the texts, or within the bounds. */
export function matches(where: Where | undefined, textOf: TextOf): boolean {
  return conditionOf(where)(textOf)
}

/** A condition for many values, read once. */
export function conditionOf(where: Where | undefined): (textOf: TextOf) => boolean {
  const tests = Object.entries(where ?? {}).map(([name, wanted]) => {
    const fits = isTexts(wanted) ? (value: string) => wanted.includes(value) : boundsOf(wanted)
    return { name, fits }
  })
  return (textOf) =>
    tests.every(({ name, fits }) => {
      const value = textOf(name)
      return value !== undefined && fits(value)
    })
}

export function isTexts(wanted: readonly string[] | Bounds): wanted is readonly string[] {
  return Array.isArray(wanted)
}

function boundsOf({ atLeast, above, atMost, below }: Bounds): (value: string) => boolean {
  return (value) => {
    const number = readDecimal(value, '')
    if (isProblem(number)) return false
    return (
      (atLeast === undefined || number.gte(decimal(atLeast))) &&
      (above === undefined || number.gt(decimal(above))) &&
      (atMost === undefined || number.lte(decimal(atMost))) &&
      (below === undefined || number.lt(decimal(below)))
    )
  }
}
