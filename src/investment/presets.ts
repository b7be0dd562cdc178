import { type Assumptions, type Offer, parseAssumptions, parseOffer } from './schema.js'

/**
 * Offers within the ranges that the Chinese market quoted in 2025 (haishop.cn knowledge base): 10 to 30
 * yuan a person a month for a subscription, 300,000 to 2,000,000 yuan for a private deployment. They
 * are examples: put in what you were offered. Service of 15 % of the licence a year and hardware that
 * lasts five years are assumed.
 */
export const exampleOffers: readonly [Offer, Offer, Offer, Offer] = [
  subscription('basic-subscription', 'Basic subscription', '基础订阅', '10.00'),
  subscription('full-subscription', 'Full subscription', '全功能订阅', '30.00'),
  deployment('small-private', 'Small private deployment', '小型私有化部署', {
    licence: '300000.00',
    service: '45000.00',
    hardware: '60000.00',
  }),
  deployment('large-private', 'Large private deployment', '大型私有化部署', {
    licence: '2000000.00',
    service: '300000.00',
    hardware: '200000.00',
  }),
]

/**
 * A company of 300 people as in the home case: service staff leave two to three times as often as
 * others. The figures are examples: put in your own.
 */
export const exampleAssumptions: Assumptions = parseAssumptions({
  people: 300,
  years: 5,
  discountRate: '0.08',
  leaveRate: '0.35',
  leaveRateAfter: '0.30',
  replacementCost: '15000.00',
  hoursSaved: '0.5',
  hourCost: '45.00',
  errorsAvoided: '0.2',
  errorCost: '200.00',
})

function subscription(id: string, en: string, zh: string, perPersonMonth: string): Offer {
  return parseOffer({
    id,
    kind: 'subscription',
    currency: 'CNY',
    label: { en, 'zh-CN': zh },
    bands: [{ from: 1, perPersonMonth }],
  })
}

function deployment(
  id: string,
  en: string,
  zh: string,
  { licence, service, hardware }: Readonly<Record<'licence' | 'service' | 'hardware', string>>,
): Offer {
  return parseOffer({
    id,
    kind: 'private',
    currency: 'CNY',
    label: { en, 'zh-CN': zh },
    licence,
    service,
    hardware: { price: hardware, lasts: 5 },
  })
}
