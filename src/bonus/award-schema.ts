import * as z from 'zod'
import { at, type Problem, repeatedIds } from '../problem/index.js'
import { format, meaning, parseWith } from '../problem/schema.js'
import { decimal, minorUnits, total } from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { unitSchema } from '../quantity/schema.js'
import { prizeRises, prizesAboveBudget } from './problems.js'
import { described, monthsSchema, policyOf } from './schema.js'

const eligibilitySchema = z
  .strictObject({
    figure: format.name,
    ...described,
    unit: unitSchema,
    is: z.enum(['at-least', 'at-most']),
    value: format.decimal,
  })
  .readonly()

/** A figure that an entry must have to be ranked, such as 200 tickets at least. */
export type Eligibility = z.infer<typeof eligibilitySchema>

const criterionSchema = z
  .strictObject({
    figure: format.name,
    ...described,
    unit: unitSchema,
    direction: z.enum(['higher', 'lower']),
  })
  .readonly()

/** What entries are ranked by, and which way is better. */
export type Criterion = z.infer<typeof criterionSchema>

export const awardSchema = z
  .strictObject({
    ...policyOf,
    minimumMonths: monthsSchema.optional(),
    eligibility: z.array(eligibilitySchema).readonly(),
    ranking: z.array(criterionSchema).min(1).readonly(),
    ties: z.enum(['share', 'all-win']),
    prizes: z.array(format.nonNegative).min(1).readonly(),
    budget: format.nonNegative,
    split: z.enum(['equal', 'weight']).optional(),
  })
  .readonly()
  .superRefine(meaning(awardProblems))

/** A special award as policy authors write it; see `giveAward`. */
export type Award = z.infer<typeof awardSchema>

function awardProblems({ ranking, prizes, budget, currency }: Award): readonly Problem[] {
  const sum = total(prizes, minorUnits(currency))
  return [
    ...repeatedIds('ranking', ranking, 'figure'),
    ...prizes.flatMap((prize, i) => {
      const before = prizes[i - 1] ?? prize
      const rises = decimal(prize).greaterThan(before)
      return [
        ...placesProblems(at('prizes', i), prize, currency),
        ...(rises ? [prizeRises(at('prizes', i), prize, before)] : []),
      ]
    }),
    ...placesProblems('budget', budget, currency),
    ...(decimal(sum).greaterThan(budget) ? [prizesAboveBudget('prizes', sum, budget)] : []),
  ]
}

/**
 * Reads an award from untrusted JSON. Throws a `PolicyError` with every problem: also for prizes that
 * rise from place to place, and prizes above the budget.
 *
 * @example
 * parseAward({ id: 'star', currency: 'CNY', eligibility: [], ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }], ties: 'share', prizes: ['2000'], budget: '2000' }).prizes //=> ['2000']
 */
export function parseAward(json: unknown): Award {
  return parseWith(awardSchema, json)
}
