/**
 * Below 0, 0 or above 0 as a text comes before another by its code points, is the same, or comes after
 * it. What needs two code units comes after all that need one.
 */
export function byCodePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  let i = 0
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i += 1
  return i === end ? a.length - b.length : rankOf(a.charCodeAt(i)) - rankOf(b.charCodeAt(i))
}

/** The code units of a pair lie below some that stand alone. */
function rankOf(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
