import * as z from 'zod'
import { at, type Problem, refuse } from '../../problem/index.js'
import { format, meaning, parseEach } from '../../problem/schema.js'
import { mostPeriods } from '../options.js'
import { repeatedSignal, spellEmpty, spellsOverlap } from '../problems.js'

/** The signal that tells a person's period; see `personPeriods`. */
export const periodSignal = 'period'

const period = z.int().min(0).max(mostPeriods)

const spellSchema = z
  .strictObject({
    id: format.id,
    from: period,
    until: period,
    left: z.boolean(),
    signals: z.record(z.string(), z.string().min(1)).readonly().optional(),
    attributes: z.record(z.string(), z.string().min(1)).readonly().optional(),
  })
  .readonly()
  .superRefine(
    meaning(({ from, until, signals = {} }): readonly Problem[] => [
      ...(from < until ? [] : [spellEmpty('until')]),
      ...(Object.hasOwn(signals, periodSignal)
        ? [repeatedSignal(at('signals', periodSignal), periodSignal)]
        : []),
    ]),
  )

/**
 * A time over which a person of service was watched: after `from` whole periods of service, until
 * `until`; whether the person left in the last of them, or was still there. Who was hired before the
 * watch began has a `from` above 0, so that nobody counts who had left before. A person whose signals
 * change has several spells.
 */
export type Spell = z.infer<typeof spellSchema>

/**
 * Reads spells from untrusted JSON, a list of any length.
 *
 * Throws a `PolicyError` with every problem of every spell, and for spells of a person that overlap or
 * follow leaving.
 *
 * @example
 * parseSpells([{ id: '7', from: 0, until: 14, left: true }]).length //=> 1
 */
export function parseSpells(json: unknown): readonly Spell[] {
  const spells = parseEach(spellSchema, json)
  const inTime = [...spells.entries()].sort(([, a], [, b]) => a.from - b.from || a.until - b.until)
  const last = new Map<string, Spell>()
  refuse(
    inTime.flatMap(([i, spell]) => {
      const before = last.get(spell.id)
      last.set(spell.id, spell)
      return before !== undefined && (before.left || spell.from < before.until)
        ? [spellsOverlap(at(at('', i), 'from'), spell.id)]
        : []
    }),
  )
  return spells
}
