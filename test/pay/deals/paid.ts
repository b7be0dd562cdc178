import type { DealEvent } from '../../../src/credit/event.js'
import {
  above,
  constant,
  divide,
  type Expression,
  minimum,
  multiply,
  type NodeOf,
  round,
  subtract,
  when,
} from '../../../src/formula/index.js'
import type { PayBook } from '../../../src/pay/book.js'
import { component } from '../../../src/pay/build.js'
import type { Component, Source } from '../../../src/pay/component.js'
import type { Person } from '../../../src/pay/data.js'
import { records } from '../../../src/pay/read.js'
import type { Run } from '../../../src/pay/run.js'
import type { Unit } from '../../../src/quantity/index.js'
import { cents, cny, dataOf, person, runs } from '../rules/paying.js'
import { creditsOf } from './credits.js'

/** Components of deals over a table of credits, and what the runs of some months pay by them. */

/** The places to which credits are divided. */
const places = 6
export const none = constant('0.00', cny)
export const yuan = (value: string) => constant(value, cny)
export const percent = (rate: string, of: Expression) => multiply(of, constant(rate))

/** Up to the end of a row of records, or up to just before its start. */
export type Through = 'row' | 'before'
type OfDeal = (through: Through) => NodeOf<'input'>
type Kept = Pick<Extract<Source, { readonly from: 'records' }>, 'where'> & {
  /** What the inputs are called; as the member unless said. */
  readonly input?: string
}

/** A member of the credits of the row's deal, added up over all its life so far. */
export function ofDeal(
  value: string,
  [unit, scale]: readonly [Unit, number] = [cny, places],
  { where, input = value }: Kept = {},
): OfDeal {
  return (through) =>
    records('credits', 'sum', {
      value,
      unit,
      scale,
      same: ['deal'],
      ...(where !== undefined && { where }),
      over: { since: 'ever', through },
      input: `${input}.${through}`,
    })
}

export const sold = ofDeal('sales')
export const received = ofDeal('collections')

/**
 * What a deal has come to by the end of a row, less what it had come to before: over all its rows that is
 * what it comes to, to the cent.
 */
export function eachDeal(
  name: string,
  due: (through: Through) => Expression,
  more: Partial<Component> = {},
): Component {
  return component(
    name,
    { pays: 'due', each: { record: 'credits', by: 'deal' }, ...more },
    subtract(round(due('row'), cents), round(due('before'), cents)),
  )
}

/** Part of an amount: times one amount of money, divided by another, rounded once. */
export function partOf(of: Expression, amount: Expression, whole: Expression): Expression {
  return divide(multiply(of, bare(amount)), bare(whole), cents)
}

/** An amount of money as a number without a unit, exactly. */
function bare(amount: Expression): Expression {
  return divide(amount, constant('1', cny), { places, rounding: 'half-up' })
}

/** As much of an amount as is received of what is sold, and of nothing sold nothing. */
export function released(of: Expression, through: Through): Expression {
  const part = minimum(received(through), sold(through))
  return when(above(sold(through), none), partOf(of, part, sold(through)), none)
}

const people = [person('li'), person('wu')]

/** What the runs of some months pay: the month, the component, whose, of which month, and how much. */
export function paid(
  book: PayBook,
  events: readonly DealEvent[],
  months: readonly string[],
  more: { readonly people?: readonly Person[] } = {},
): readonly string[] {
  return runsOf(book, events, months, more).flatMap(linesPaid)
}

export function runsOf(
  book: PayBook,
  events: readonly DealEvent[],
  months: readonly string[],
  more: Parameters<typeof paid>[3] = {},
): readonly Run[] {
  return runs(book, dataOf(more.people ?? people, { credits: creditsOf(events) }), months)
}

function linesPaid({ period, lines, withheld }: Run): readonly string[] {
  return [
    ...lines
      .filter(({ amount }) => !/^-?[0.]+$/.test(amount))
      .map(({ component: name, person: who, earned, amount }) =>
        [period, name, who, ...(earned.period === period ? [] : [earned.period]), amount].join(' '),
      ),
    ...withheld.map(({ component: name, owner, problems }) =>
      [period, name, owner.person, ...problems.map(({ code }) => code)].join(' '),
    ),
  ]
}

/** What each deal has of a line, added up over its parts. */
export function partsByDeal(
  run: Run,
  name: string,
  earned = run.period,
): Readonly<Record<string, string>> {
  const line = run.lines.find((each) => each.component === name && each.earned.period === earned)
  const sums = new Map<string, number>()
  for (const { record = '', amount } of line?.parts ?? []) {
    const deal = record.split(/[.|]/)[0] as string
    sums.set(deal, (sums.get(deal) ?? 0) + Math.round(Number(amount) * 100))
  }
  return Object.fromEntries([...sums].map(([deal, sum]) => [deal, (sum / 100).toFixed(2)]))
}
