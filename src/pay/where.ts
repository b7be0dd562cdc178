import { decimal, isProblem, readDecimal } from '../quantity/index.js'
import type { Bounds, Where } from './component.js'

/** Whether values are what a condition asks: each name's value is one of the texts, or within the bounds. */
export function matches(
  where: Where | undefined,
  textOf: (name: string) => string | undefined,
): boolean {
  return Object.entries(where ?? {}).every(([name, wanted]) => {
    const value = textOf(name)
    if (value === undefined) return false
    return isTexts(wanted) ? wanted.includes(value) : within(value, wanted)
  })
}

export function isTexts(wanted: readonly string[] | Bounds): wanted is readonly string[] {
  return Array.isArray(wanted)
}

function within(value: string, { atLeast, above, atMost, below }: Bounds): boolean {
  const number = readDecimal(value, '')
  if (isProblem(number)) return false
  return (
    (atLeast === undefined || number.gte(decimal(atLeast))) &&
    (above === undefined || number.gt(decimal(above))) &&
    (atMost === undefined || number.lte(decimal(atMost))) &&
    (below === undefined || number.lt(decimal(below)))
  )
}
