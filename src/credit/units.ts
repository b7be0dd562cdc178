/** Amounts as whole numbers of their smallest unit. */

/** The text of so many units: with at least some places, and no further zeros at its end. */
export function textOfUnits(units: bigint, scale: number, least: number): string {
  const [sign, size] = units < 0n ? ['-', -units] : ['', units]
  const digits = size.toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  let end = digits.length
  const shortest = digits.length - scale + least
  while (end > shortest && digits.charCodeAt(end - 1) === zero) end--
  const places = digits.slice(digits.length - scale, end)
  return sign + (places === '' ? whole : `${whole}.${places}`)
}

/** The whole number nearest to a quotient, away from zero where two are. The divisor is above zero. */
export function halfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 1n) return dividend
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -rounded : rounded
}

const zero = '0'.charCodeAt(0)
