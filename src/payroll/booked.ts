import type { Line } from '../pay/index.js'
import type { Presence } from '../pay/internal.js'
import { allocate, type Decimal, decimal } from '../quantity/index.js'

/** What of a line belongs to whom has these values of some attributes. */
export interface Piece {
  /** In the order of the attributes; empty of one without a value. */
  readonly values: readonly string[]
  readonly amount: string
}

/** A line by the name that its component has now, and what the run that pays it knew. */
export interface PaidLine {
  readonly line: Line
  readonly component: string
  readonly presence: Presence
}

const nothing = decimal('0')

/**
 * Divides lines by the values of attributes, as they were on the last day of each part of a line; a line
 * without parts has those of the last day employed. The pieces add up to the line.
 *
 * What a line settles goes where the lines before it put it: so lines are given in the order in which they
 * were paid. What was paid by runs that are not given is taken off in proportion to the parts.
 */
export function booking(
  by: readonly string[],
  places: number,
): (paid: PaidLine) => readonly Piece[] {
  const booked = new Map<string, Map<string, Decimal>>()
  return ({ line, component, presence }) => {
    const { person, assignment, earned, parts } = line
    const key = JSON.stringify([component, person, assignment ?? '', earned.rhythm, earned.period])
    const before = booked.get(key) ?? new Map<string, Decimal>()
    booked.set(key, before)
    const last = presence.lastEmployed(person) ?? presence.period.to
    const valuesOn = (day: string) =>
      by.map((name) => {
        const on = (each: string) => presence.attribute(name, { person, assignment, day: each })
        return on(day) ?? on(last) ?? ''
      })
    const due = new Map<string, Decimal>()
    for (const { to, amount } of parts) plus(due, JSON.stringify(valuesOn(to)), decimal(amount))
    if (due.size === 0 && before.size === 0) due.set(JSON.stringify(valuesOn(last)), nothing)
    const own = new Map(due)
    for (const [values, amount] of before) plus(own, values, amount.negated())
    const rest = decimal(line.amount).minus(sumOf(own))
    for (const [values, amount] of inProportion(rest, due.size > 0 ? due : own, places))
      plus(own, values, amount)
    for (const [values, amount] of own) plus(before, values, amount)
    const paid = [...own].filter(([, amount]) => !amount.isZero())
    return (paid.length === 0 ? [...own].slice(0, 1) : paid).map(([values, amount]) => ({
      values: JSON.parse(values) as string[],
      amount: amount.toFixed(Math.max(places, amount.decimalPlaces())),
    }))
  }
}

function plus(sums: Map<string, Decimal>, key: string, amount: Decimal): void {
  sums.set(key, (sums.get(key) ?? nothing).plus(amount))
}

function sumOf(sums: ReadonlyMap<string, Decimal>): Decimal {
  return [...sums.values()].reduce((sum, amount) => sum.plus(amount), nothing)
}

/** An amount divided in proportion to others, whatever their signs; evenly where all of them are zero. */
function inProportion(
  rest: Decimal,
  amounts: ReadonlyMap<string, Decimal>,
  places: number,
): readonly (readonly [key: string, amount: Decimal])[] {
  if (rest.isZero()) return []
  const even = [...amounts.values()].every((amount) => amount.isZero())
  return allocate({
    total: rest,
    places: Math.max(places, rest.decimalPlaces()),
    ties: 'id',
    shares: [...amounts].map(([id, amount]) => ({
      id,
      weight: even ? '1' : amount.abs().toFixed(),
    })),
  }).map(({ id, amount }) => [id, decimal(amount)] as const)
}
