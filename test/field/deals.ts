import type { Credited } from '../../src/credit/credit.js'
import { creditDeals } from '../../src/credit/credit-deals.js'
import { parseCrediting } from '../../src/credit/crediting-schema.js'
import { parseCreditData } from '../../src/credit/data-schema.js'
import { constant, type Expression, multiply, round } from '../../src/formula/index.js'
import { component } from '../../src/pay/build.js'
import type { Component, RecordsSource, Version } from '../../src/pay/component.js'
import { parseData } from '../../src/pay/data-schema.js'
import { records } from '../../src/pay/read.js'
import type { Run } from '../../src/pay/run.js'
import { settle } from '../../src/pay/settle.js'
import { total, type Unit } from '../../src/quantity/index.js'
import { bookOf, cents, cny, person } from '../pay/rules/paying.js'

/** Deals of a few people, credited and then paid month by month. */

export interface Told {
  readonly id: string
  readonly on?: string
  readonly [more: string]: unknown
}

/** An event in yuan, on 10 January unless it says otherwise; what is of no other event is Li's. */
function tell({ on = '2026-01-10', ...more }: Told): object {
  const attributes = { seller: 'li', ...(more['attributes'] as object | undefined) }
  const own = 'of' in more ? {} : { attributes }
  return more['kind'] === 'transfer'
    ? { on, from: 'li', to: 'wu', ...more }
    : { on, kind: 'order', amount: '0', currency: 'CNY', ...more, ...own }
}

const direct = { rules: [{ owner: 'seller' }] }

/** Half of each deal is Li's, half Wu's. */
export const halves = {
  rules: [
    { by: 'seller', owners: ['li', 'wu'].map((each) => ({ of: 'li', person: each, weight: '1' })) },
  ],
}

/** What events are credited, all to who sold unless the rules say otherwise. */
export function credit(
  events: readonly Told[],
  { rules = {}, data = {} }: { readonly rules?: object; readonly data?: object } = {},
): Credited {
  return creditDeals(
    parseCrediting({ currency: 'CNY', credits: { direct }, ...rules }),
    parseCreditData({ events: events.map(tell), ...data }),
  )
}

type Which = Omit<RecordsSource, 'from' | 'of' | 'as' | 'value'>

/** A member of the credits of a row, added up: of those of its period unless `which` says, under a name of its own. */
export function sum(value: string, input = value, which: Which = {}, unit: Unit = cny) {
  return records('credits', 'sum', {
    value,
    unit,
    scale: 6,
    input,
    ...which,
  })
}

/** What a formula comes to, to the cent, as a line. */
export function pays(name: string, formula: Expression, more: Partial<Component> = {}): Component {
  return component(name, { pays: 'due', ...more }, round(formula, cents))
}

/** A commission: the only line of most books here. */
export function commission(formula: Expression, more: Partial<Component> = {}): Component {
  return pays('commission', formula, more)
}

/** So much of a measure of money; a tenth of the sales unless said. */
export function flat(rate = '0.10', value = 'sales'): Component {
  return commission(multiply(sum(value), constant(rate)))
}

const months = ['2026-01', '2026-02'] as const

interface Paying {
  readonly names?: readonly string[]
  /** Li and Wu unless said. */
  readonly people?: readonly object[]
}

/** The runs of some months, each after the other, of all credits that are told. */
export function runsOf(
  components: readonly (Component | Version)[],
  { credits }: Pick<Credited, 'credits'>,
  { names = months, people = ['li', 'wu'].map((id) => person(id)) }: Paying = {},
): readonly Run[] {
  const book = bookOf(components, { retro: 12 })
  const data = parseData({ people, records: { credits } })
  const runs: Run[] = []
  for (const period of names)
    runs.push(settle(book, data, { period, before: runs.at(-1) ?? 'first' }))
  return runs
}

/** What each person is paid, month after month; why it is withheld, where it is. */
export function paid(
  ...given: Parameters<typeof runsOf>
): Readonly<Record<'li' | 'wu' | 'zoe', readonly string[]>> {
  const runs = runsOf(...given)
  const { people = [{ id: 'li' }, { id: 'wu' }] } = given[2] ?? {}
  const own = people.map((each) => {
    const { id } = each as { readonly id: string }
    return [id, runs.map((run) => paidIn(run, id))]
  })
  return Object.fromEntries(own)
}

function paidIn({ lines, withheld }: Run, id: string): string {
  const own = withheld.filter(({ owner }) => owner.person === id)
  if (own.length > 0)
    return own.flatMap(({ problems }) => problems.map(({ code }) => code)).join(' ')
  return total(
    lines.flatMap(({ person: of, amount }) => (of === id ? [amount] : [])),
    2,
  )
}
