import * as z from 'zod'
import {
  at,
  type Option,
  type Problem,
  problemsOf,
  repeatedIds,
  under,
  whole,
} from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { type Currency, decimal } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { currencySchema } from '../quantity/schema.js'
import { aboveWhole, bandsOutOfOrder } from './problems.js'

const addOn = z
  .strictObject({
    id: format.name,
    label: labelSchema.optional(),
    once: format.nonNegative.optional(),
    yearly: format.nonNegative.optional(),
  })
  .readonly()

const shared = {
  id: format.name,
  label: labelSchema.optional(),
  currency: currencySchema,
  addOns: z.array(addOn).readonly().optional(),
}

const offerSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        ...shared,
        kind: z.literal('subscription'),
        setup: format.nonNegative.optional(),
        bands: z
          .array(
            z.strictObject({ from: z.int().min(1), perPersonMonth: format.nonNegative }).readonly(),
          )
          .min(1)
          .readonly(),
        modules: z
          .array(
            z
              .strictObject({
                id: format.name,
                label: labelSchema.optional(),
                perPersonMonth: format.nonNegative,
              })
              .readonly(),
          )
          .readonly()
          .optional(),
      })
      .readonly(),
    z
      .strictObject({
        ...shared,
        kind: z.literal('private'),
        licence: format.nonNegative,
        service: format.nonNegative,
        hardware: z
          .strictObject({ price: format.nonNegative, lasts: z.int().min(1).max(100) })
          .readonly()
          .optional(),
      })
      .readonly(),
  ])
  .superRefine(meaning(offerProblems))

/**
 * What an HR system is offered for:
 * - `subscription`: a price a person a month, by the band of the head count (all people are paid at the
 *   price of the band), modules a person a month, and a set-up once.
 * - `private`: a licence once, `service` a year, and hardware that is bought again when it has served
 *   the years that it `lasts`.
 *
 * Either may have add-ons, paid once, each year, or both.
 */
export type Offer = z.infer<typeof offerSchema>

function offerProblems(offer: Offer): readonly Problem[] {
  const { currency, addOns = [] } = offer
  const own = [
    ...repeatedIds('addOns', addOns, 'id'),
    ...addOns.flatMap(({ once, yearly }, i) => [
      ...placesProblems(at(at('addOns', i), 'once'), once, currency),
      ...placesProblems(at(at('addOns', i), 'yearly'), yearly, currency),
    ]),
  ]
  if (offer.kind === 'private') {
    const { licence, service, hardware } = offer
    return [
      ...placesProblems('licence', licence, currency),
      ...placesProblems('service', service, currency),
      ...placesProblems('hardware.price', hardware?.price, currency),
      ...own,
    ]
  }
  return [...subscriptionProblems(offer, currency), ...own]
}

function subscriptionProblems(
  { setup, bands, modules = [] }: Extract<Offer, { kind: 'subscription' }>,
  currency: Currency,
): readonly Problem[] {
  const first = bands[0]?.from
  return [
    ...placesProblems('setup', setup, currency),
    ...(first === 1 ? [] : [bandsOutOfOrder('bands[0].from')]),
    ...bands.flatMap(({ from, perPersonMonth }, i) => [
      ...((bands[i - 1]?.from ?? 0) < from ? [] : [bandsOutOfOrder(at(at('bands', i), 'from'))]),
      ...placesProblems(at(at('bands', i), 'perPersonMonth'), perPersonMonth, currency),
    ]),
    ...repeatedIds('modules', modules, 'id'),
    ...modules.flatMap(({ perPersonMonth }, i) =>
      placesProblems(at(at('modules', i), 'perPersonMonth'), perPersonMonth, currency),
    ),
  ]
}

/** The most people and years that anything is worked out for. */
const most = { people: 10_000_000, years: 50 } as const

export const peopleOption: Option = whole(1, most.people)
export const yearsOption: Option = whole(1, most.years)

const assumptionsSchema = z
  .strictObject({
    people: z.int().min(1).max(most.people),
    years: z.int().min(1).max(most.years),
    discountRate: format.nonNegative,
    leaveRate: format.nonNegative,
    leaveRateAfter: format.nonNegative,
    replacementCost: format.nonNegative,
    hoursSaved: format.nonNegative,
    hourCost: format.nonNegative,
    errorsAvoided: format.nonNegative,
    errorCost: format.nonNegative,
  })
  .readonly()
  .superRefine(
    meaning(({ leaveRate, leaveRateAfter }) =>
      Object.entries({ leaveRate, leaveRateAfter }).flatMap(([path, rate]) =>
        decimal(rate).greaterThan(1) ? [aboveWhole(path, rate)] : [],
      ),
    ),
  )

/**
 * What a company expects of an HR system, a year at the end of which all is paid and gained:
 * - `people` and `years`; `discountRate` a year, `0.08` for 8 %.
 * - `leaveRate` of people a year today, and `leaveRateAfter` with the system; `replacementCost` of one.
 * - `hoursSaved` a person a month, at `hourCost` each.
 * - `errorsAvoided` of pay a person a year, at `errorCost` each.
 */
export type Assumptions = z.infer<typeof assumptionsSchema>

/**
 * Reads an offer from untrusted JSON. Throws a `PolicyError` with every problem: also for bands that do
 * not begin with one person or are out of order, and amounts with more places than the currency has.
 *
 * @example
 * parseOffer({ id: 'cloud', kind: 'subscription', currency: 'CNY', bands: [{ from: 1, perPersonMonth: '20' }] }).id //=> 'cloud'
 */
export function parseOffer(json: unknown): Offer {
  return parseWith(offerSchema, json)
}

/**
 * Reads assumptions from untrusted JSON. Throws a `PolicyError` with every problem: also for rates of
 * leaving above 1.
 *
 * @example
 * parseAssumptions({ ...json, leaveRateAfter: '0.30' }).leaveRateAfter //=> '0.30'
 */
export function parseAssumptions(json: unknown): Assumptions {
  return parseWith(assumptionsSchema, json)
}

/** An offer, and assumptions, as arguments of a function: they may not have been parsed. */
export const offerOption: Option = (value, path) =>
  under(
    path,
    problemsOf(() => parseOffer(value)),
  )
export const assumptionsOption: Option = (value, path) =>
  under(
    path,
    problemsOf(() => parseAssumptions(value)),
  )
