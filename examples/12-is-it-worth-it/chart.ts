import { bars } from './tornado.js'

/** What the worth of an offer hangs on, as a Vega-Lite specification: plain JSON. */
export const chart = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: 'Worth today of a small private deployment, each assumption alone',
  data: {
    values: bars.map(({ factor, low, high }) => ({
      factor,
      low: Number(low),
      high: Number(high),
    })),
  },
  mark: 'bar',
  encoding: {
    y: { field: 'factor', type: 'nominal', sort: null, title: null },
    x: { field: 'low', type: 'quantitative', title: 'CNY', axis: { format: ',.0f', tickCount: 5 } },
    x2: { field: 'high' },
  },
} as const
