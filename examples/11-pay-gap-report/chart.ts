import { equity } from 'payproof'
import { report } from './company.js'

const quarters = equity.isSuppressed(report.f) ? [] : report.f

/** Who is in which quarter of pay, as a Vega-Lite specification: plain JSON. */
export const chart = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: 'Women and men by quarter of hourly pay',
  data: {
    values: quarters.flatMap(({ quarter, reference, compared }) => [
      { quarter, sex: 'men', people: reference },
      { quarter, sex: 'women', people: compared },
    ]),
  },
  mark: 'bar',
  encoding: {
    y: {
      field: 'quarter',
      type: 'nominal',
      sort: ['upper', 'upper-middle', 'lower-middle', 'lower'],
      title: null,
    },
    x: {
      field: 'people',
      type: 'quantitative',
      stack: 'normalize',
      axis: { format: '%' },
      title: null,
    },
    color: { field: 'sex', type: 'nominal', title: null },
  },
} as const
