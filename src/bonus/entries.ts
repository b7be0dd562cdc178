import { type IsoDate, monthsOfService } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { at, type Label, type Problem, problemsOf, repeatedId } from '../problem/index.js'
import {
  allocate,
  decimal,
  isProblem,
  type NumericInput,
  readDecimal,
  type Unit,
} from '../quantity/index.js'
import type { Award } from './award-schema.js'
import { noSpread, noTeam } from './problems.js'

/** Who can win an award: a person, or a team with the members that split its prize. */
export interface AwardEntry {
  readonly id: string
  readonly label?: Label
  /** The first day of service, for an award that asks for months of it. */
  readonly from?: IsoDate
  /** What was measured; `null` or absent where nothing was. Figures that the award does not read are ignored. */
  readonly figures: Readonly<Record<string, NumericInput | null | undefined>>
  readonly members?: readonly AwardMember[]
}

/** A member of a team; the weight counts where the prize is split by weight. */
export interface AwardMember {
  readonly id: string
  readonly label?: Label
  readonly weight?: NumericInput
}

/** A rule that keeps an entry out of the ranking, and what was found: nothing where it was not measured. */
export interface Hindrance {
  readonly label: Label
  readonly clause?: string
  readonly unit: Unit
  readonly found?: string
  readonly is?: 'at-least' | 'at-most'
  readonly value?: string
}

/** An entry as an award sees it: what keeps it out, and the figures that rank it. */
export interface ReadEntry {
  readonly entry: AwardEntry
  readonly hindrances: readonly Hindrance[]
  readonly values: readonly string[]
}

/** Reads entries for an award, with every problem of their data. */
export function readEntries(
  award: Award,
  entries: readonly AwardEntry[],
  asOf: IsoDate,
): { readonly read: readonly ReadEntry[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [...dateProblems(asOf, 'asOf')]
  const dated = problems.length === 0
  const ids = new Set<string>()
  const read = entries.map((entry, i) => {
    const path = at('entries', i)
    if (ids.has(entry.id)) problems.push(repeatedId(at(path, 'id'), entry.id))
    ids.add(entry.id)
    if (award.split !== undefined) problems.push(...teamProblems(award.split, entry, path))
    const figure = figuresOf(entry, path, problems)
    const tenure = dated ? tenureOf(award, entry, path, asOf, problems) : []
    const values = award.ranking.map((criterion) => ({ ...criterion, found: figure(criterion) }))
    return {
      entry,
      hindrances: [
        ...tenure,
        ...award.eligibility.flatMap((rule) => {
          const found = figure(rule)
          return met(rule, found) ? [] : [hindrance(rule, found)]
        }),
        ...values.filter(({ found }) => found === undefined).map((each) => hindrance(each)),
      ],
      values: values.map(({ found = '' }) => found),
    }
  })
  return { read, problems }
}

/** Reads each figure of an entry once, however many rules ask for it. */
function figuresOf({ figures }: AwardEntry, path: string, problems: Problem[]) {
  const known = new Map<string, string | undefined>()
  return ({ figure }: { readonly figure: string }): string | undefined => {
    if (known.has(figure)) return known.get(figure)
    const given = Object.hasOwn(figures, figure) ? figures[figure] : undefined
    const value =
      given === undefined || given === null
        ? undefined
        : readDecimal(given, at(at(path, 'figures'), figure))
    if (value !== undefined && isProblem(value)) problems.push(value)
    const found = value === undefined || isProblem(value) ? undefined : value.toFixed()
    known.set(figure, found)
    return found
  }
}

function tenureOf(
  { minimumMonths }: Award,
  { from }: AwardEntry,
  path: string,
  asOf: IsoDate,
  problems: Problem[],
): readonly Hindrance[] {
  if (minimumMonths === undefined) return []
  const rule = {
    label: { en: 'Months of service', 'zh-CN': '服务月数' },
    unit: 'count',
    is: 'at-least',
    value: String(minimumMonths),
  } as const
  if (from === undefined) return [hindrance(rule)]
  const wrong = dateProblems(from, at(path, 'from'))
  problems.push(...wrong)
  if (wrong.length > 0) return []
  const found = String(monthsOfService(from, asOf))
  return met(rule, found) ? [] : [hindrance(rule, found)]
}

function met(
  { is, value }: { readonly is: 'at-least' | 'at-most'; readonly value: string },
  found: string | undefined,
): boolean {
  if (found === undefined) return false
  return is === 'at-least'
    ? decimal(found).greaterThanOrEqualTo(value)
    : decimal(found).lessThanOrEqualTo(value)
}

interface Rule {
  readonly figure?: string
  readonly label?: Label | undefined
  readonly clause?: string | undefined
  readonly unit: Unit
  readonly is?: 'at-least' | 'at-most'
  readonly value?: string
}

function hindrance(rule: Rule, found?: string): Hindrance {
  const { figure = '', label = figure, clause, unit, is, value } = rule
  return {
    label,
    unit,
    ...(clause !== undefined && { clause }),
    ...(found !== undefined && { found }),
    ...(is !== undefined && { is }),
    ...(value !== undefined && { value }),
  }
}

function teamProblems(
  split: 'equal' | 'weight',
  { members = [] }: AwardEntry,
  path: string,
): readonly Problem[] {
  const within = at(path, 'members')
  if (members.length === 0) return [noTeam(within)]
  // Dividing one unit meets everything that can be wrong with the shares.
  const shares = members.map(({ id, weight = 0 }) => ({
    id,
    weight: split === 'equal' ? 1 : weight,
  }))
  const found = problemsOf(() => allocate({ total: '1', places: 0, ties: 'id', shares }))
  return found.map((problem) =>
    problem.code === 'no-weight'
      ? noSpread(within)
      : { ...problem, path: problem.path.replace(/^shares/, within) },
  )
}
