import type { IsoDate } from '../calendar/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import {
  allocate,
  type Currency,
  decimal,
  difference,
  minorUnits,
  rank,
  roundTo,
  total,
} from '../quantity/index.js'
import type { Contest, Spiff } from './contest-schema.js'
import { untoldFigure } from './problems.js'

/** What one person is credited for one event of a deal, as SPIFFs and contests count it. */
export interface Credit {
  readonly event: string
  readonly kind:
    | 'order'
    | 'invoice'
    | 'collection'
    | 'refund'
    | 'cancellation'
    | 'correction'
    | 'transfer'
  /** When the event happened. */
  readonly effective: IsoDate
  readonly recorded: IsoDate
  /** When the deal happened that the event belongs to: the order's date, for its refund too. */
  readonly dealt: IsoDate
  /** The deal: the order's id, for its refund too. */
  readonly deal: string
  /** The kind of credit, such as `direct` or `indirect`. */
  readonly credit: string
  readonly person: string
  readonly amount: string
  readonly currency: Currency
  /** The person's part of each figure of the event. */
  readonly figures: Readonly<Record<string, string>>
  readonly attributes: Readonly<Record<string, string>>
  /** The kind of event that it takes back, corrects or transfers, where it does. */
  readonly about?: Credit['kind']
  /** Figures of the deal of which the event does not say how much it takes back. */
  readonly lacks?: readonly string[]
}

/** What a SPIFF pays for one deal. */
export interface SpiffAward {
  readonly person: string
  readonly deal: string
  readonly amount: string
  /** Whether the budget ran out within or before this deal. */
  readonly cut: boolean
}

/**
 * What a SPIFF pays, deal by deal, in the order in which the deals were made, then recorded, then by
 * id and person. A deal counts with the net of its credits between the dates, so a refund in time
 * takes it back; it must be worth more than zero and at least `minimum`. `per: 'unit'` pays for the
 * deal's net `figure`, rounded half-up to the minor unit, and nothing where more units came back than
 * were sold. When the budget runs out, the deal that meets its end gets the rest, later ones nothing.
 *
 * Throws a `PolicyError` for each credit that takes back a deal and does not say how many units.
 *
 * @example
 * paySpiff(parseSpiff(json), credits).filter(({ person }) => person === 'Li')
 */
export function paySpiff(spiff: Spiff, credits: readonly Credit[]): readonly SpiffAward[] {
  const places = minorUnits(spiff.currency)
  refuse(untoldUnits(spiff, credits))
  let left = spiff.budget
  return dealsOf(spiff, credits, places).flatMap(({ person, deal, amount, figure }) => {
    const least = decimal(spiff.minimum ?? '0')
    if (!decimal(amount).greaterThan(0) || decimal(amount).lessThan(least)) return []
    const units = decimal(spiff.per === 'deal' ? '1' : figure)
    const due = units.isNegative() ? decimal('0') : units.times(spiff.pays)
    const earned = roundTo(due, places, 'half-up')
    const most = left === undefined ? earned : decimal(left)
    const paid = earned.greaterThan(most) ? most : earned
    if (left !== undefined) left = difference(left, paid.toFixed(), places)
    return [{ person, deal, amount: paid.toFixed(places), cut: paid.lessThan(earned) }]
  })
}

function untoldUnits(spiff: Spiff, credits: readonly Credit[]): readonly Problem[] {
  const { figure } = spiff
  if (figure === undefined) return []
  return credits.flatMap((credit, i) =>
    counted(spiff, credit) && leavesOut(credit, figure)
      ? [untoldFigure(at(at(at('credits', i), 'figures'), figure), credit, figure)]
      : [],
  )
}

/**
 * Whether a credit should say how much of a figure it takes back, and does not. What takes back a sale
 * that is not known should always say: "0", where there is nothing of it.
 */
function leavesOut(credit: Credit, figure: string): boolean {
  const { figures, lacks = [], kind, deal, event, amount } = credit
  if (Object.hasOwn(figures, figure)) return false
  if (lacks.includes(figure)) return true
  const takesBack = kind === 'refund' || kind === 'cancellation' || kind === 'correction'
  return takesBack && deal === event && decimal(amount).lessThan(0)
}

