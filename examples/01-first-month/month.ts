import { readFileSync } from 'node:fs'
import { calendar, run } from 'payproof'
import { readSales } from '../online-retail.js'

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** The month that is paid. */
export const period = calendar.parsePeriod('2011-03')
export const book = run.parseBook(json('./book.json'))
const people = run.parsePeople(json('./people.json'))
export const { events, empty } = readSales()
const data: run.RunData = { people, events, asOf: period.to, before: 'first' }
export const result = run.runCompensation(book, data, period)
