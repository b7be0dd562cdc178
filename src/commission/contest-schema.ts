import * as z from 'zod'
import { endsBeforeStart } from '../calendar/internal.js'
import { dateSchema } from '../calendar/schema.js'
import { at, type Problem } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { placesProblems } from '../quantity/internal.js'
import { currencySchema } from '../quantity/schema.js'
import { missingFigure, unreadFigure } from './problems.js'

const described = {
  id: format.name,
  label: labelSchema.optional(),
  clause: z.string().min(1).optional(),
  currency: currencySchema,
  from: dateSchema,
  to: dateSchema,
  credit: format.name,
  where: z.record(z.string(), z.string()).readonly().optional(),
}

const spiffSchema = z
  .strictObject({
    ...described,
    pays: format.nonNegative,
    per: z.enum(['deal', 'unit']),
    figure: format.name.optional(),
    minimum: format.nonNegative.optional(),
    budget: format.nonNegative.optional(),
  })
  .readonly()
  .superRefine(meaning(spiffProblems))

/** A SPIFF: a fixed amount for each deal, or each unit of a figure, between two dates. */
export type Spiff = z.infer<typeof spiffSchema>

function spiffProblems(spiff: Spiff): readonly Problem[] {
  const { currency, per, figure, pays, minimum, budget } = spiff
  return [
    ...spanProblems(spiff),
    ...(per === 'unit' && figure === undefined ? [missingFigure('figure')] : []),
    ...(per === 'deal' && figure !== undefined ? [unreadFigure('figure')] : []),
    // What a unit pays may be a part of a cent: it is rounded once a deal.
    ...placesProblems('pays', per === 'deal' ? pays : undefined, currency),
    ...placesProblems('minimum', minimum, currency),
    ...placesProblems('budget', budget, currency),
  ]
}

function spanProblems({ from, to }: Pick<Spiff, 'from' | 'to'>): readonly Problem[] {
  return to < from ? [endsBeforeStart('to', from, to)] : []
}

/**
 * Reads a SPIFF from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseSpiff({ id: 'launch', currency: 'CNY', from: '2026-03-01', to: '2026-03-31', credit: 'direct', pays: '50', per: 'deal' }).per //=> 'deal'
 */
export function parseSpiff(json: unknown): Spiff {
  return parseWith(spiffSchema, json)
}

const contestSchema = z
  .strictObject({
    ...described,
    prizes: z.array(format.nonNegative).min(1).readonly(),
    minimum: format.nonNegative.optional(),
  })
  .readonly()
  .superRefine(meaning(contestProblems))

/** A contest: prizes for the places of a ranking by credited amount, between two dates. */
export type Contest = z.infer<typeof contestSchema>

function contestProblems(contest: Contest): readonly Problem[] {
  const { currency, prizes, minimum } = contest
  return [
    ...spanProblems(contest),
    ...prizes.flatMap((prize, i) => placesProblems(at('prizes', i), prize, currency)),
    ...placesProblems('minimum', minimum, currency),
  ]
}

/**
 * Reads a contest from untrusted JSON. Throws a `PolicyError` with every problem.
 *
 * @example
 * parseContest({ id: 'sprint', currency: 'CNY', from: '2026-03-01', to: '2026-03-31', credit: 'direct', prizes: ['1000', '500'] }).prizes.length //=> 2
 */
export function parseContest(json: unknown): Contest {
  return parseWith(contestSchema, json)
}
