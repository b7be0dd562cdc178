import { formula, money, pay } from 'payproof'

const { amount, component, records } = pay
const { add, constant, marginal, maximum, minimum, multiply, round, subtract } = formula

const pounds = money('GBP')
const cents = { places: 2, rounding: 'half-up' } as const
const nothing = constant('0.00', pounds)

/** Net sales of the month up to a record, or up to just before it, in the order of booking. */
function sales(
  through: 'row' | 'before',
  label: { readonly en: string; readonly 'zh-CN': string },
) {
  const measured = { value: 'sales', unit: pounds, scale: 6, over: { last: 1, through } } as const
  return records('credits', 'sum', { ...measured, label, input: `sales.${through}` })
}

function tiered(measure: ReturnType<typeof sales>) {
  const tiers = [{ rate: '0.020' }, { from: '2000', rate: '0.030' }]
  return round(marginal(measure, tiers), cents)
}

/** Each record's part of the month's tiered commission: what it is worth with it, less without it. */
const commission = component(
  'commission',
  {
    label: { en: 'Territory commission', 'zh-CN': '区域销售提成' },
    clause: 'Handbook 3.1',
    pays: 'due',
    each: { record: 'credits' },
  },
  subtract(
    tiered(sales('row', { en: 'Sales with it', 'zh-CN': '含本笔的销售额' })),
    tiered(sales('before', { en: 'Sales before it', 'zh-CN': '本笔之前的销售额' })),
  ),
)

const due = amount('commission', pounds, 2, { what: 'due', label: { en: 'Due', 'zh-CN': '应结' } })
const owed = amount('owed', pounds, 2, {
  over: 'before',
  label: { en: 'Owed from before', 'zh-CN': '以前欠款' },
})

/** What is owed is not asked back: it is carried, and recovered from at most half of what is due later. */
const carried = component(
  'carried',
  {
    label: { en: 'Carried over, or recovered', 'zh-CN': '结转或扣回' },
    clause: 'Handbook 3.4',
    pays: 'cash',
  },
  subtract(
    maximum(subtract(nothing, due), nothing),
    minimum(owed, round(multiply(maximum(due, nothing), constant('0.5')), cents)),
  ),
)

const stillOwed = component(
  'owed',
  { label: { en: 'Owed', 'zh-CN': '尚欠' } },
  add(owed, amount('carried', pounds, 2, { input: 'carried' })),
)

/** The territory plan; three months stay open after their own. */
export const book = pay.book([commission, carried, stillOwed], { currency: 'GBP', retro: 3 })
