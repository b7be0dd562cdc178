import { books, monthOf } from './desk.js'
import { paidAt, stretchesOf } from './rates.js'

const named = { today: books.today, 'commission on top': books.mended }
const values = Object.entries(named).flatMap(([pay, book]) => {
  const month = monthOf(book, '8000.00')
  return stretchesOf(month).flatMap(({ from, to, paid }) =>
    [from, to].map((sold) => ({
      pay,
      sold: Number(sold),
      total: Number(paidAt(month, sold)),
      rate: Number(paid),
    })),
  )
})
const x = { field: 'sold', type: 'quantitative', title: 'amount of the last deal, CNY' } as const
const color = { field: 'pay', type: 'nominal', sort: null, title: null } as const
const panel = { width: 480, height: 180, mark: 'line' } as const

/** Total pay over the amount of one deal, and what one more yuan of it pays, as a Vega-Lite specification. */
export const chart = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: 'Where one more yuan sold pays nothing',
  data: { values },
  vconcat: [
    {
      ...panel,
      encoding: {
        ...{ x, color },
        y: {
          field: 'total',
          type: 'quantitative',
          scale: { zero: false },
          title: 'total pay, CNY',
        },
      },
    },
    {
      ...panel,
      encoding: {
        ...{ x, color },
        y: {
          field: 'rate',
          type: 'quantitative',
          axis: { format: '.1%' },
          title: 'paid of one more yuan',
        },
      },
    },
  ],
} as const
