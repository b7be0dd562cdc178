import type { IsoDate } from '../../../src/calendar/index.js'
import type { Formula } from '../../../src/formula/index.js'
import type { Component, Source } from '../../../src/pay/component.js'
import { decimal, divideTo } from '../../../src/quantity/index.js'
import { daysOf } from './known.js'
import { formulaOf, valueFor } from './worth-formula.js'
import { attributeOn, groupOf, personOf, spansOf } from './worth-people.js'
import { Failing, type Knowledge, type Owner, type RowOf, sum, type Worth } from './worth-row.js'
import { readSource } from './worth-sources.js'

/** What a component comes to for its owner and month, worked out from the whole log. */
export function worthOf(
  known: Knowledge,
  component: Component,
  owner: Owner,
  month: string,
): Worth {
  const days = rowDays(known, component, owner, month)
  if (days.length === 0) return { row: false }
  const read: string[] = []
  const last = days.at(-1) as IsoDate
  try {
    const row = { known, component, owner, month, days }
    const value = component.each === 'stretch' ? byStretch(row, read) : inputsAndValue(row, read)
    return { row: true, value, read, last }
  } catch (error) {
    if (!(error instanceof Failing)) throw error
    return { row: true, error: error.message, last }
  }
}

function rowDays(known: Knowledge, { eligible }: Component, owner: Owner, month: string) {
  if (owner !== 'company' && 'person' in owner)
    return spansOf(known, personOf(known, owner.person), eligible?.where).get(month) ?? []
  const figures = groupOf(known, owner)?.figures ?? []
  const people = known.data.people.some((person) => spansOf(known, person, undefined).has(month))
  const given = figures.some(({ period }) => period === month)
  return people || given ? daysOf(month) : []
}

function inputsOf(row: RowOf, formula: Formula, read: string[]): Record<string, string> {
  const names = Object.keys(formula.inputs)
  return Object.fromEntries(
    names.map((name) => [name, readSource(row, row.component.reads[name] as Source, name, read)]),
  )
}

function inputsAndValue(row: RowOf, read: string[]): string {
  const formula = formulaOf(row.component.formula)
  return valueFor(formula, inputsOf(row, formula, read))
}

/** Dividends are added over the stretches, and divided once. */
function byStretch(row: RowOf, read: string[]): string {
  let root = row.component.formula
  while (root.op === 'named') root = root.of
  if (root.op !== 'divide') throw new Error('the oracle knows stretches that divide')
  const [above, below] = [formulaOf(root.left), formulaOf(root.right)]
  const stretches = stretchesOf(row).map((days) => ({ ...row, days }))
  const dividends = stretches.map((part) => valueFor(above, inputsOf(part, above, read)))
  const divisor = valueFor(below, inputsOf(stretches[0] as RowOf, below, read))
  return divideTo(sum(dividends), decimal(divisor), root.places, root.rounding).toFixed(root.places)
}

/** The row's days, cut where an attribute that it reads changes. */
function stretchesOf({ known, component, owner, days }: RowOf): readonly (readonly IsoDate[])[] {
  const names = Object.values(component.reads).flatMap((source) =>
    source.from === 'attribute' ? [source.name] : [],
  )
  const stateOn = (day: IsoDate) =>
    names.map((name) => attributeOn(known, owner, name, day)).join('|')
  const stretches: IsoDate[][] = []
  for (const day of days) {
    const open = stretches.at(-1)
    if (open !== undefined && stateOn(open[0] as IsoDate) === stateOn(day)) open.push(day)
    else stretches.push([day])
  }
  return stretches
}
