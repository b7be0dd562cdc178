import * as z from 'zod'
import { at, type Problem, repeatedIds, repeatedTexts } from '../problem/index.js'
import { format, labelSchema, meaning, parseWith } from '../problem/schema.js'
import { placesProblems } from '../quantity/internal.js'
import { currencySchema } from '../quantity/schema.js'
import {
  circle,
  levelTooHigh,
  moreThanLooked,
  repeatedMove,
  teachesNothing,
  unknownCertificate,
  unknownCompetency,
  unknownPosition,
} from './problems.js'

const months = z.int().min(1).max(600)
const item = { id: format.name, label: labelSchema.optional() }

const needsSchema = z
  .strictObject({
    monthsInPosition: months.optional(),
    monthsOfService: months.optional(),
    ratings: z
      .strictObject({
        atLeast: format.decimal,
        count: z.int().min(1),
        of: z.int().min(1).max(60),
      })
      .readonly()
      .optional(),
    competencies: z.record(format.name, z.int().min(1)).readonly().optional(),
    certificates: z.array(format.name).readonly().optional(),
  })
  .readonly()

/** What a move needs: all of it. */
export type Needs = z.infer<typeof needsSchema>

const frameworkSchema = z
  .strictObject({
    id: format.name,
    currency: currencySchema,
    levels: z.array(labelSchema).min(1).max(20).readonly(),
    competencies: z
      .array(z.strictObject({ ...item, validMonths: months.optional() }).readonly())
      .readonly(),
    certificates: z.array(z.strictObject(item).readonly()).readonly().optional(),
    positions: z
      .array(z.strictObject({ ...item, grade: format.name.optional() }).readonly())
      .min(1)
      .max(500)
      .readonly(),
    moves: z
      .array(z.strictObject({ from: format.name, to: format.name, needs: needsSchema }).readonly())
      .max(5000)
      .readonly(),
    trainings: z
      .array(
        z
          .strictObject({
            ...item,
            cost: format.nonNegative,
            days: z.int().min(1).max(3650),
            teaches: z
              .array(
                z
                  .strictObject({
                    competency: format.name,
                    from: z.int().min(0),
                    to: z.int().min(1),
                  })
                  .readonly(),
              )
              .readonly(),
            grants: z.array(format.name).readonly().optional(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
  })
  .readonly()
  .superRefine(meaning(frameworkProblems))

/**
 * How people grow in a company, as data:
 * - `levels` of every competency, the first is level 1; level 0 is not to have it.
 * - `competencies`; an assessment of one counts for `validMonths`, or for good.
 * - `certificates` that a move may need.
 * - `positions`, and the `moves` between them with what each needs. Moves never lead back: the graph
 *   has no circle.
 * - `trainings`: cost in `currency`, `days` they take, and the levels they lead from and to. Who is
 *   below `from` cannot follow yet. `grants` are certificates.
 */
export type CareerFramework = z.infer<typeof frameworkSchema>

/** A step from one position to another. */
export type Move = CareerFramework['moves'][number]

/** A course with its price. */
export type Training = NonNullable<CareerFramework['trainings']>[number]

/**
 * Reads a career framework from untrusted JSON. Throws a `PolicyError` with every problem: also for
 * names that stand twice or nowhere, levels that there are not, and moves that go in a circle.
 *
 * @example
 * const { moves } = parseCareerFramework(json)
 * moves[0]?.to //=> 'senior-agent'
 */
export function parseCareerFramework(json: unknown): CareerFramework {
  return parseWith(frameworkSchema, json)
}

function frameworkProblems(framework: CareerFramework): readonly Problem[] {
  const { competencies, certificates = [], positions, moves, trainings = [] } = framework
  return [
    ...repeatedIds('competencies', competencies, 'id'),
    ...repeatedIds('certificates', certificates, 'id'),
    ...repeatedIds('positions', positions, 'id'),
    ...repeatedIds('trainings', trainings, 'id'),
    ...moves.flatMap((move, i) => moveProblems(framework, move, i)),
    ...trainings.flatMap((training, i) =>
      trainingProblems(framework, training, at('trainings', i)),
    ),
    ...circleProblems(moves),
  ]
}

function moveProblems(framework: CareerFramework, move: Move, i: number): readonly Problem[] {
  const { competencies = {}, certificates = [], ratings } = move.needs
  const path = at('moves', i)
  const needs = at(path, 'needs')
  const positions = framework.positions.map(({ id }) => id)
  const before = framework.moves.findIndex(({ from, to }) => from === move.from && to === move.to)
  return [
    ...(['from', 'to'] as const).flatMap((end) =>
      positions.includes(move[end]) ? [] : [unknownPosition(at(path, end), move[end], positions)],
    ),
    ...(before < i ? [repeatedMove(path, move.from, move.to)] : []),
    ...(ratings !== undefined && ratings.count > ratings.of
      ? [moreThanLooked(at(at(needs, 'ratings'), 'count'), ratings.count, ratings.of)]
      : []),
    ...Object.entries(competencies).flatMap(([id, level]) =>
      levelProblems(framework, { competency: id, level }, (_) => at(at(needs, 'competencies'), id)),
    ),
    ...certificateProblems(framework, at(needs, 'certificates'), certificates),
  ]
}

function trainingProblems(
  framework: CareerFramework,
  { cost, teaches, grants = [] }: Training,
  path: string,
): readonly Problem[] {
  return [
    ...placesProblems(at(path, 'cost'), cost, framework.currency),
    ...repeatedIds(at(path, 'teaches'), teaches, 'competency'),
    ...teaches.flatMap(({ competency, from, to }, i) => {
      const place = at(at(path, 'teaches'), i)
      return from < to
        ? levelProblems(framework, { competency, level: to }, (part) =>
            at(place, part === 'level' ? 'to' : part),
          )
        : [teachesNothing(place, from, to)]
    }),
    ...certificateProblems(framework, at(path, 'grants'), grants),
  ]
}

/** What is wrong with a level of a competency; `place` gives the path of either. */
export function levelProblems(
  { competencies, levels }: CareerFramework,
  { competency, level }: { readonly competency: string; readonly level: number },
  place: (part: 'competency' | 'level') => string,
): readonly Problem[] {
  const ids = competencies.map(({ id }) => id)
  if (!ids.includes(competency)) return [unknownCompetency(place('competency'), competency, ids)]
  return level > levels.length ? [levelTooHigh(place('level'), level, levels.length)] : []
}

function certificateProblems(
  { certificates = [] }: CareerFramework,
  path: string,
  found: readonly string[],
): readonly Problem[] {
  const known = certificates.map(({ id }) => id)
  return [
    ...repeatedTexts(path, found),
    ...found.flatMap((id, i) =>
      known.includes(id) ? [] : [unknownCertificate(at(path, i), id, known)],
    ),
  ]
}

/** The first circle of moves, found by walking on from each position in turn. */
function circleProblems(moves: readonly Move[]): readonly Problem[] {
  const done = new Set<string>()
  const walk = (position: string, walked: readonly string[]): readonly Problem[] => {
    if (walked.includes(position))
      return [circle('moves', [...walked.slice(walked.indexOf(position)), position])]
    if (done.has(position)) return []
    for (const { from, to } of moves) {
      const found = from === position ? walk(to, [...walked, position]) : []
      if (found.length > 0) return found
    }
    done.add(position)
    return []
  }
  for (const { from } of moves) {
    const found = walk(from, [])
    if (found.length > 0) return found
  }
  return []
}
