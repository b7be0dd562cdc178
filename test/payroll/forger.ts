import type { Line, Run, Settled } from '../../src/pay/index.js'
import { digestOf } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'
import { changed, sealed } from './sealed.js'

/**
 * Runs that were tampered with, and where this must be told first: how the path begins, one of several
 * where sums cannot tell which of them was changed. Whether nothing else may be told.
 */
export interface Forgery {
  readonly runs: readonly Run[]
  readonly places: readonly string[]
  readonly alone?: true
}

/** Tampers with a chain, by numbers drawn for it; nothing where it has nothing of the kind. */
export type Forger = (chain: readonly Run[], draw: Draw) => Forgery | undefined

/** Numbers from 0 below a bound. */
export type Draw = (below: number) => number

const sum = (left: string, right: string) => {
  const value = decimal(left).plus(right)
  return value.toFixed(Math.max(2, value.decimalPlaces()))
}

function replaced<T>(list: readonly T[], i: number, by: readonly T[]): readonly T[] {
  return list.toSpliced(i, 1, ...by)
}

const ownerOf = ({ person, assignment }: Line) =>
  assignment === undefined ? { person } : { person, assignment }

function isOf(
  line: Line,
  { component, owner, earned }: Pick<Settled, 'component' | 'owner' | 'earned'>,
) {
  return (
    component === line.component &&
    earned.period === line.earned.period &&
    JSON.stringify(owner) === JSON.stringify(ownerOf(line))
  )
}

interface Place {
  readonly i: number
  readonly j: number
  readonly line: Line
  /** Where what is carried on of the line stands. */
  readonly n: number
}

/** A line that pays something, of no period before the first run. */
function someLine(chain: readonly Run[], draw: Draw, fits: (line: Line) => boolean = () => true) {
  const places = chain.flatMap(({ lines, state }, i) =>
    lines.flatMap((line, j): readonly Place[] => {
      const pays = !decimal(line.amount).isZero() && line.earned.period >= state.first
      const n = state.settled.findIndex((settled) => isOf(line, settled))
      return pays && fits(line) ? [{ i, j, line, n }] : []
    }),
  )
  return places.length === 0 ? undefined : (places[draw(places.length)] as Place)
}

const withLine = (run: Run, j: number, ...lines: readonly Line[]): Run => ({
  ...run,
  lines: replaced(run.lines, j, lines),
})

const amountRaised: Forger = (chain, draw) => {
  const place = someLine(chain, draw)
  if (place === undefined) return undefined
  const { i, j, line } = place
  const raised = { ...line, amount: sum(line.amount, '100.00') }
  return {
    runs: changed(chain, i, (run) => withLine(run, j, raised)),
    places: [`[${i}].lines[${j}].amount`],
  }
}

const entitledRaised: Forger = (chain, draw) => {
  const place = someLine(chain, draw, ({ parts }) => parts.length > 0)
  if (place === undefined) return undefined
  const { i, j, line, n } = place
  const more = '100.00'
  const [first, ...rest] = line.parts as [Line['parts'][number], ...Line['parts']]
  const [partsToo, path] = [
    [line.parts, `[${i}].lines[${j}].parts`] as const,
    [
      [{ ...first, amount: sum(first.amount, more) }, ...rest],
      `[${i}].state.settled[${n}].amount`,
    ] as const,
  ][draw(2)] as readonly [Line['parts'], string]
  const raised = {
    ...line,
    entitled: sum(line.entitled, more),
    amount: sum(line.amount, more),
    parts: partsToo,
  }
  return { runs: changed(chain, i, (run) => withLine(run, j, raised)), places: [path] }
}

const lineDropped: Forger = (chain, draw) => {
  const place = someLine(chain, draw)
  if (place === undefined) return undefined
  const { i, j, n } = place
  return {
    runs: changed(chain, i, (run) => withLine(run, j)),
    places: [`[${i}].state.settled[${n}]`],
  }
}

const lineAdded: Forger = (chain, draw) => {
  const place = someLine(chain, draw)
  if (place === undefined) return undefined
  const { i, line } = place
  const { lines } = chain[i] as Run
  const again = [line, { ...line, person: 'ghost' }, { ...line, component: 'gift' }][
    draw(3)
  ] as Line
  const runs = changed(chain, i, (run) => ({ ...run, lines: [...run.lines, again] }))
  return { runs, places: [`[${i}].lines[${lines.length}]`] }
}

const lineMoved: Forger = (chain, draw) => {
  const place = someLine(chain, draw)
  if (place === undefined) return undefined
  const { i, j, line, n } = place
  const { lines, state } = chain[i] as Run
  const people = [...new Set([...lines.map(({ person }) => person), 'ghost'])]
  const others = people.filter((person) => person !== line.person)
  const moved = { ...line, person: others[draw(others.length)] as string }
  // Where the other one has such a line too, it is the later of both that is one too many.
  const twin = lines.findIndex((other) => isOf(moved, { ...other, owner: ownerOf(other) }))
  // And where the other one's line stands for what is settled of it, that is not what its lines come to.
  const settled = [n, state.settled.findIndex((each) => isOf(moved, each))]
  return {
    runs: changed(chain, i, (run) => withLine(run, j, moved)),
    places: [
      `[${i}].lines[${Math.max(j, twin)}]`,
      ...settled.map((at) => `[${i}].state.settled[${at}]`),
    ],
  }
}

