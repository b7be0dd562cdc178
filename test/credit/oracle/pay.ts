import {
  atLeast,
  constant,
  type Expression,
  input,
  marginal,
  minimum,
  multiply,
  round,
  subtract,
  when,
} from '../../../src/formula/index.js'
import type { Component, RecordsSource, Version } from '../../../src/pay/component.js'
import type { Row } from '../../../src/pay/data.js'
import type { Run } from '../../../src/pay/run.js'
import { money } from '../../../src/quantity/index.js'
import { compareFractions, type Fraction, times } from '../../../src/quantity/internal.js'
import { bookOf, dataOf, person, runs } from '../../pay/rules/paying.js'
import { persons } from './draws.js'
import { engine } from './engine.js'
import { exactly, rounded, sumOf, written } from './exact.js'
import type { Company } from './world.js'

const cny = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const none = constant('0', cny)
const cny6 = (name: string) => input(name, cny, 6)

/** What the credits of one kind come to. */
const credited = (more: Partial<RecordsSource> = {}): RecordsSource => ({
  from: 'records',
  of: 'credits',
  as: 'sum',
  value: 'sales',
  where: { credit: ['direct'] },
  ...more,
})
const year = credited({ over: { since: 'year', through: 'row' } })
const before = credited({ over: { since: 'year', through: 'before' } })

const sliced = (sales: Expression, rate: string) =>
  marginal(sales, [{ rate }, { from: '50', rate: '0.08' }, { from: '700', rate: '0.11' }])
const capped = (sales: Expression) => minimum(sliced(sales, '0.05'), constant('60', cny))

/** Tiers of a month behind a gate, at another rate from February on. */
const monthly = (rate: string): Component => ({
  component: 'monthly',
  pays: 'due',
  formula: round(
    when(atLeast(cny6('sales'), constant('30', cny)), sliced(cny6('sales'), rate), none),
    cents,
  ),
  reads: { sales: credited() },
})
/** Tiers of the year so far with a cap, less what they were worth before. */
const yearly: Component = {
  component: 'yearly',
  pays: 'due',
  formula: subtract(round(capped(cny6('year')), cents), round(capped(cny6('before')), cents)),
  reads: { year, before },
}
/** The same, divided among the records that make it. */
const byRecord: Component = {
  ...yearly,
  component: 'byRecord',
  each: { record: 'credits', where: { credit: ['direct'] } },
}
/** Half as much again from a quota on. */
const accelerated: Component = {
  component: 'accelerated',
  pays: 'due',
  formula: round(
    multiply(
      cny6('sales'),
      when(atLeast(cny6('sales'), constant('300', cny)), constant('0.15'), constant('0.1')),
    ),
    cents,
  ),
  reads: { sales: credited() },
}

const ofDeal = (value: string, through: 'row' | 'before') =>
  credited({ value, same: ['deal'], over: { since: 'ever', through } })
const held = (through: 'row' | 'before') =>
  round(multiply(minimum(cny6(`sold.${through}`), cny6(`got.${through}`)), constant('0.1')), cents)
/** Of each deal a tenth of what is sold, as far as it is collected. */
const holdback: Component = {
  component: 'holdback',
  pays: 'due',
  each: { record: 'credits', by: 'deal', where: { credit: ['direct'] } },
  formula: subtract(held('row'), held('before')),
  reads: {
    'sold.row': ofDeal('sales', 'row'),
    'sold.before': ofDeal('sales', 'before'),
    'got.row': ofDeal('collections', 'row'),
    'got.before': ofDeal('collections', 'before'),
  },
}

const versions: readonly Version[] = [
  { to: '2026-01-31', value: monthly('0.05') },
  { from: '2026-02-01', value: monthly('0.02') },
]
const book = bookOf([...versions, yearly, byRecord, accelerated, holdback], { retro: 12 })
const months = ['01', '02', '03', '04', '05', '06', '07'].map((month) => `2026-${month}`)
const people = [...persons, 'house', 'boss'].map((id) => person(id))

/** What each run pays of the credits of a company. */
export function settled(company: Company): readonly Run[] {
  const { rows } = engine(company)
  return runs(book, dataOf(people, { credits: rows as readonly Row[] }), months)
}

/** What is paid in all for each month of each person, by component; months of nothing left out. */
export function totals(all: readonly Run[]): Readonly<Record<string, string>> {
  const lines = all.flatMap((each) => each.lines)
  return added(
    lines.map(({ component, person: who, earned, amount }) => [
      `${component} ${who} ${earned.period}`,
      amount,
    ]),
  )
}

/** What each person is paid in the end for what is collected. */
export function heldBack(paid: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const own = Object.entries(paid).filter(([key]) => key.startsWith('holdback '))
  return added(own.map(([key, sum]) => [key.slice('holdback '.length, -' 2026-01'.length), sum]))
}

/** A tenth of what each person has sold and is collected, deal by deal. */
export function collected(company: Company): Readonly<Record<string, string>> {
  const rows = engine(company).rows.filter(({ credit }) => credit === 'direct')
  const deals = new Map(rows.map(({ deal, person }) => [JSON.stringify([deal, person]), person]))
  return added(
    [...deals].map(([key, person]) => {
      const own = rows.filter((row) => JSON.stringify([row.deal, row.person]) === key)
      const [sold, got] = [own.map(({ sales }) => sales), own.map((row) => row.collections)].map(
        (texts) => sumOf(texts.map(exactly)),
      ) as [Fraction, Fraction]
      const least = compareFractions(sold, got) < 0 ? sold : got
      return [person, written(rounded(times(least, exactly('0.1')), 2), 2)]
    }),
  )
}

function added(parts: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const sums = new Map<string, string[]>()
  for (const [key, sum] of parts) sums.set(key, [...(sums.get(key) ?? []), sum])
  const all = [...sums].map(([key, own]) => [key, written(sumOf(own.map(exactly)), 2)])
  return Object.fromEntries(all.filter(([, sum]) => sum !== '0.00').toSorted())
}