interface Deal {
  readonly person: string
  readonly deal: string
  readonly dealt: string
  readonly recorded: string
  readonly amount: string
  readonly figure: string
}

/** Each person's deals between the dates, net of what took them back. */
function dealsOf(
  spiff: Pick<Spiff, 'from' | 'to' | 'credit' | 'where' | 'currency'> & {
    readonly figure?: string | undefined
  },
  credits: readonly Credit[],
  places: number,
): readonly Deal[] {
  const deals = new Map<string, Deal>()
  for (const credit of credits) {
    if (!counted(spiff, credit)) continue
    const { person, deal, dealt, recorded, amount, figures } = credit
    const key = JSON.stringify([person, deal])
    const known = deals.get(key)
    const { figure = '' } = spiff
    const own = Object.hasOwn(figures, figure) ? (figures[figure] as string) : '0'
    deals.set(key, {
      person,
      deal,
      dealt,
      recorded: known === undefined || recorded < known.recorded ? recorded : known.recorded,
      amount: total([known?.amount ?? '0', amount], places),
      figure: total([known?.figure ?? '0', own], 0),
    })
  }
  const order = ({ dealt, recorded, deal, person }: Deal) =>
    [dealt, recorded, deal, person].join('\n')
  return [...deals.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

function counted(
  {
    from,
    to,
    credit,
    where,
    currency,
  }: Pick<Spiff, 'from' | 'to' | 'credit' | 'where' | 'currency'>,
  own: Credit,
): boolean {
  return (
    isSale(own) &&
    own.credit === credit &&
    own.currency === currency &&
    own.effective >= from &&
    own.effective <= to &&
    Object.entries(where ?? {}).every(
      ([name, value]) => Object.hasOwn(own.attributes, name) && own.attributes[name] === value,
    )
  )
}

/** Whether a credit is of what is sold, and not of what is invoiced or collected. */
function isSale({ kind, about }: Credit): boolean {
  if (kind === 'correction' || kind === 'transfer') return about !== 'collection'
  return kind !== 'invoice' && kind !== 'collection'
}

/** One person's place in a contest. */
export interface Standing {
  readonly person: string
  readonly amount: string
  /** 1 for the first; equal amounts share a place, and the next one skips as many. */
  readonly place: number
  readonly prize: string
  /** How much more would have reached the next better place; none for the first. */
  readonly behind?: string
}

/**
 * The ranking of a contest by the net amount credited between its dates, and the prizes. People below
 * `minimum` are not ranked. Who is equal shares the prizes of the places they take, by largest
 * remainder, so the prizes paid are exactly those of the places taken.
 *
 * @example
 * rankContest(parseContest(json), credits)[0]?.prize
 */
export function rankContest(contest: Contest, credits: readonly Credit[]): readonly Standing[] {
  const places = minorUnits(contest.currency)
  const amounts = new Map<string, string>()
  for (const { person, amount } of dealsOf(contest, credits, places))
    amounts.set(person, total([amounts.get(person) ?? '0', amount], places))
  const entries = [...amounts]
    .filter(([, amount]) => decimal(amount).greaterThanOrEqualTo(contest.minimum ?? '0'))
    .map(([id, amount]) => ({ id, values: [amount] }))
  const ranked = rank(entries, ['higher'])
  let prizes: ReturnType<typeof allocate> = []
  return ranked.map(({ id, place, equals, behind }, i) => {
    // Equals stand one after the other, and share what their places win once.
    if (i === place - 1) {
      const shares = ranked.slice(i, i + equals).map((equal) => ({ id: equal.id, weight: 1 }))
      const taken = contest.prizes.slice(i, i + equals)
      prizes = allocate({ total: total(taken, places), places, ties: 'id', shares })
    }
    return {
      person: id,
      amount: amounts.get(id) as string,
      place,
      prize: prizes[i - place + 1]?.amount as string,
      ...(behind !== undefined && { behind: decimal(behind.by).toFixed(places) }),
    }
  })
}
