import {
  type Credit,
  type Credited,
  creditDeals,
  parseCreditData,
  parseCrediting,
} from '../../../src/credit/index.js'

/** An order of 100.00 yuan on the 10th of January 2026, unless said. */
export const order = (members: object = {}) => ({
  id: 'o1',
  kind: 'order',
  on: '2026-01-10',
  amount: '100.00',
  currency: 'CNY',
  ...members,
})

/** What comes of an order later. */
export const later = (kind: string, members: object = {}) => ({
  id: `${kind}-1`,
  kind,
  on: '2026-02-03',
  of: 'o1',
  ...(kind !== 'transfer' && { amount: '100.00', currency: 'CNY' }),
  ...members,
})

/** Rules of one kind of credit, `direct`, and of others beside it. */
export const direct = (kind: object, others: object = {}, crediting: object = {}) => ({
  currency: 'CNY',
  credits: { direct: kind, ...others },
  ...crediting,
})

/** Rules that credit whom the attribute `seller` names. */
export const bySeller = direct({ rules: [{ owner: 'seller' }] })

export function credited(
  crediting: object,
  events: readonly object[],
  data: object = {},
): Credited {
  return creditDeals(parseCrediting(crediting), parseCreditData({ events, ...data }))
}

/** Rows in short: event, kind of credit, person, and the measures named. */
export function shown(
  { credits }: Credited,
  ...members: readonly (keyof Credit & string)[]
): readonly string[] {
  return credits.map((row) =>
    [row.event, row.credit, row.person, ...members.map((name) => row[name])].join(' '),
  )
}
