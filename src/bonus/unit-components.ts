import {
  add,
  constant,
  divide,
  type Expression,
  equals,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import { amount, type Component, component, figure, records } from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type GrantSheet, vestedLabel } from './grant-sheet.js'

/**
 * What the units that vest are worth in money: those in cash at their price, and dividend equivalents; with the
 * components that this is made of. Units have no line themselves, since a line is money: how many are
 * delivered as shares is told by what the line has read.
 */
export function worthOf(
  sheet: GrantSheet,
  vested: Expression,
): { readonly formula: Expression; readonly components: readonly Component[] } {
  const { equivalents, ofDividends } = equivalentsOf(sheet)
  const { cash, ofShares } = cashOf(sheet, vested)
  return {
    formula: equivalents.length === 0 ? cash : add(cash, ...equivalents),
    components: [...ofShares, ...ofDividends],
  }
}

/** The units that are paid in cash, at their price, and those that are delivered as shares. */
function cashOf(
  { id, policy: { currency }, terms, own }: GrantSheet,
  vested: Expression,
): { readonly cash: Expression; readonly ofShares: readonly Component[] } {
  const { shares = '0', price = 'share_price' } = terms
  const part = round(multiply(vested, constant(shares)), { places: 0, rounding: 'down' })
  const ofShares =
    terms.shares === undefined ? [] : [component(`${id}.shares`, own, named(sharesLabel, part))]
  const delivered = ofShares.map(() => amount(`${id}.shares`, 'count', 0, { label: sharesLabel }))
  const units = named(unitsLabel, delivered.reduce<Expression>(subtract, vested))
  const worth = figure(price, money(currency), pricePlaces, { missing: '0', label: priceLabel })
  // Units have no worth by a price that is not given: then this divides by zero, and the line is withheld.
  const given = figure(price, 'count', 0, {
    is: 'given',
    input: `${price}.given`,
    label: givenLabel,
  })
  const by = { places: minorUnits(currency), rounding: 'half-up' } as const
  const cash = when(
    equals(units, constant('0', 'count')),
    constant('0', money(currency)),
    divide(multiply(units, worth), given, by),
  )
  return { cash: named(cashLabel, cash), ofShares }
}

/** What each unit that vests has had in dividends since it was granted, to the end of the period. */
function equivalentsOf({ id, policy: { currency }, terms, own, each }: GrantSheet): {
  readonly equivalents: readonly Expression[]
  readonly ofDividends: readonly Component[]
} {
  const { dividends } = terms
  if (dividends === undefined) return { equivalents: [], ofDividends: [] }
  const unit = money(currency)
  const places = minorUnits(currency)
  const paid = (label: Label) =>
    records(dividends, 'sum', {
      ...{ value: 'amount', unit, scale: pricePlaces, whose: 'all', label },
      over: { since: 'ever' },
    })
  const aUnit = subtract(
    amount(`${id}.dividends`, unit, pricePlaces, { label: dividendsLabel }),
    paid(dividendsBeforeLabel),
  )
  const vested = amount(`${id}.vested`, 'count', 0, { label: vestedLabel })
  const all = round(multiply(vested, named(aUnitLabel, aUnit)), { places, rounding: 'half-up' })
  return {
    equivalents: [amount(`${id}.equivalents`, unit, places, { label: equivalentsLabel })],
    ofDividends: [
      component(`${id}.dividends`, { of: 'company' }, paid(dividendsLabel)),
      component(`${id}.equivalents`, { ...own, each }, named(equivalentsLabel, all)),
    ],
  }
}

const pricePlaces = 6

const sharesLabel = { en: 'Delivered as shares', 'zh-CN': '以股票交付' }
const unitsLabel = { en: 'Paid in cash', 'zh-CN': '以现金结算的份额' }
const priceLabel = { en: 'Price of a unit', 'zh-CN': '每份价格' }
const givenLabel = { en: 'The price is given', 'zh-CN': '已有价格' }
const cashLabel = { en: 'Units in cash', 'zh-CN': '现金结算额' }
const dividendsLabel = { en: 'Dividends a unit by now', 'zh-CN': '每份累计股息' }
const dividendsBeforeLabel = {
  en: 'Dividends a unit before the grant',
  'zh-CN': '授予前每份累计股息',
}
const aUnitLabel = { en: 'Dividends a unit since the grant', 'zh-CN': '授予以来每份股息' }
const equivalentsLabel = { en: 'Dividend equivalents', 'zh-CN': '股息等值' }
