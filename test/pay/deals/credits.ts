import type { IsoDate } from '../../../src/calendar/index.js'
import {
  type AmountEvent,
  type Credit,
  creditDeals,
  type DealEvent,
  parseCreditData,
  parseCrediting,
  type TransferEvent,
} from '../../../src/credit/index.js'

/** Events of deals, and the credits of the person whom the attribute `seller` names. */

type More = Partial<Pick<AmountEvent, 'attributes' | 'figures' | 'order' | 'recorded'>>

/** A deal that is signed: its id, its day, what it is worth. */
export function signed(
  id: string,
  on: IsoDate,
  amount: string,
  { attributes, ...more }: More = {},
): AmountEvent {
  const who = { seller: 'li', ...attributes }
  return { id, kind: 'order', on, amount, currency: 'CNY', attributes: who, ...more }
}

/** What happens to a deal later: its id is that of the deal, the kind and the day. */
function later(kind: AmountEvent['kind']) {
  return (of: string, on: IsoDate, amount: string, more: More = {}): AmountEvent => ({
    id: `${of}.${kind}.${on}`,
    kind,
    on,
    amount,
    currency: 'CNY',
    of,
    ...more,
  })
}

export const collected = later('collection')
export const invoiced = later('invoice')
export const refunded = later('refund')
export const cancelled = later('cancellation')

/** All of a deal goes from one person to another. */
export function transferred(of: string, on: IsoDate, from: string, to: string): TransferEvent {
  return { id: `${of}.transfer.${on}`, kind: 'transfer', on, of, from, to }
}

/** Whose deals are: of the person whom `seller` names, or of the owners of the `team` by their shares. */
const crediting = parseCrediting({
  currency: 'CNY',
  credits: {
    direct: {
      rules: [{ where: { seller: ['team'] }, by: 'seller', owners: 'teams' }, { owner: 'seller' }],
    },
  },
  figures: {
    deals: { unit: 'count', places: 6 },
    margin: { unit: 'money:CNY', sign: 'any' },
    shipping: { unit: 'money:CNY' },
    gross: { unit: 'money:CNY' },
    net: { unit: 'money:CNY' },
  },
  customer: 'customer',
})

const teams = ['li', 'wu'].map((person) => ({ of: 'team', person, weight: '1' }))

/** The credits of some events. */
export function creditsOf(events: readonly DealEvent[]): readonly Credit[] {
  return creditDeals(crediting, parseCreditData({ events, owners: { teams } })).credits
}
