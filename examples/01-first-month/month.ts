import { readFileSync } from 'node:fs'
import { type Locale, payroll } from 'payproof'
import { readSales } from '../online-retail.js'

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

export const { events, empty } = readSales()
export const people = json('./people.json')
export const book = payroll.parseBook(json('./book.json'))
export const { data, reconciliation } = payroll.parseRunData(book, { people, deals: { events } })

/** The month that is paid. */
export const march = payroll.run(book, data, { period: '2011-03', before: 'first' })

/** What a person sees of their own statement. */
export function payslip(person: string, locale: Locale): string {
  const view = payroll.disclose(book, data, march, {
    key: 'a secret that the payroll office keeps',
    about: ['department'],
    person,
    audience: 'employee',
  })
  return payroll.renderView(view, { locale, format: 'text', book })
}
