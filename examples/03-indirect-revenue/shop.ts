import { readFileSync } from 'node:fs'
import { credit, pay } from 'payproof'

/** Each sale as id, kind, day, amount, customer, and the sale it takes back; each touch likewise. */
interface Shop {
  readonly satisfaction: Readonly<Record<string, string>>
  readonly sales: readonly (readonly string[])[]
  readonly touches: readonly (readonly string[])[]
}

const shop: Shop = JSON.parse(readFileSync(new URL('./shop.json', import.meta.url), 'utf8'))

export const month = '2026-03'
export const window = 30
export const agents = Object.keys(shop.satisfaction)

export const events = credit.parseEvents(
  shop.sales.map(([id, kind, on, amount, customer, of]) => ({
    id,
    kind,
    on,
    amount,
    currency: 'CNY',
    ...(of === undefined ? { attributes: { customer } } : { of }),
  })),
)
const touches = credit.parseTouches(
  shop.touches.map(([id, key, person, on]) => ({ id, key, person, on })),
)

/** What is credited for helped sales by a model. */
export function creditsBy(model: object): readonly credit.Credit[] {
  const indirect = { touches: { by: 'customer', window, model } }
  const rules = credit.parseCrediting({ currency: 'CNY', places: 2, credits: { indirect } })
  return credit.creditDeals(rules, credit.parseCreditData({ events, touches })).credits
}

/** The agents, and what they are credited. */
export function dataOf(credits: readonly credit.Credit[]): pay.PayData {
  const people = agents.map((id) => ({
    id,
    employment: [{ from: '2024-01-01' }],
    attributes: {},
    figures: [{ name: 'satisfaction', period: month, value: shop.satisfaction[id] }],
  }))
  return pay.parseData({ people, records: { credits } })
}
