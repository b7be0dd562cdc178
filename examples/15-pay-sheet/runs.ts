import { pay } from 'payproof'
import { book } from './book.js'
import { data } from './data.js'

/** Three months, each run as of its last day and after the run before. */
export const march = pay.settle(book, data, { period: '2011-03', before: 'first' })
export const april = pay.settle(book, data, { period: '2011-04', before: march })
export const may = pay.settle(book, data, { period: '2011-05', before: april })
