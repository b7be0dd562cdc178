import type { Division, Line, Paid, Run } from '../pay/index.js'
import { at } from '../problem/index.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { type NameOf, ownerName, ownerParts, type Tell } from './chain-telling.js'

/** What was paid by component, owner and period, and where a run says so. */
export type PaidByKey = ReadonlyMap<string, { readonly paid: Paid; readonly at: number }>

const zero = decimal('0')

/** What is paid after a run, each key told once. */
export function paidIn({ state }: Run, nameOf: NameOf, tell: Tell): PaidByKey {
  const known = new Map<string, { paid: Paid; at: number }>()
  for (const [i, paid] of state.paid.entries()) {
    const key = paidKey(nameOf, paid)
    if (known.has(key)) tell('repeated-settlement', at('state.paid', i), named(paid))
    else known.set(key, { paid, at: i })
  }
  return known
}

function paidKey(nameOf: NameOf, { component, owner, period }: Omit<Paid, 'amount'>): string {
  return JSON.stringify([nameOf(component), ...ownerParts(owner), period])
}

function named({ component, owner, period }: Paid) {
  return { component, owner: ownerName(owner), period }
}

/**
 * Holds what was paid against the lines of a run: that of its own period moves by its lines, that of
 * others by nothing. Of components without lines, in none of which is `withLines`, only the others can be told.
 */
export function checkPaid(
  run: Run,
  before: PaidByKey | undefined,
  after: PaidByKey,
  withLines: ReadonlySet<string>,
  nameOf: NameOf,
  tell: Tell,
): void {
  if (before === undefined) return
  const now = sumsOf(run, nameOf)
  for (const [key, { paid, at: i }] of after) {
    const own = paid.period === run.period
    if (own && !withLines.has(nameOf(paid.component))) continue
    const earlier = decimal(before.get(key)?.paid.amount ?? '0')
    const expected = own ? earlier.plus(now.get(key) ?? zero) : earlier
    if (!expected.eq(paid.amount))
      tell('paid-differs', at(at('state.paid', i), 'amount'), {
        ...named(paid),
        found: paid.amount,
        expected: expected.toFixed(),
      })
  }
  for (const [key, { paid }] of before)
    if (!after.has(key)) tell('lost-settlement', 'state.paid', named(paid))
}

function sumsOf({ lines, period }: Run, nameOf: NameOf): ReadonlyMap<string, Decimal> {
  const sums = new Map<string, Decimal>()
  for (const line of lines) {
    const { component, amount } = line
    const key = paidKey(nameOf, { component, owner: ownerOf(line), period })
    sums.set(key, (sums.get(key) ?? zero).plus(amount))
  }
  return sums
}

function ownerOf({ person, assignment }: Line): Paid['owner'] {
  return { person, ...(assignment !== undefined && { assignment }) }
}

function isBeyond(settled: Decimal, value: Decimal): boolean {
  return value.isNegative() ? settled.lt(value) : settled.gt(value)
}

/** No more of a division is settled than there is to divide. */
export function checkDivisions({ divisions }: Run, tell: Tell): void {
  const known = new Set<string>()
  for (const [i, division] of divisions.entries()) {
    const key = JSON.stringify([division.component, division.earned, division.group])
    if (known.has(key)) tell('repeated-settlement', at('divisions', i), ofDivision(division))
    known.add(key)
    const { settled, value, component, group, withheld } = division
    // What was settled of those who wait may be more, until it is corrected for all.
    if (withheld.length === 0 && isBeyond(decimal(settled), decimal(value)))
      tell('overdrawn', at(at('divisions', i), 'settled'), { settled, value, component, group })
  }
}

function ofDivision({ component, group, earned }: Division) {
  return { component, owner: group, period: earned.period }
}
