import {
  above,
  add,
  constant,
  divide,
  type Expression,
  equals,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import { amount, type Component, component, type Each, figure, records } from '../pay/index.js'
import type { Label, Problem } from '../problem/index.js'
import { decimal, minorUnits, money } from '../quantity/index.js'
import { payProblem, wageProblem } from '../words/index.js'
import { comeToSince } from './come-to.js'
import type { GrantPolicy } from './grant-schema.js'
import { grantedIn } from './vesting.js'

/** What vests depends on beside time, and what units are worth. */
export interface Further {
  /** The component, a ratio, by which what vests is multiplied: of the period in which it vests, or that ends in it. */
  readonly performance?: string | undefined
  /**
   * The table of what is forfeited before it vests: each row names its person and the `grant`, as the grant's
   * own row does, and the `share` by which what vests in the period of its day is cut.
   */
  readonly malus?: string | undefined
  /** Of units: the company's figure that is their price in the period in which they vest; `share_price` unless said. */
  readonly price?: string | undefined
  /** Of units: the part that is delivered as shares; none unless said. */
  readonly shares?: string | undefined
  /** Of units: the table of dividends, each with its day and the `amount` a unit. */
  readonly dividends?: string | undefined
}

/** What is said of units where there are none, and parts above the whole. */
export function furtherProblems(
  policy: GrantPolicy,
  { performance, malus, price, shares, dividends }: Further,
): readonly Problem[] {
  const ofUnits = { price, shares, dividends }
  const clawedBack = policy.clawback === undefined ? {} : { performance, malus }
  return [
    // What is paid back of what was cut would be told apart by nothing.
    ...Object.entries(clawedBack).flatMap(([member, said]) =>
      said === undefined ? [] : [payProblem('not-beside', member, { member, kind: 'clawback' })],
    ),
    ...Object.entries(ofUnits).flatMap(([member, said]) =>
      said === undefined || policy.in === 'units'
        ? []
        : [payProblem('not-beside', member, { member, kind: 'amount' })],
    ),
    ...(shares !== undefined && decimal(shares).greaterThan(1)
      ? [wageProblem('above-whole', 'shares', { found: shares })]
      : []),
    ...(price !== undefined && shares !== undefined && decimal(shares).equals(1)
      ? [payProblem('not-beside', 'price', { member: 'price', kind: 'shares' })]
      : []),
  ]
}

/** How the components of a grant are written. */
export interface GrantSheet {
  readonly id: string
  readonly policy: GrantPolicy
  readonly terms: Further
  readonly own: Pick<Component, 'eligible' | 'period'>
  /** Each grant by itself. */
  readonly each: Each
}

/** What a grant pays in a period, and the components that it is made of beside those of every grant. */
export function paidOf(sheet: GrantSheet): {
  readonly formula: Expression
  readonly components: readonly Component[]
} {
  const { id, policy, terms } = sheet
  const { currency } = policy
  const type = grantedIn(policy)
  const plain = terms.performance === undefined && terms.malus === undefined
  if (plain && policy.in === undefined)
    return { formula: comeToSince(id, currency), components: [] }
  const vested = amount(`${id}.vested`, ...type, { label: vestedLabel })
  const components = vestedComponents(sheet)
  if (policy.in === undefined) return { formula: vested, components }
  const { equivalents, ofDividends } = equivalentsOf(sheet)
  const { cash, ofShares } = cashOf(sheet, vested)
  const parts = [...cash, ...equivalents]
  return {
    formula: parts.length === 0 ? constant('0', money(currency)) : sumOf(parts),
    components: [...components, ...ofShares, ...ofDividends],
  }
}

function sumOf([first, ...others]: readonly Expression[]): Expression {
  return others.length === 0 ? (first as Expression) : add(first as Expression, ...others)
}

/** What time lets vest of each grant in the period, and what does; what a mended grant takes back is what it was. */
function vestedComponents({ id, policy, terms, own, each }: GrantSheet): readonly Component[] {
  const [unit, places] = grantedIn(policy)
  const total = (saying: Parameters<typeof amount>[3]) =>
    amount(`${id}.total`, unit, places, saying)
  const vesting = subtract(
    total({ label: byNowLabel }),
    total({ over: 'before', same: ['id'], input: 'before', label: beforeLabel }),
  )
  const read = amount(`${id}.vesting`, unit, places, { label: vestingLabel })
  const cut = cutOf(read, terms, places)
  const vested = cut === read ? read : when(above(read, constant('0', unit)), cut, read)
  return [
    component(`${id}.vesting`, { ...own, each }, named(vestingLabel, vesting)),
    component(`${id}.vested`, { ...own, each }, named(vestedLabel, vested)),
  ]
}

/** What vests of what could, by performance and malus. */
function cutOf(of: Expression, { performance, malus }: Further, places: number): Expression {
  const by = { places, rounding: 'down' } as const
  const left = malus === undefined ? [] : [leftBy(malus)]
  if (performance === undefined) return left.length === 0 ? of : round(multiply(of, ...left), by)
  const reached = amount(performance, 'ratio', ratioPlaces, { missing: '0' })
  // Nothing vests by a performance that is not there: then this divides by zero, and is withheld.
  const told = amount(performance, 'count', 0, {
    as: 'count',
    input: `${performance}.told`,
    label: toldLabel,
  })
  return divide(multiply(of, reached, ...left), told, by)
}

/** What a malus leaves: of several in a period together, never below nothing. */
function leftBy(table: string): Expression {
  const shares = records(table, 'sum', {
    value: 'share',
    unit: 'ratio',
    scale: ratioPlaces,
    same: ['grant'],
    label: malusLabel,
  })
  const whole = constant('1')
  return named(leftLabel, subtract(whole, minimum(maximum(shares, constant('0')), whole)))
}

/** The units that are paid in cash, at their price, and those that are delivered as shares. */
function cashOf(
  { id, policy: { currency }, terms, own }: GrantSheet,
  vested: Expression,
): { readonly cash: readonly Expression[]; readonly ofShares: readonly Component[] } {
  const { shares = '0', price = 'share_price' } = terms
  const part = round(multiply(vested, constant(shares)), { places: 0, rounding: 'down' })
  const ofShares =
    terms.shares === undefined ? [] : [component(`${id}.shares`, own, named(sharesLabel, part))]
  if (decimal(shares).equals(1)) return { cash: [], ofShares }
  const delivered = ofShares.map(() => amount(`${id}.shares`, 'count', 0, { label: sharesLabel }))
  const units = named(unitsLabel, delivered.reduce<Expression>(subtract, vested))
  const worth = figure(price, money(currency), pricePlaces, { missing: '0', label: priceLabel })
  // Units have no worth by a price that is not given: then this divides by zero, and is withheld.
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
  return { cash: [named(cashLabel, cash)], ofShares }
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
      component(
        `${id}.dividends`,
        { of: 'company', ...(own.period !== undefined && { period: own.period }) },
        paid(dividendsLabel),
      ),
      component(`${id}.equivalents`, { ...own, each }, named(equivalentsLabel, all)),
    ],
  }
}

const ratioPlaces = 6
const pricePlaces = 6

const vestingLabel = { en: 'Vests with time', 'zh-CN': '按期归属' }
const vestedLabel = { en: 'Vests', 'zh-CN': '本期归属' }
const byNowLabel = { en: 'Come to by now', 'zh-CN': '累计归属' }
const beforeLabel = { en: 'Come to before', 'zh-CN': '此前累计归属' }
const toldLabel = { en: 'Performance is told', 'zh-CN': '业绩已确定' }
const malusLabel = { en: 'Malus', 'zh-CN': '扣减比例' }
const leftLabel = { en: 'Left by the malus', 'zh-CN': '扣减后比例' }
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
