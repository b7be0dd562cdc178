import { attrition } from 'payproof'
import { byCard } from './fits.js'

const { curve } = attrition.assess({ predictions: byCard.predictions })

/** What was expected to leave beside what left, as a Vega-Lite specification: plain JSON. */
export const chart = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: 'Expected and observed share of leavers, people that the card had not seen',
  data: { values: curve },
  encoding: {
    x: { field: 'expected', type: 'quantitative', scale: { domain: [0, 1] }, title: 'expected' },
    y: { field: 'observed', type: 'quantitative', scale: { domain: [0, 1] }, title: 'observed' },
  },
  layer: [
    { mark: 'line' },
    {
      mark: { type: 'point', filled: true },
      encoding: { size: { field: 'rows', type: 'quantitative', title: 'people' } },
    },
  ],
} as const
