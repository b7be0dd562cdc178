import { readFileSync } from 'node:fs'
import { credit } from 'payproof'
import { readSales, refundedOrders } from '../online-retail.js'

const rules = JSON.parse(readFileSync(new URL('./crediting.json', import.meta.url), 'utf8'))

// Refunds whose order is in the file belong to its deal. Nothing before January is credited.
const orders = refundedOrders()
const sold = readSales().events.filter(({ on }) => on >= '2011-01-01')
const known = new Set(sold.map(({ id }) => id))
const events = sold.map((event) => {
  const of = orders.get(event.id)
  return of !== undefined && known.has(of) ? { ...event, of } : event
})

/** An order of the end of March, half of which Grace hands over to Mei before a part is sent back. */
export const handedOver = '548215'
const handover = {
  id: 'handover-1',
  kind: 'transfer',
  on: '2011-04-02',
  of: handedOver,
  from: 'grace',
  to: 'mei',
  share: '0.5',
}

/** What each person is credited for each event, and what does not add up. */
export const { credits, reconciliation } = credit.creditDeals(
  credit.parseCrediting(rules),
  credit.parseCreditData({ events: [...events, handover] }),
)
