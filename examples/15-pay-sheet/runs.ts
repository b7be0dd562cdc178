import { payroll } from 'payproof'
import { book } from './book.js'
import { data } from './data.js'

/** Three months, each run as of its last day and after the run before. */
export const march = payroll.run(book, data, { period: '2011-03', before: 'first' })
export const april = payroll.run(book, data, { period: '2011-04', before: march })
export const may = payroll.run(book, data, { period: '2011-05', before: april })
