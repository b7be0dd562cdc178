/**
 * A statistic in double precision as a decimal string with a number of places, never `-0.00`. For
 * figures that are floating point by nature; money is never one.
 *
 * @example
 * textOfDouble(-0.001, 2) //=> '0.00'
 */
export function textOfDouble(value: number, places: number): string {
  const text = value.toFixed(places)
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text
}
