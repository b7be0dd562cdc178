import { investment } from 'payproof'

const { exampleAssumptions: company, exampleOffers: offers } = investment
const [, , small] = offers
export const factors: readonly investment.Factor[] = [
  { factor: 'leaveRateAfter', low: '0.25', high: '0.34' },
  { factor: 'replacementCost', low: '8000.00', high: '25000.00' },
  { factor: 'hoursSaved', low: '0.1', high: '1' },
  { factor: 'errorsAvoided', low: '0', high: '0.5' },
  { factor: 'people', low: 150, high: 600 },
  { factor: 'discountRate', low: '0.04', high: '0.15' },
]

/** The worth of the small private deployment as each assumption moves alone. */
export const bars = investment.tornado(small, company, factors)
