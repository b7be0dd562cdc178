/** -1, 0 or 1 as a text is before another by its code points, the same, or after it. */
export function byCodePoints(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (left === right) continue
    // Half of a pair stands for a code point above all that one unit can hold.
    const [isLeftPair, isRightPair] = [isHalf(left), isHalf(right)]
    if (isLeftPair !== isRightPair) return isLeftPair ? 1 : -1
    return left < right ? -1 : 1
  }
  return a.length < b.length ? -1 : 1
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
