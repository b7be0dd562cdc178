import { at, list, type Option } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  type NumericInput,
  readDecimal,
  toScaled,
} from '../quantity/index.js'
import { decimalOption, type Fraction } from '../quantity/internal.js'
import { noFlows, tooManyFlows, unusableRate } from './problems.js'

/** The most flows that are read: a hundred years of months. */
export const mostFlows = 1200

/** Flows of money as whole numbers of their smallest unit, which has so many places. */
export interface Flows {
  readonly units: readonly bigint[]
  readonly places: number
}

/** As many flows as can be read, each of them so. */
export function boundedFlows(flow: Option): Option {
  return (value, path) =>
    Array.isArray(value) && (value.length === 0 || value.length > mostFlows)
      ? [value.length === 0 ? noFlows(path) : tooManyFlows(path, mostFlows)]
      : list(flow)(value, path)
}

/** What is wrong with flows, at the path of the request that they stand at. */
export const flowsOption: Option = boundedFlows(decimalOption())

/** A rate at which not all is lost. */
export const rateOption: Option = decimalOption((value, path) =>
  decimal('-1').lessThan(value) ? [] : [unusableRate(path)],
)

/** The flows that {@link flowsOption} finds nothing wrong with. */
export function readFlows(flows: readonly NumericInput[]): Flows {
  const read = flows.map((flow, i) => readDecimal(flow, at('flows', i)) as Decimal)
  const places = read.reduce((most, flow) => Math.max(most, flow.decimalPlaces()), 0)
  return { units: read.map((flow) => toScaled(flow, places)), places }
}

/** 1 + rate, in whole numbers that may share a factor. */
export function growthOf(rate: NumericInput): Fraction {
  const read = readDecimal(rate, 'rate') as Decimal
  const places = read.decimalPlaces()
  return { numerator: toScaled(read.plus(1), places), denominator: 10n ** BigInt(places) }
}

/**
 * The worth today of the flows up to each year: the numerators, over `growth` to the power of the year
 * and the smallest unit. One common denominator (by Horner's scheme), so that no sum asks for another.
 */
export function worthByYear(
  { units }: Flows,
  { numerator, denominator }: Fraction,
): readonly bigint[] {
  let [sum, weight] = [0n, 1n]
  return units.map((flow) => {
    sum = sum * numerator + flow * weight
    weight *= denominator
    return sum
  })
}
