import { refuse } from '../../problem/index.js'
import { spellsOption } from '../options.js'
import type { Observation } from '../schema.js'
import { periodSignal, type Spell } from './schema.js'

/**
 * One observation for each period that a person was watched, with the signal `period` beside those of
 * the spell: fitted by `fitLogistic`, they give a discrete-time hazard model, the probability of leaving
 * in a period for who is still there (Allison 1982). Declare `period` as a category for a hazard that
 * goes up and down, or as a number for one that goes one way; `timeToExit` turns the probabilities of
 * coming periods into how long a person stays.
 *
 * Throws a `PolicyError` for spells that are none, and for one that is longer than 1,200 periods.
 *
 * @example
 * personPeriods([{ id: '7', from: 0, until: 2, left: true }])
 * //=> [{ id: '7/1', left: false, signals: { period: '1' } }, { id: '7/2', left: true, signals: { period: '2' } }]
 */
export function personPeriods(spells: readonly Spell[]): readonly Observation[] {
  refuse(spellsOption(spells, 'spells'))
  return spells.flatMap(({ id, from, until, left, signals, attributes }) =>
    Array.from({ length: until - from }, (_, i): Observation => {
      const period = from + i + 1
      return {
        id: `${id}/${period}`,
        left: left && period === until,
        signals: { ...signals, [periodSignal]: `${period}` },
        ...(attributes && { attributes }),
      }
    }),
  )
}
