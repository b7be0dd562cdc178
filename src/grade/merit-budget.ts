import { allocate, type Decimal, decimal } from '../quantity/index.js'

/** What a person may get of a budget: amounts of money. */
export interface MeritClaim {
  readonly id: string
  /** Whose budget it is taken from, where there are several. */
  readonly category?: string | undefined
  /** In proportion to which a budget is shared. */
  readonly target: string
  /** What it is at least, where the budget reaches; at most the target, and the most. */
  readonly least: string
  /** What it is at most; absent without a limit. */
  readonly most?: string | undefined
}

/** One budget, shared by all. The amounts by id add up to all of it that there is room for. */
export function spendOne(
  claims: readonly MeritClaim[],
  budget: string,
  places: number,
): ReadonlyMap<string, string> {
  return new Map(
    shared(claims.filter(hasTarget), decimal(budget), places).map(({ id, amount }) => [id, amount]),
  )
}

/**
 * A budget for each category. Each is spent in its own category as far as there is room; what is left is
 * shared among the categories that have room yet, by their targets. So all is spent that there is room
 * for anywhere.
 */
export function spendByCategory(
  claims: readonly MeritClaim[],
  budgets: Readonly<Record<string, string>>,
  places: number,
): ReadonlyMap<string, string> {
  const claimsIn = byCategory(claims.filter(hasTarget))
  const categories = Object.entries(budgets).map(([category, budget]) => {
    const among = claimsIn.get(category) ?? []
    const own = lesser(decimal(budget), roomOf(among))
    const room = roomOf(among)?.minus(own)
    const target = sum(among.map((claim) => claim.target)).toFixed()
    return { category, among, own, room, target, left: decimal(budget).minus(own) }
  })
  const left = sum(categories.map((each) => each.left.toFixed()))
  const claimsOnRest = categories
    .filter(({ target }) => !decimal(target).isZero())
    .map(
      ({ category, room, target }): MeritClaim => ({
        ...{ id: category, target, least: '0' },
        most: room?.toFixed(),
      }),
    )
  const more = new Map(
    shared(claimsOnRest, left, places).map(({ id, amount }) => [id, amount] as const),
  )
  return new Map(
    categories.flatMap(({ category, among, own }) =>
      shared(among, own.plus(more.get(category) ?? '0'), places).map(
        ({ id, amount }) => [id, amount] as const,
      ),
    ),
  )
}

/** The claims by their category. */
export function byCategory(claims: readonly MeritClaim[]): ReadonlyMap<string, MeritClaim[]> {
  const found = new Map<string, MeritClaim[]>()
  for (const claim of claims) {
    const category = claim.category as string
    const among = found.get(category)
    if (among === undefined) found.set(category, [claim])
    else among.push(claim)
  }
  return found
}

/** Money shared by the targets within the bounds of each; by the least where it falls short of those. */
function shared(claims: readonly MeritClaim[], money: Decimal, places: number) {
  const amount = lesser(money, roomOf(claims))
  const short = amount.lessThan(sum(claims.map(({ least }) => least)))
  return allocate({
    total: amount.toFixed(),
    places,
    ties: 'id',
    shares: claims.map(({ id, target, least, most }) =>
      short
        ? { id, weight: least }
        : { id, weight: target, floor: least, ...(most !== undefined && { cap: most }) },
    ),
  })
}

/** Who has no target gets nothing of any budget. */
function hasTarget({ target }: MeritClaim): boolean {
  return !decimal(target).isZero()
}

/** The most that all may get together; nothing where one of them has no limit. */
function roomOf(claims: readonly MeritClaim[]): Decimal | undefined {
  const rooms = claims.flatMap(({ most }) => (most === undefined ? [] : [most]))
  return rooms.length < claims.length ? undefined : sum(rooms)
}

function lesser(amount: Decimal, limit: Decimal | undefined): Decimal {
  return limit?.lessThan(amount) ? limit : amount
}

function sum(amounts: readonly string[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), decimal('0'))
}
