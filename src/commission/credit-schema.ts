import * as z from 'zod'
import { dateSchema, historySchema } from '../calendar/schema.js'
import { at, type Problem, refuse, repeatedIds } from '../problem/index.js'
import { format, meaning, parseEach, parseWith } from '../problem/schema.js'
import { decimal, total } from '../quantity/index.js'
import { creditProblem } from '../words/index.js'
import { repeatedOwner, repeatedTouch, sharesNotWhole } from './credit-problems.js'
import { personSchema } from './event-schema.js'

const share = z.strictObject({ person: personSchema, share: format.nonNegative }).readonly()
const where = z.record(z.string(), z.string()).readonly().optional()

/** A rule of who is credited; see {@link CreditRule}. */
export const creditRuleSchema = z
  .strictObject({
    credit: format.name,
    where,
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    by: z.string().min(1),
    owners: z.record(z.string(), z.array(share).min(1).readonly()).readonly(),
    unowned: z.enum(['refuse', 'skip']),
    shares: z.enum(['whole', 'any']).optional(),
    clause: z.string().min(1).optional(),
  })
  .readonly()
  .superRefine(
    meaning(({ owners, shares = 'whole' }) =>
      Object.entries(owners).flatMap(([value, list]) =>
        shareProblems(at('owners', value), list, shares),
      ),
    ),
  )

/**
 * Who is credited for an event: the owners of the value that its attribute `by` has, for events
 * whose attributes match `where` and which are effective from `from` to `to`. The shares make 1,
 * unless `shares` says `any`: overlays and team credit give more than the sale, or less.
 */
export type CreditRule = z.infer<typeof creditRuleSchema>

function shareProblems(
  path: string,
  list: CreditRule['owners'][string],
  shares: NonNullable<CreditRule['shares']>,
): readonly Problem[] {
  const whole = total(
    list.map((each) => each.share),
    0,
  )
  return [
    ...repeatedIds(path, list, 'person', repeatedOwner),
    ...(shares === 'any' || decimal(whole).equals(1) ? [] : [sharesNotWhole(path, whole)]),
  ]
}

const rollUpSchema = z
  .strictObject({
    of: format.name,
    credit: format.name,
    share: format.nonNegative,
    levels: z.int().min(1).max(20),
    managers: z.record(z.string(), historySchema(personSchema.nullable())).readonly(),
    clause: z.string().min(1).optional(),
  })
  .readonly()

/**
 * Credit that rolls up to managers: each credit of the kind `of` gives `share` of it, as the kind
 * `credit`, to the manager of the day, the manager's manager and so on, `levels` up. `managers` says
 * who reports to whom from when; `null` to nobody.
 */
export type RollUp = z.infer<typeof rollUpSchema>

const weight = format.nonNegative
const models = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first') }).readonly(),
  z.strictObject({ kind: z.literal('last') }).readonly(),
  z.strictObject({ kind: z.literal('linear') }).readonly(),
  z
    .strictObject({ kind: z.literal('position'), first: weight, last: weight, middle: weight })
    .readonly()
    .superRefine(
      // Two touches have no middle: one end must count, or such a sale could not be shared.
      meaning(({ first, last }) =>
        decimal(first).plus(last).isZero() ? [creditProblem('no-weight', 'first', {})] : [],
      ),
    ),
  z.strictObject({ kind: z.literal('time-decay'), halfLife: z.int().min(1).max(3_650) }).readonly(),
])

const attributionSchema = z
  .strictObject({
    credit: format.name,
    by: z.string().min(1),
    window: z.int().min(0).max(3_650),
    model: models,
    where,
    clause: z.string().min(1).optional(),
  })
  .readonly()

/**
 * How a sale is shared among the people who touched the customer before it. Touches count where they
 * are at most `window` days before the sale (0 is the same day) and their `key` is the sale's
 * attribute `by`. See {@link attribute} for the models.
 */
export type Attribution = z.infer<typeof attributionSchema>

const touchSchema = z
  .strictObject({
    id: format.id,
    key: z.string().min(1),
    person: personSchema,
    date: dateSchema,
  })
  .readonly()

/** One contact with a customer: who, with whom (`key`), when. */
export type Touch = z.infer<typeof touchSchema>

/**
 * Reads crediting rules from untrusted JSON. Throws a `PolicyError` with every problem of every rule:
 * the people of an owned value must differ, and their shares add up to exactly 1, unless the rule says
 * otherwise.
 *
 * @example
 * parseCreditRules([{ credit: 'direct', by: 'country', owners: { France: [{ person: 'Li', share: '1' }] }, unowned: 'refuse' }]).length
 * //=> 1
 */
export function parseCreditRules(json: unknown): readonly CreditRule[] {
  return parseWith(z.array(creditRuleSchema).readonly(), json)
}

/**
 * Reads a roll-up rule from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseRollUp({ of: 'direct', credit: 'team', share: '1', levels: 1, managers: { Li: [{ from: '2026-01-01', value: 'Wang' }] } }).levels //=> 1
 */
export function parseRollUp(json: unknown): RollUp {
  return parseWith(rollUpSchema, json)
}

/**
 * Reads an attribution rule from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseAttribution({ credit: 'indirect', by: 'customer', window: 30, model: { kind: 'linear' } }).window //=> 30
 */
export function parseAttribution(json: unknown): Attribution {
  return parseWith(attributionSchema, json)
}

/**
 * Reads touches from untrusted JSON, a list of any length. Throws a `PolicyError` with every problem
 * of every touch; ids must differ.
 *
 * @example
 * parseTouches([{ id: 't1', key: 'c7', person: 'Li', date: '2026-02-01' }]).length //=> 1
 */
export function parseTouches(json: unknown): readonly Touch[] {
  const touches = parseEach(touchSchema, json)
  refuse(repeatedIds('', touches, 'id', repeatedTouch))
  return touches
}