/** What was settled is forgotten, and the next run, if it has a line of it, pays it again. */
const settledLowered: Forger = (chain, draw) => {
  const place = someLine(chain, draw)
  if (place === undefined) return undefined
  const { i, line, n } = place
  const less = decimal(line.amount).negated().toFixed()
  const lowered = changed(chain, i, (run) => ({
    ...run,
    state: {
      ...run.state,
      settled: run.state.settled.map((settled, at) =>
        at === n ? { ...settled, amount: sum(settled.amount as string, less) } : settled,
      ),
    },
  }))
  const next = lowered[i + 1]
  const j = next?.lines.findIndex((other) => isOf(other, { ...line, owner: ownerOf(line) })) ?? -1
  const twice = next?.lines[j]
  const runs =
    twice === undefined
      ? lowered
      : changed(lowered, i + 1, (run) =>
          withLine(run, j, {
            ...twice,
            settled: sum(twice.settled, less),
            amount: sum(twice.amount, line.amount),
          }),
        )
  return { runs, places: [`[${i}].state.settled[${n}].amount`] }
}

const runDropped: Forger = (chain, draw) => {
  if (chain.length < 3) return undefined
  const i = 1 + draw(chain.length - 2)
  return { runs: sealed(replaced(chain, i, []), i), places: [`[${i}].`] }
}

const tailCut: Forger = (chain, draw) => {
  const last = draw(chain.length - 1)
  return { runs: chain.slice(0, last + 1), places: [`[${last}].digest`], alone: true }
}

const beginningCut: Forger = (chain, draw) => {
  const rest = chain.slice(1 + draw(chain.length - 1))
  return { runs: [rest, sealed(rest)][draw(2)] as readonly Run[], places: ['[0].'] }
}

const forked: Forger = (chain, draw) => {
  const i = 1 + draw(chain.length - 1)
  const run = chain[i] as Run
  const { digest: _, ...content } = { ...run, absentPeople: [...run.absentPeople, 'ghost'] }
  const branch: Run = { ...content, digest: digestOf(content) }
  const runs = sealed([...chain.slice(0, i + 1), branch, ...chain.slice(i + 1)], i + 2)
  return { runs, places: [`[${i + 1}].before`] }
}

const swapped: Forger = (chain, draw) => {
  const i = draw(chain.length - 1)
  const turned = [...chain.slice(0, i), chain[i + 1] as Run, chain[i] as Run, ...chain.slice(i + 2)]
  return { runs: [turned, sealed(turned, i)][draw(2)] as readonly Run[], places: [`[${i}].`] }
}

const headerChanged: Forger = (chain, draw) => {
  const i = 1 + draw(chain.length - 1)
  const { asOf } = chain[i - 1] as Run
  const changes = [
    ['currency', { currency: 'JPY' }],
    ['rhythm', { rhythm: 'week' }],
    ['number', { number: 7 }],
    ['asOf', { asOf: `2025${asOf.slice(4)}` }],
  ] as const
  const [member, change] = changes[draw(changes.length)] as (typeof changes)[number]
  return {
    runs: changed(chain, i, (run) => ({ ...run, ...change })),
    places: [`[${i}].${member}`],
  }
}

/** A line is raised, and all that adds it up, to the end of the chain. */
const writtenAnew: Forger = (chain, draw) => {
  const divided = new Set(chain.flatMap(({ divisions }) => divisions.map((each) => each.component)))
  const place = someLine(
    chain,
    draw,
    ({ component, parts }) => !divided.has(component) && parts.length > 0,
  )
  if (place === undefined) return undefined
  const { i, line } = place
  const more = '100.00'
  const { period } = chain[i] as Run
  const raised = (run: Run, at: number): Run => ({
    ...run,
    lines: run.lines.map((each) =>
      isOf(each, { ...line, owner: ownerOf(line) })
        ? {
            ...each,
            entitled: sum(each.entitled, more),
            ...(at === i
              ? { amount: sum(each.amount, more) }
              : { settled: sum(each.settled, more) }),
            parts: each.parts.map((part, p) =>
              p === 0 ? { ...part, amount: sum(part.amount, more) } : part,
            ),
          }
        : each,
    ),
    state: {
      ...run.state,
      settled: run.state.settled.map((each) =>
        isOf(line, each)
          ? {
              ...each,
              amount: sum(each.amount as string, more),
              ...(each.value !== undefined && { value: sum(each.value, more) }),
            }
          : each,
      ),
      paid: run.state.paid.map((each) =>
        each.period === period && isOf(line, { ...each, earned: line.earned })
          ? { ...each, amount: sum(each.amount, more) }
          : each,
      ),
    },
  })
  const runs = sealed(
    chain.map((run, at) => (at < i ? run : raised(run, at))),
    i,
  )
  // A line that takes the raise back has no part to be raised.
  const later = runs.slice(i + 1).flatMap(({ lines }) => lines)
  if (
    later.some((each) => isOf(each, { ...line, owner: ownerOf(line) }) && each.parts.length === 0)
  )
    return undefined
  return { runs, places: [`[${chain.length - 1}].digest`], alone: true }
}

export const forgers: Readonly<Record<string, Forger>> = {
  'amount raised': amountRaised,
  'entitled and amount raised': entitledRaised,
  'line dropped': lineDropped,
  'line added': lineAdded,
  'line moved to another person': lineMoved,
  'settled lowered, and paid again': settledLowered,
  'run dropped in the middle': runDropped,
  'end cut off': tailCut,
  'beginning cut off': beginningCut,
  fork: forked,
  'two runs swapped': swapped,
  'currency, rhythm, number or asOf changed': headerChanged,
  'all written anew to the end': writtenAnew,
}
