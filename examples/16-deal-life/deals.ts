import { credit } from 'payproof'

/** Who is credited: the owners of a customer by their shares, and a manager with all that the team sells. */
const crediting = credit.parseCrediting({
  currency: 'CNY',
  credits: {
    direct: { rules: [{ by: 'customer', owners: 'customers' }] },
    team: { of: 'direct', manager: 'manager', shares: ['1'] },
  },
  figures: { margin: { unit: 'money:CNY', sign: 'any' } },
})

const customers = [
  { of: 'harbour', person: 'li', share: '0.6' },
  { of: 'harbour', person: 'wu', share: '0.4' },
  { of: 'mill', person: 'li' },
  { of: 'clinic', person: 'wu' },
]

const currency = 'CNY'
const order = (id: string, on: string, customer: string, amount: string, margin: string) => ({
  id,
  kind: 'order',
  on,
  amount,
  currency,
  figures: { margin },
  attributes: { customer },
})
const collection = (of: string, on: string, amount: string) => ({
  id: `${of} ${on}`,
  kind: 'collection',
  of,
  on,
  amount,
  currency,
})

/** Four deals. D2 is shared, paid in two parts, partly taken back, and half of it is handed over. */
export const events = credit.parseEvents([
  order('D1', '2026-01-08', 'mill', '60000.00', '15000.00'),
  order('D2', '2026-01-19', 'harbour', '100000.00', '40000.00'),
  collection('D1', '2026-01-30', '60000.00'),
  order('D3', '2026-02-05', 'mill', '30000.00', '12000.00'),
  collection('D2', '2026-02-16', '40000.00'),
  {
    id: 'R2',
    kind: 'refund',
    of: 'D2',
    on: '2026-03-04',
    amount: '-20000.00',
    currency,
    figures: { margin: '-9000.00' },
    attributes: { reason: 'returned accessories' },
  },
  order('D4', '2026-03-11', 'clinic', '50000.00', '5000.00'),
  {
    id: 'T2',
    kind: 'transfer',
    of: 'D2',
    on: '2026-04-01',
    credit: 'direct',
    from: 'wu',
    to: 'zhao',
  },
  collection('D3', '2026-04-22', '30000.00'),
  collection('D2', '2026-05-12', '40000.00'),
  collection('D4', '2026-05-20', '50000.00'),
])

const managed = (id: string) => ({
  id,
  attributes: { manager: [{ from: '2026-01-01', value: 'mei' }] },
})

export const { credits } = credit.creditDeals(
  crediting,
  credit.parseCreditData({
    events,
    owners: { customers },
    people: [...['li', 'wu', 'zhao'].map(managed), { id: 'mei', attributes: {} }],
  }),
)
