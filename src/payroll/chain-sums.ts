import { parsePeriod } from '../calendar/index.js'
import type { Earned, Line, Run, Settled } from '../pay/index.js'
import { at, problemsOf } from '../problem/index.js'
import { type Decimal, decimal, difference } from '../quantity/index.js'
import { type Keyed, keyIn, type NameOf, named, type Tell } from './chain-telling.js'

/** What was settled of each key up to a run, and where the run says so. */
export type SettledByKey = ReadonlyMap<string, { readonly settled: Settled; readonly at: number }>

/** What the runs before have settled; of the first run nothing, and of one that a chain begins with unknown. */
export type Earlier = SettledByKey | 'first' | 'unknown'

const zero = decimal('0')

/** What is settled after a run, each key told once. */
export function settledIn({ state }: Run, nameOf: NameOf, tell: Tell): SettledByKey {
  const known = new Map<string, { settled: Settled; at: number }>()
  for (const [i, settled] of state.settled.entries()) {
    const key = keyIn(nameOf, settled)
    if (known.has(key)) tell('repeated-settlement', at('state.settled', i), named(settled))
    else known.set(key, { settled, at: i })
  }
  return known
}

function settledAt(i: number, member: string): string {
  return at(at('state.settled', i), member)
}

/**
 * Holds the lines of a run against what was settled before and after it: what is settled of a key moves
 * by the amount of its line, and by nothing else.
 */
export function checkSettled(
  run: Run,
  earlier: Earlier,
  after: SettledByKey,
  nameOf: NameOf,
  tell: Tell,
): void {
  const lines = linesByKey(run, nameOf, tell)
  for (const [i, line] of run.lines.entries()) {
    const key = keyIn(nameOf, keyedBy(line))
    const carried = after.get(key)?.settled
    checkLine(line, i, tell)
    checkStart(run, line, i, startOf(earlier, key, carried), tell)
    if (carried === undefined) tell('not-carried', at('lines', i), named(keyedBy(line)))
  }
  for (const [i, withheld] of run.withheld.entries()) {
    const key = keyIn(nameOf, withheld)
    if (lines.has(key)) tell('paid-and-withheld', at('withheld', i), named(withheld))
    else if (!after.has(key)) tell('not-carried', at('withheld', i), named(withheld))
  }
  for (const [key, { settled, at: i }] of after) {
    const line = lines.get(key)
    if (line === undefined) checkStill(run, settled, i, startOf(earlier, key, settled), tell)
    else checkCarried(line, settled, i, tell)
  }
  if (typeof earlier === 'string') return
  for (const [key, { settled }] of earlier)
    if (settled.amount !== undefined && !after.has(key))
      tell('lost-settlement', 'state.settled', named(settled))
}

function keyedBy({ component, person, assignment, earned }: Line): Keyed {
  return {
    component,
    owner: { person, ...(assignment !== undefined && { assignment }) },
    earned,
  }
}

function linesByKey({ lines }: Run, nameOf: NameOf, tell: Tell): ReadonlyMap<string, Line> {
  const known = new Map<string, Line>()
  for (const [i, line] of lines.entries()) {
    const key = keyIn(nameOf, keyedBy(line))
    if (known.has(key)) tell('repeated-line', at('lines', i), named(keyedBy(line)))
    else known.set(key, line)
  }
  return known
}

/** A line by itself. */
function checkLine({ entitled, settled, amount, parts }: Line, i: number, tell: Tell): void {
  const path = at('lines', i)
  const places = amount.replace(/^[^.]*\.?/, '').length
  const expected = difference(entitled, settled, places)
  if (!decimal(expected).eq(amount))
    tell('not-difference', at(path, 'amount'), { found: amount, entitled, settled, expected })
  if (parts.length === 0) return
  const sum = parts.reduce((all: Decimal, part) => all.plus(part.amount), zero)
  if (!sum.eq(entitled))
    tell('parts-add-up', at(path, 'parts'), { found: sum.toFixed(), expected: entitled })
}

/** What may have been settled of a key before a run; anything, where nobody can tell from the chain. */
type Begun = { readonly known: Settled | undefined } | { readonly opened: string } | undefined

function startOf(earlier: Earlier, key: string, carried: Settled | undefined): Begun {
  if (earlier === 'unknown') return undefined
  if (earlier !== 'first') return { known: earlier.get(key)?.settled }
  return carried?.brought === undefined ? { known: undefined } : { opened: carried.brought }
}

/** What a line says was settled is what the runs before settled. */
function checkStart(run: Run, line: Line, i: number, start: Begun, tell: Tell): void {
  if (start === undefined) return
  const known = 'known' in start ? start.known?.amount : undefined
  if (known === undefined && isBefore(run, line.earned)) return
  const settled = decimal(line.settled)
  if (settled.eq(known ?? zero)) return
  if ('opened' in start && settled.eq(start.opened)) return
  tell('settled-differs', at(at('lines', i), 'settled'), {
    ...named(keyedBy(line)),
    found: line.settled,
    expected: known ?? ('opened' in start ? start.opened : '0'),
  })
}

/** What is carried on of a key is what its line comes to; what others read of it too, unless it was brought along. */
function checkCarried(line: Line, settled: Settled, i: number, tell: Tell): void {
  const { entitled } = line
  const { amount, brought, value = entitled } = settled
  const members = { amount, ...(brought === undefined && { value }) }
  for (const [member, found] of Object.entries(members))
    if (found === undefined || !decimal(entitled).eq(found))
      tell('settled-unlike-lines', settledAt(i, member), {
        ...named(settled),
        found: found ?? '-',
        expected: entitled,
      })
  if (settled.why !== line.why)
    tell('carried-differs', at('state.settled', i), {
      found: JSON.stringify(settled.why ?? ''),
      expected: JSON.stringify(line.why ?? ''),
    })
}

/** What is carried on of a key without a line is what it was. */
function checkStill(run: Run, settled: Settled, i: number, start: Begun, tell: Tell): void {
  if (start === undefined) return
  const { amount } = settled
  const known = 'known' in start ? start.known?.amount : undefined
  if (known !== undefined) {
    if (amount === undefined || !decimal(known).eq(amount))
      tell('settled-unlike-lines', settledAt(i, 'amount'), {
        ...named(settled),
        found: amount ?? '-',
        expected: known,
      })
    return
  }
  if (amount === undefined || isBefore(run, settled.earned)) return
  if ('opened' in start && decimal(start.opened).eq(amount)) return
  const isOwn = settled.earned.rhythm === run.rhythm && settled.earned.period === run.period
  if (isOwn || !decimal(amount).isZero())
    tell('unpaid-settlement', at('state.settled', i), { ...named(settled), amount })
}

/** Whether a period is, or may be, one before the first run: what was settled of it stands elsewhere. */
function isBefore({ rhythm, state }: Run, earned: Earned): boolean {
  if (earned.rhythm === rhythm) return earned.period < state.first
  const [own, first] = [earned.period, state.first].map((name) => {
    let found: { from: string; to: string } | undefined
    problemsOf(() => {
      found = parsePeriod(name)
    })
    return found
  })
  // The periods of a calendar of its own are told by who has its book.
  return own === undefined || first === undefined || own.to < first.from
}
