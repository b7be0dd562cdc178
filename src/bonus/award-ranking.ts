import {
  above,
  add,
  all,
  atLeast,
  type Condition,
  constant,
  type Expression,
  multiply,
  named,
  subtract,
  when,
} from '../formula/index.js'
import {
  amount,
  type Component,
  type ComponentOptions,
  component,
  figure,
  service,
} from '../pay/index.js'
import { type Label, labelIn } from '../problem/index.js'
import type { Unit } from '../quantity/index.js'
import type { Award, Criterion } from './award-schema.js'

/** What the ranking of an award is written from. */
export interface Ranking {
  readonly id: string
  readonly award: Award
  /** Whose numbers those of an entry are. */
  readonly entry: Pick<ComponentOptions, 'of' | 'eligible'>
  /** The attribute whose values are the entries, where they are teams. */
  readonly team: string | undefined
  /** The attribute that is the first day of service. */
  readonly hired: string
  readonly scales: Readonly<Record<string, number>>
}

/** The places of a figure of which nothing else is said. */
const usualScale = 6

const none = constant('0', 'count')
const one = constant('1', 'count')

const rankedLabel = { en: 'Ranked', 'zh-CN': '参与排名' }
export const placeLabel = { en: 'Place', 'zh-CN': '名次' }
const membersLabel = { en: 'Members', 'zh-CN': '成员数' }
const monthsLabel = { en: 'Months of service', 'zh-CN': '服务月数' }
const entriesLabel = { en: 'Entries', 'zh-CN': '参评数' }
const aheadLabel = { en: 'Ahead', 'zh-CN': '排在前面的' }

function aheadBy(label: Label): Label {
  return {
    en: `Ahead by ${labelIn(label, 'en')}`,
    'zh-CN': `按${labelIn(label, 'zh-CN')}排在前面的`,
  }
}

/** The components that rank the entries, each read by those after it; the last is the place. */
export function rankingComponents(ranking: Ranking): readonly Component[] {
  return [
    whetherRanked(ranking),
    ...ranking.award.ranking.map((criterion) => measured(ranking, criterion)),
    order(ranking),
    place(ranking),
  ]
}

/** 1 for who is ranked, 0 for who is not. */
function whetherRanked({ id, award, entry, team, hired, scales }: Ranking): Component {
  const { minimumMonths, eligibility, ranking } = award
  const conditions: Condition[] = []
  if (team !== undefined) {
    const among = { group: { by: team }, as: 'count' } as const
    conditions.push(
      above(
        amount(`${id}.weight`, 'count', 0, { among, input: 'members', label: membersLabel }),
        none,
      ),
    )
  }
  if (minimumMonths !== undefined) {
    // Who has no first day has never served long enough.
    const months = service('months', hired, { missing: '-1', label: monthsLabel })
    conditions.push(atLeast(months, constant(String(minimumMonths), 'duration:month')))
  }
  for (const { figure: name, unit, is, value, label } of eligibility) {
    const found = figureOf(name, unit, scales, label)
    const bound = constant(value, unit)
    conditions.push(
      given(name, label),
      is === 'at-least' ? atLeast(found, bound) : atLeast(bound, found),
    )
  }
  conditions.push(...ranking.map((criterion) => given(criterion.figure, criterion.label)))
  return component(
    `${id}.ranked`,
    { ...entry, label: rankedLabel },
    when(all(...conditions), one, none),
  )
}

function figureOf(
  name: string,
  unit: Unit,
  scales: Ranking['scales'],
  label: Label | undefined,
): Expression {
  const scale = Object.hasOwn(scales, name) ? scales[name] : undefined
  // A number must be there, also where nothing was measured.
  return figure(name, unit, scale ?? usualScale, { missing: '0', label })
}

function given(name: string, label: Label = name): Condition {
  const found = figure(name, 'count', 0, {
    is: 'given',
    input: `${name}.given`,
    label: { en: `${labelIn(label, 'en')} given`, 'zh-CN': `${labelIn(label, 'zh-CN')}有数据` },
  })
  return above(found, none)
}

/** A figure of the ranking, turned so that more is better. */
function measured({ id, entry, scales }: Ranking, criterion: Criterion): Component {
  const { figure: name, unit, direction, label = name, clause } = criterion
  const found = figureOf(name, unit, scales, label)
  const value = direction === 'higher' ? found : subtract(constant('0', unit), found)
  return component(`${id}.by.${name}`, { ...entry, label, clause }, value)
}

/**
 * How many are ahead by the first criterion times how many there are, and so on: exact, and the next
 * counts only where those before are equal. Who is not ranked comes after all who are.
 */
function order({ id, award, entry }: Ranking): Component {
  const all = { group: 'company', as: 'count' } as const
  const entries = amount(`${id}.ranked`, 'count', 0, {
    among: all,
    input: 'entries',
    label: entriesLabel,
  })
  let behind: Expression = subtract(one, amount(`${id}.ranked`, 'count', 0, { label: rankedLabel }))
  for (const { figure: name, label = name } of award.ranking) {
    const by = `${id}.by.${name}`
    const ahead = amount(by, 'count', 0, {
      among: { ...all, who: 'ahead', by },
      input: `${name}.ahead`,
      label: aheadBy(label),
    })
    behind = add(multiply(behind, entries), ahead)
  }
  const label = { en: 'Order', 'zh-CN': '排序' }
  return component(`${id}.order`, { ...entry, label }, subtract(none, behind))
}

/** 1 for the first; 0 for who is not ranked. */
function place({ id, entry }: Ranking): Component {
  const ahead = amount(`${id}.ranked`, 'count', 0, {
    among: { group: 'company', as: 'count', who: 'ahead', by: `${id}.order` },
    input: 'ahead',
    label: aheadLabel,
  })
  const ranked = above(amount(`${id}.ranked`, 'count', 0, { label: rankedLabel }), none)
  const formula = named(placeLabel, when(ranked, add(one, ahead), none))
  return component(`${id}.place`, { ...entry, label: placeLabel }, formula)
}
