import type { Spiff } from '../../../src/commission/index.js'
import type { Published } from './published.js'

/** What a SPIFF pays for a number of like deals. */
export interface PublishedSpiff extends Published {
  readonly spiff: Pick<Spiff, 'pays' | 'per'>
  readonly deals: number
  readonly units: string
  readonly pays: string
}

export const spiffs: readonly PublishedSpiff[] = [
  {
    example: '1,000 for each of five orders',
    source: "Prowi, 'Spiff'",
    url: 'https://www.prowi.io/en/glossary/spiff',
    quote: '5 orders … (5 × 1,600) + (5 × 1,000) = 8,000 + 5,000',
    spiff: { pays: '1000', per: 'deal' },
    deals: 5,
    units: '1',
    pays: '5000.00',
  },
  {
    example: '250 for each eligible deal',
    source: "Bentega, 'What is a SPIF'",
    url: 'https://bentega.io/what-is-a-spif',
    quote: '€250 per eligible deal. Eligible deals: 4. SPIF payout: €1,000',
    spiff: { pays: '250', per: 'deal' },
    deals: 4,
    units: '1',
    pays: '1000.00',
  },
  {
    example: '2,500 for each deal of a new product',
    source: "Ryan Consulting, 'SPIFFs and Bonus Structures'",
    url: 'https://ryanconsulting.ai/courses/fa-commission-modeling/spiff-and-bonus-structures',
    quote: 'SPIFF Cost: $30,000 (12 × $2,500)',
    spiff: { pays: '2500', per: 'deal' },
    deals: 12,
    units: '1',
    pays: '30000.00',
  },
  {
    example: '2 dollars a unit for 100 units',
    source: "ITA Group, 'How to Move from SPIFFs to Incremental Sales Incentives'",
    url: 'https://www.itagroup.com/insights/move-spiffs-incremental-sales',
    quote: '$2 SPIFFs per unit … a salesperson who historically sells 100 units now got paid $200',
    spiff: { pays: '2', per: 'unit' },
    deals: 1,
    units: '100',
    pays: '200.00',
  },
]
