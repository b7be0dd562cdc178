import fc from 'fast-check'
import {
  add,
  atLeast,
  constant,
  divide,
  type Expression,
  marginal,
  minimum,
  multiply,
  round,
  subtract,
  when,
} from '../../formula/index.js'
import type { Component, ComponentOptions, Over } from '../../pay/index.js'
import * as pay from '../../pay/index.js'
import { type Currency, minorUnits, money } from '../../quantity/index.js'
import { amount as amountOf, rate, rising, rounding } from './draws.js'

const { amount, attribute, component, days, figure, matching, member, records, service, tagged } =
  pay

/** The money of a book: its unit, its places, and how it rounds. */
export interface Paid {
  readonly unit: `money:${Currency}`
  readonly places: number
  readonly rule: { readonly places: number; readonly rounding: 'half-up' | 'half-even' }
}

/** The money of a currency. */
export const paidIn = (currency: Currency): Paid => {
  const places = minorUnits(currency)
  return { unit: money(currency), places, rule: { places, rounding: 'half-up' } }
}

const wage = { pays: 'due', tags: ['wage'] } as const
const windows = fc.constantFrom<Over>(
  'period',
  { last: 3 },
  { last: 2, through: 'before' },
  { since: 'year' },
  { since: { date: 'hired', every: 'year' } },
)

/** An object of some of these members. */
export const some = <T extends object>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(arbitraries, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>

/** Salary for the days employed, each stretch by itself or the row at once. */
function base({ unit, rule, places }: Paid): fc.Arbitrary<Component> {
  const salary = attribute('salary', unit, places)
  const formula = divide(multiply(salary, days('part')), days('whole'), rule)
  return some<ComponentOptions>({
    each: fc.constant('stretch'),
    eligible: fc.constant({ where: { grade: ['A', 'B'] } }),
    retro: fc.integer({ min: 0, max: 3 }),
    clause: fc.constant('§1'),
  }).map((drawn) => component('base', { ...wage, ...drawn }, formula))
}

/** Components that read no other one, by their names. */
export function singleComponents(
  currency: Currency,
): Readonly<Record<string, fc.Arbitrary<Component>>> {
  const paid = paidIn(currency)
  const { unit, places, rule } = paid
  const of = (formula: fc.Arbitrary<Expression>, name: string, more: ComponentOptions = {}) =>
    formula.map((drawn) => component(name, { ...wage, ...more }, drawn))
  const amountIn = (most: number) => amountOf(currency, most).map((value) => constant(value, unit))
  const sold = { value: 'amount', unit, scale: places } as const
  return {
    base: base(paid),
    seniority: of(
      fc
        .tuple(fc.integer({ min: 0, max: 5 }), amountIn(500))
        .map(([years, extra]) =>
          when(
            atLeast(service('years', 'hired'), constant(`${years}`, 'duration:year')),
            add(attribute('allowance', unit, places, { missing: '0' }), extra),
            constant('0', unit),
          ),
        ),
      'seniority',
    ),
    overtime: of(
      rounding.map((how) =>
        divide(
          multiply(
            attribute('salary', unit, places),
            figure('hours', 'duration:hour', 1, { missing: '0' }),
          ),
          constant('174', 'duration:hour'),
          { places, rounding: how },
        ),
      ),
      'overtime',
    ),
    commission: of(
      fc
        .tuple(rising(0, 20_000), fc.array(rate, { minLength: 5, maxLength: 5 }), windows)
        .map(([bounds, rates, over]) =>
          round(
            marginal(
              records('orders', 'sum', { ...sold, over }),
              bounds.map((from, i) => ({ from: `${from}`, rate: rates[i] as string })),
            ),
            rule,
          ),
        ),
      'commission',
      { eligible: { after: 'lost' } },
    ),
    spiff: of(
      fc
        .tuple(rate, rate)
        .map(([car, other]) =>
          round(
            multiply(
              member('amount', unit, places),
              matching(member('product'), { car: constant(car) }, constant(other)),
            ),
            rule,
          ),
        ),
      'spiff',
      { each: { record: 'orders', where: { amount: { above: '0' } } } },
    ),
    calls: of(
      amountIn(50).map((each) => multiply(records('orders', 'count'), each)),
      'calls',
    ),
    sick: of(
      amountIn(50).map((each) =>
        round(multiply(days('absent', { unit: 'count', kinds: ['sick'] }), each), rule),
      ),
      'sick',
    ),
  }
}

/** Components that read the wages of a book, by their names. */
export function readingComponents(
  currency: Currency,
): Readonly<Record<string, fc.Arbitrary<Component>>> {
  const { unit, places, rule } = paidIn(currency)
  const baseAmong = (among: NonNullable<Parameters<typeof amount>[3]>['among'], input: string) =>
    amount('base', unit, places, { among, input })
  return {
    gross: fc.constant(component('gross', {}, tagged('wage', unit, places))),
    year: fc
      .constantFrom<Over>({ since: 'year' }, { last: 12 }, { since: 'ever' })
      .map((over) => component('year', {}, tagged('wage', unit, places, { over }))),
    balance: amountOf(currency, 1_000).map((most) =>
      component(
        'balance',
        {},
        minimum(
          add(amount('balance', unit, places, { over: 'before' }), tagged('wage', unit, places)),
          constant(most, unit),
        ),
      ),
    ),
    team: fc
      .constantFrom('sum' as const, 'most' as const, 'least' as const)
      .map((as) =>
        component('team', { of: { by: 'team' } }, baseAmong({ group: { by: 'team' }, as }, 'of')),
      ),
    place: fc
      .constantFrom({ by: 'team' }, 'company' as const)
      .map((group) =>
        component(
          'place',
          {},
          add(
            constant('1', 'count'),
            amount('base', 'count', 0, { among: { group, who: 'ahead', by: 'base', as: 'count' } }),
          ),
        ),
      ),
    bonus: fc
      .constantFrom({ share: 'base' }, { share: 'base', most: 'base' })
      .map((as) =>
        component(
          'bonus',
          { pays: 'due' },
          amount('fund', unit, places, { among: { group: 'company', as } }),
        ),
      ),
    tax: rate.map((part) =>
      component(
        'tax',
        { pays: 'cash' },
        round(
          multiply(
            tagged('wage', unit, places, { what: 'due' }),
            subtract(constant('0'), constant(part)),
          ),
          rule,
        ),
      ),
    ),
  }
}

/**
 * Draws components of pay that a book of their own is accepted with, each reading data alone: salary by
 * days, an allowance by service, overtime, commission over several windows, a rate of each record, and
 * counts. What they read is what {@link payData} draws.
 *
 * @example
 * fc.assert(fc.property(payComponents('CNY'), (one) => parseBook({ currency: 'CNY', components: { [one.component]: [{ value: one }] }, retro: 0 }).components.size === 1))
 */
export function payComponents(currency: Currency): fc.Arbitrary<Component> {
  return fc.oneof({ withCrossShrink: true }, ...Object.values(singleComponents(currency)))
}
