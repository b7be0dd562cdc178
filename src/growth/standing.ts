import { addMonths, compareDates, type IsoDate } from '../calendar/index.js'
import type { Career } from './career-schema.js'
import type { CareerFramework } from './framework-schema.js'

type Assessment = Career['assessments'][number]

/** How far a person has a competency on a day. */
export interface CompetencyLevel {
  readonly competency: string
  /** 0 where there is no assessment that counts. */
  readonly level: number
  /** The assessment it rests on: who gave it, when, on what evidence. */
  readonly assessment?: Assessment
  /** The first day on which that assessment no longer counts. */
  readonly expires?: IsoDate
  /** Whether it no longer counts already. */
  readonly expired: boolean
}

/**
 * The level of every competency on a day: that of the last assessment given by then, or 0 where there is
 * none or it has expired. An assessment expires when it says, or when the competency's `validMonths`
 * are over. Of several given on one day the lowest counts, so that their order does not.
 *
 * @example
 * levelsOn(framework, career, '2026-03-01')[0] //=> { competency: 'listening', level: 0, expired: false }
 */
export function levelsOn(
  framework: CareerFramework,
  career: Career,
  on: IsoDate,
): readonly CompetencyLevel[] {
  return framework.competencies.map(({ id, validMonths }) => {
    const [assessment] = career.assessments
      .filter((each) => each.competency === id && compareDates(each.on, on) <= 0)
      .sort((a, b) => compareDates(b.on, a.on) || a.level - b.level)
    if (assessment === undefined) return { competency: id, level: 0, expired: false }
    const expires =
      assessment.expires ??
      (validMonths === undefined ? undefined : addMonths(assessment.on, validMonths))
    const expired = isOver(expires, on)
    const level = expired ? 0 : assessment.level
    return {
      competency: id,
      level,
      assessment,
      ...(expires !== undefined && { expires }),
      expired,
    }
  })
}

/** The certificates that count on a day, with the day on which each ends to count, the latest. */
export function certificatesOn(
  career: Career,
  on: IsoDate,
): ReadonlyMap<string, IsoDate | undefined> {
  const held = new Map<string, IsoDate | undefined>()
  for (const { id, on: given, expires } of career.certificates) {
    if (compareDates(given, on) > 0 || isOver(expires, on)) continue
    const other = held.get(id)
    const lasts = held.has(id) && (other === undefined || isOver(expires, other))
    if (!lasts) held.set(id, expires)
  }
  return held
}

function isOver(expires: IsoDate | undefined, on: IsoDate): boolean {
  return expires !== undefined && compareDates(expires, on) <= 0
}
