import {
  above,
  add,
  constant,
  divide,
  type Expression,
  multiply,
  named,
  step,
  subtract,
  when,
} from '../formula/index.js'
import { amount, type Component, component, figure, type Writing } from '../pay/index.js'
import { minorUnits, money, total } from '../quantity/index.js'
import { placeLabel, rankingComponents } from './award-ranking.js'
import { type Award, parseAward } from './award-schema.js'

/** An award, and what it reads beside its policy. */
export interface AwardTerms {
  readonly award: Award
  /** The attribute that says whose team somebody is of, where prizes are split; `team` unless said. */
  readonly team?: string | undefined
  /** The figure that weighs the members of a team, where prizes are split by weight; `weight` unless said. */
  readonly weight?: string | undefined
  /** The attribute that is the first day of service, where months of it are asked; `hired` unless said. */
  readonly hired?: string | undefined
  /** The decimal places of figures that have not six. */
  readonly scales?: Readonly<Record<string, number>> | undefined
}

/** The places of the weights of a team's members. */
const weightScale = 6

/**
 * An award as components of each entry: a person or, where prizes are split, a team. The last alone has
 * a line.
 *
 * - `id.ranked`: 1 for who is ranked, 0 for who is not: every rule of eligibility is met, every figure of the
 *   ranking given, and so many full months served, the last day counted.
 * - `id.by.x`: the figure `x` of the ranking; where lower is better, its negative.
 * - `id.order`: who is ahead by all criteria, the next one counting where those before are equal.
 * - `id.place`: 1 for the first; equal entries share a place, and the next skips as many. 0: not ranked.
 * - `id.prize`, and `id.won` after the budget cut it, where they are not paid as they stand.
 * - `id`: what the person is paid, due, with the tag `award`, rounded down as `giveAward` does. Of a team's
 *   prize it is the part by `id.weight`, by largest remainder; of equal remainders one is chosen that is
 *   another from period to period.
 *
 * Figures are those of the period, of the person or the team. Once it is given an award stands (`retro`
 * 0), unless `about` says otherwise. Throws a `PolicyError` with every problem of the policy.
 *
 * @example
 * const written = awardComponents({ award }, { id: 'star', currency: 'CNY' })
 * written.map(({ component }) => component) //=> ['star.ranked', 'star.by.score', 'star.order', 'star.place', 'star']
 */
export function awardComponents(terms: AwardTerms, about: Writing): readonly Component[] {
  const award = parseAward(terms.award)
  const { id, eligible, retro = 0 } = about
  const { label, clause, split, currency } = award
  const { hired = 'hired', scales = {} } = terms
  const team = split === undefined ? undefined : (terms.team ?? 'team')
  const entry = team === undefined ? { eligible } : { of: { by: team } }
  const ranked = rankingComponents({ id, award, entry, team, hired, scales })
  const steps = prizesOf(id, award)
  const paid = { pays: 'due', label, clause, eligible, retro, tags: ['award'] } as const
  const written = steps.map(([name, formula]) => component(name, entry, formula))
  const [name, formula] = steps.at(-1) as Prize
  if (team === undefined)
    return [...ranked, ...written.slice(0, -1), component(id, paid, named(label ?? id, formula))]
  const among = { group: { by: team }, as: { share: `${id}.weight` } } as const
  const part = amount(name, money(currency), minorUnits(currency), { among })
  return [
    component(`${id}.weight`, { eligible }, weightOf(terms)),
    ...ranked,
    ...written,
    component(id, paid, named(label ?? id, part)),
  ]
}

function weightOf({ award: { split }, weight = 'weight' }: AwardTerms): Expression {
  return split === 'equal' ? constant('1') : figure(weight, 'ratio', weightScale, { missing: '0' })
}

type Prize = readonly [component: string, formula: Expression]

/** What an entry wins, step by step. */
function prizesOf(id: string, award: Award): readonly Prize[] {
  const { ties, currency, budget } = award
  const prize = `${id}.prize`
  // Equal places never share more than the prizes of the places that they take.
  if (ties === 'share') return [[prize, sharedPrize(id, award)]]
  const unit = money(currency)
  const places = minorUnits(currency)
  const own = amount(prize, unit, places)
  const all = amount(prize, unit, places, {
    among: { group: 'company', as: 'sum' },
    input: 'prizes',
    label: { en: 'All prizes', 'zh-CN': '奖金合计' },
  })
  // Money by money has no unit: the budget and the sum are told as numbers.
  const number = divide(all, constant('1', unit), { places, rounding: 'half-up' })
  const cut = divide(multiply(own, constant(budget)), number, { places, rounding: 'down' })
  return [
    [prize, step(placeOf(id), bandsOf(award.prizes), unit)],
    [`${id}.won`, when(above(all, constant(budget, unit)), cut, own)],
  ]
}

/** What the places come to that all who are equal take, divided by how many they are. */
function sharedPrize(id: string, { prizes, currency }: Award): Expression {
  const unit = money(currency)
  const places = minorUnits(currency)
  const sums: string[] = []
  for (const prize of prizes) sums.push(total([sums.at(-1) ?? '0', prize], places))
  const upTo = (place: Expression) => step(place, bandsOf(sums, sums.at(-1)), unit)
  const equals = amount(`${id}.ranked`, 'count', 0, {
    among: { group: 'company', as: 'count', who: 'level', by: `${id}.order` },
    input: 'equals',
    label: { en: 'Equal', 'zh-CN': '并列' },
  })
  const before = subtract(placeOf(id), constant('1', 'count'))
  const taken = subtract(upTo(add(before, equals)), upTo(before))
  const each = divide(taken, equals, { places, rounding: 'down' })
  return when(above(placeOf(id), constant('0', 'count')), each, constant('0', unit))
}

function placeOf(id: string): Expression {
  return amount(`${id}.place`, 'count', 0, { label: placeLabel })
}

/** The values of the places from the first on, nothing before it, and `after` beyond the last. */
function bandsOf(values: readonly string[], after = '0') {
  return [
    { value: '0' },
    ...values.map((value, i) => ({ from: String(i + 1), value })),
    { from: String(values.length + 1), value: after },
  ]
}
