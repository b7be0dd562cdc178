import * as z from 'zod'
import { boundProblems } from '../formula/internal.js'
import { at, type Problem, refuse, repeatedIds } from '../problem/index.js'
import { format, labelSchema, meaning, parseEach, parseWith } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { tooManyPlaces } from '../quantity/internal.js'
import { placesSchema, unitSchema } from '../quantity/schema.js'
import { signalProblems } from './declared.js'
import {
  bandRepeated,
  noCases,
  notMonotone,
  probabilityAboveOne,
  repeatedPerson,
} from './problems.js'

/** How many points a signal can add, and how high a score can be: far above any card's need. */
export const mostPoints = 10_000
const points = z.int().min(0).max(mostPoints)

const declared = {
  signal: format.name,
  label: labelSchema.optional(),
  changeable: z.boolean(),
  permitted: z.string().min(1).optional(),
}
const numberSignal = z.strictObject({
  ...declared,
  kind: z.literal('number'),
  unit: unitSchema,
  scale: placesSchema,
  risk: z.enum(['rises', 'falls']),
})
const categorySignal = z.strictObject({ ...declared, kind: z.literal('category') })

/** A signal whose value is a decimal; its `risk` rises or falls as the value grows. */
export type NumberSignal = Readonly<z.infer<typeof numberSignal>>

/** A signal whose value is one of some texts. */
export type CategorySignal = Readonly<z.infer<typeof categorySignal>>

/**
 * What a signal is: its name, unit and scale. `changeable` says that the company can change it, so that
 * it may stand in an advice. A name that speaks of a protected attribute is refused, unless `permitted`
 * states in writing why it may be used.
 */
export type Signal = NumberSignal | CategorySignal

const bin = z
  .strictObject({
    from: format.decimal.optional(),
    exclusive: z.boolean().optional(),
    points,
  })
  .readonly()

const cardSignalSchema = z.discriminatedUnion('kind', [
  numberSignal
    .extend({ bins: z.array(bin).min(1).readonly(), unknown: points.optional() })
    .readonly(),
  categorySignal
    .extend({ cases: z.record(z.string(), points).readonly(), otherwise: points.optional() })
    .readonly(),
])

/** A signal of a card: what it is, and the points of its values; see `attrition.card`. */
export type CardSignal = z.infer<typeof cardSignalSchema>

const cardPolicySchema = z
  .strictObject({
    id: format.name,
    label: labelSchema.optional(),
    clause: z.string().min(1).optional(),
    signals: z.array(cardSignalSchema).min(1).readonly(),
    calibration: z
      .array(z.strictObject({ score: z.int().min(0), probability: format.nonNegative }).readonly())
      .min(1)
      .readonly(),
    bands: z
      .array(
        z
          .strictObject({
            band: format.name,
            label: labelSchema.optional(),
            from: z.int().min(1).optional(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()
  .superRefine(meaning(cardProblems))

/** A points card as policy authors write it, plain JSON; see `attrition.card`. */
export type CardPolicy = z.infer<typeof cardPolicySchema>

/** What is wrong with the meaning of a card whose shape is right. */
function cardProblems(policy: CardPolicy): readonly Problem[] {
  const { signals, calibration, bands } = policy
  const probabilities = calibration.map(({ probability }) => probability)
  const scores = calibration.map(({ score }) => ({ from: String(score) }))
  const starts = bands.map(({ from }) => (from === undefined ? {} : { from: String(from) }))
  return [
    ...signalProblems(signals, 'signals'),
    ...signals.flatMap((signal, i) => pointProblems(signal, at('signals', i))),
    ...boundProblems(scores, 'calibration', 'any').map((each) => ({
      ...each,
      path: each.path.replace(/from$/, 'score'),
    })),
    ...calibration.flatMap(({ probability }, i) =>
      decimal(probability).greaterThan(1)
        ? [probabilityAboveOne(at(at('calibration', i), 'probability'), probability)]
        : [],
    ),
    ...fallsIn(probabilities, 'rises').map((i) =>
      notMonotone(at(at('calibration', i), 'probability'), 'rises'),
    ),
    ...boundProblems(starts, 'bands', 'open'),
    ...repeatedIds('bands', bands, 'band', bandRepeated),
  ]
}

function pointProblems(signal: CardSignal, path: string): readonly Problem[] {
  if (signal.kind === 'category')
    return Object.keys(signal.cases).length === 0 ? [noCases(at(path, 'cases'))] : []
  const bins = at(path, 'bins')
  const points = signal.bins.map((bin) => String(bin.points))
  return [
    ...boundProblems(signal.bins, bins, 'open'),
    ...signal.bins.flatMap(({ from = '0' }, i) =>
      decimal(from).decimalPlaces() > signal.scale
        ? [tooManyPlaces(at(at(bins, i), 'from'), from, signal.scale)]
        : [],
    ),
    ...fallsIn(points, signal.risk).map((i) => notMonotone(at(at(bins, i), 'points'), signal.risk)),
  ]
}

/** The places where a list that should rise falls, or the other way round. */
function fallsIn(values: readonly string[], risk: NumberSignal['risk']): readonly number[] {
  return values.flatMap((value, i) => {
    const before = decimal(values[i - 1] ?? value)
    return (risk === 'rises' ? before.greaterThan(value) : before.lessThan(value)) ? [i] : []
  })
}

/** Reads a card's policy from untrusted JSON; `parseCard` also builds its formulas. */
export function parseCardPolicy(json: unknown): CardPolicy {
  return parseWith(cardPolicySchema, json)
}

const observationSchema = z
  .strictObject({
    id: format.id,
    left: z.boolean(),
    signals: z.record(z.string(), z.string().min(1)).readonly(),
    attributes: z.record(z.string(), z.string().min(1)).readonly().optional(),
  })
  .readonly()

/**
 * A person of the past: the signals of a day, and whether the person left within the time after it that
 * the company asks about. `attributes` are for auditing alone (sex, age): no model reads them.
 */
export type Observation = z.infer<typeof observationSchema>

/**
 * Reads observations from untrusted JSON, a list of any length.
 *
 * Throws a `PolicyError` with every problem of every person, repeated ids among them.
 *
 * @example
 * parseObservations([{ id: '7', left: false, signals: { lateShare: '0.0250' } }]).length //=> 1
 */
export function parseObservations(json: unknown): readonly Observation[] {
  const people = parseEach(observationSchema, json)
  refuse(repeatedIds('', people, 'id', repeatedPerson))
  return people
}
