import { payroll } from 'payproof'
import { readSales, refundedOrders, type Sale } from '../online-retail.js'
import { book } from './book.js'
import { people } from './people.js'

/** The orders and refunds of the three months. */
const events = readSales().events.filter(({ on }) => on >= '2011-03-01' && on <= '2011-05-31')
const orders = new Map(events.map((event) => [event.id, event]))
const refunded = refundedOrders()
const nearby = [
  'Austria',
  'Belgium',
  'Channel Islands',
  'EIRE',
  'France',
  'Germany',
  'Netherlands',
  'Switzerland',
]

/** Who looks after a customer: by country, at home by desk; Ben took over from Oliver. */
function sellerOf({ on, attributes }: Sale): string {
  const { country, desk } = attributes
  if (country !== 'United Kingdom') return nearby.includes(country) ? 'mei' : 'tomas'
  if (desk === '0') return 'grace'
  return on < '2011-05-16' ? 'oliver' : 'ben'
}

/** A refund of an order of these months counts on the day of the order, for its seller. */
const sales = events.map((event) => {
  const order = orders.get(refunded.get(event.id) ?? '') ?? event
  return {
    id: event.id,
    on: event.on,
    ...(order !== event && { counts: order.on }),
    person: sellerOf(order),
    amount: event.amount,
  }
})

const night = (id: string, person: string, on: string, hours: string, recorded?: string) => ({
  id,
  person,
  on,
  hours,
  ...(recorded !== undefined && { recorded }),
})

/** All that is known at the end of May; each run takes what had been told by its own day. */
export const { data } = payroll.parseRunData(book, {
  people,
  groups: [
    {
      of: { by: 'department', value: 'service' },
      figures: [
        { name: 'profit_share', period: '2011-03', value: '600.00' },
        { name: 'profit_share', period: '2011-04', value: '500.00' },
        { name: 'profit_share', period: '2011-05', value: '720.00' },
      ],
    },
  ],
  records: {
    sales,
    nights: [
      night('n1', 'gina', '2011-03-03', '8.0'),
      night('n2', 'gina', '2011-03-17', '9.5'),
      night('n3', 'hugo', '2011-03-24', '7.5'),
      night('n4', 'gina', '2011-03-30', '8.0', '2011-04-02'),
      night('n5', 'hugo', '2011-04-14', '8.0'),
      night('n6', 'gina', '2011-05-19', '9.0'),
    ],
    damages: [
      { id: 'd1', person: 'gina', on: '2011-03-22', amount: '900.00' },
      { id: 'd2', person: 'hugo', on: '2011-05-05', amount: '200.00' },
    ],
  },
})
