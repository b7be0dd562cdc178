import type { PayBook, Run } from '../pay/index.js'
import { longestGap, timelinesOf } from '../pay/internal.js'
import { at } from '../problem/index.js'
import type { Tell } from './chain-telling.js'

/** The first run of all: nothing was before it. */
export function checkFirst(run: Run, tell: Tell): void {
  const { before, number, period, asOf, changedVersions } = run
  if (before !== 'first') {
    tell('not-the-first', 'before', {})
    return
  }
  if (number !== 1) tell('number-differs', 'number', { found: number, expected: 1, period })
  checkStart(run, { first: period, opened: asOf }, tell)
  checkDays(run, { [period]: asOf }, tell)
  if (changedVersions.length > 0)
    tell('carried-differs', 'changedVersions', {
      found: `${changedVersions.length}`,
      expected: '0',
    })
}

/** Whether a run follows the one before it, as `settle` would have let it. */
export function checkLink(before: Run, run: Run, book: PayBook | undefined, tell: Tell): void {
  const { currency, rhythm, period, number, asOf } = run
  if (currency !== before.currency)
    tell('other-currency', 'currency', { found: currency, expected: before.currency })
  if (rhythm !== before.rhythm)
    tell('other-rhythm', 'rhythm', { found: rhythm, expected: before.rhythm })
  // Periods of one rhythm are named so that they sort in order.
  if (period < before.period) tell('earlier-period', 'period', { period, before: before.period })
  const expected = period === before.period ? before.number + 1 : 1
  if (number !== expected) tell('number-differs', 'number', { found: number, expected, period })
  if (asOf < before.asOf) tell('knows-less', 'asOf', { asOf, before: before.asOf })
  if (book?.digest === run.book) checkGap(before, run, book, tell)
  checkStart(run, before.state, tell)
  checkDays(run, { ...before.state.asOfs, [period]: asOf }, tell)
  checkVersions(before, run, tell)
}

/** No more periods may be left out than `settle` leaves out. */
function checkGap(before: Run, { rhythm, period }: Run, book: PayBook, tell: Tell): void {
  const timeline = timelinesOf(book).get(rhythm)
  if (timeline === undefined) return
  const [earlier, current] = [before.period, period].map(timeline.named)
  if (earlier === undefined || current === undefined) return
  if (current - earlier <= longestGap(book)) return
  const next = timeline.at(earlier + 1).name
  tell('period-left-out', 'period', { period, before: before.period, next })
}

function checkStart({ state }: Run, expected: { first: string; opened: string }, tell: Tell): void {
  for (const member of ['first', 'opened'] as const)
    if (state[member] !== expected[member])
      tell('carried-differs', at('state', member), {
        found: state[member],
        expected: expected[member],
      })
}

/** The run knows of the runs of the chain, and of no others. */
function checkDays({ state }: Run, expected: Readonly<Record<string, string>>, tell: Tell): void {
  for (const period of Object.keys(state.asOfs))
    if (!Object.hasOwn(expected, period)) tell('unlisted-run', 'state.asOfs', { period })
  for (const [period, day] of Object.entries(expected))
    if (state.asOfs[period] !== day)
      tell('carried-differs', at('state.asOfs', period), {
        found: state.asOfs[period] ?? '-',
        expected: day,
      })
}

/** Every version that was known is known still, and what has another text now is told. */
function checkVersions(
  { state: { versions: before } }: Run,
  { state: { versions }, changedVersions }: Run,
  tell: Tell,
): void {
  const changed = new Map(
    changedVersions.map((each) => [`${each.component} ${each.from ?? ''}`.trim(), each]),
  )
  for (const [version, old] of Object.entries(before)) {
    const now = versions[version]
    const told = changed.get(version)
    changed.delete(version)
    if (now === undefined || (now === old) !== (told === undefined))
      tell('carried-differs', at('state.versions', version), {
        found: `"${now ?? '-'}"`,
        expected: `"${old}"`,
      })
    else if (told !== undefined && (told.old !== old || told.new !== now))
      tell('carried-differs', 'changedVersions', { found: `"${told.old}"`, expected: `"${old}"` })
  }
  const [strange] = changed.keys()
  if (strange !== undefined)
    tell('carried-differs', 'changedVersions', { found: `"${strange}"`, expected: '-' })
}
