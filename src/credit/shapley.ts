import { at, type Problem, refuse } from '../problem/index.js'
import { allocate, decimal, isProblem, type NumericInput, readDecimal } from '../quantity/index.js'
import { creditProblem } from '../words/index.js'

/** What a set of channels (or people) earns together, without the others. */
export interface Coalition {
  readonly channels: readonly string[]
  readonly worth: NumericInput
}

/** Above this many, 2^n sets are too many to know. */
const mostChannels = 10

/**
 * The Shapley value of each channel: its contribution to what all of them earn, averaged over every
 * order in which they could have joined. Exact; the values are then written with `places` decimal
 * places by largest remainder, so that they add up to the worth of all channels.
 *
 * Every set of the channels must be listed but the empty one, which is worth nothing. At most 10
 * channels.
 *
 * Source: L. S. Shapley, "A Value for n-Person Games" (1953).
 *
 * Throws a `PolicyError` for worths that are no numbers, sets that are not listed or stand twice, too
 * many channels, and a channel whose value is negative.
 *
 * @example
 * shapley([{ channels: ['chat'], worth: 60 }, { channels: ['mail'], worth: 0 }, { channels: ['chat', 'mail'], worth: 100 }], 2).get('chat') //=> '80.00'
 */
export function shapley(
  coalitions: readonly Coalition[],
  places: number,
): ReadonlyMap<string, string> {
  const channels = [...new Set(coalitions.flatMap((coalition) => coalition.channels))].sort()
  if (channels.length > mostChannels)
    refuse([
      creditProblem('too-many-channels', 'coalitions', {
        found: channels.length,
        most: mostChannels,
      }),
    ])
  const worths = worthsOf(coalitions, channels)
  const sets = Array.from({ length: 2 ** channels.length }, (_, set) => set)
  const values = channels.map((_, i) => {
    const own = 2 ** i
    return sets
      .filter((set) => (set & own) === 0)
      .map((set) =>
        worthOf(worths, set | own)
          .minus(worthOf(worths, set))
          .times(orders(sizeOf(set), channels.length)),
      )
      .reduce((sum, part) => sum.plus(part), decimal('0'))
  })
  refuse(
    values.flatMap((value, i) =>
      value.isNegative()
        ? [creditProblem('negative-contribution', 'coalitions', { channel: channels[i] as string })]
        : [],
    ),
  )
  const total = worthOf(worths, sets.length - 1)
  // Where all of them earn nothing, nobody brings anything: nothing for each.
  const weightOf = (value = total) => (total.isZero() ? '1' : value.toFixed())
  const shares = channels.map((id, i) => ({ id, weight: weightOf(values[i]) }))
  const parts = allocate({ total: total.toFixed(), places, ties: 'id', shares })
  return new Map(parts.map(({ id, amount }) => [id, amount]))
}

/** The worth of each set, by the bits of its channels; every set must have one. */
function worthsOf(coalitions: readonly Coalition[], channels: readonly string[]): Worths {
  const problems: Problem[] = []
  const worths = new Map([[0, decimal('0')]])
  coalitions.forEach((coalition, i) => {
    const worth = readDecimal(coalition.worth, at(at('coalitions', i), 'worth'))
    if (isProblem(worth)) problems.push(worth)
    else {
      const set = bitsOf(coalition.channels, channels)
      if (worths.has(set))
        problems.push(creditProblem('repeated-coalition', at('coalitions', i), {}))
      worths.set(set, worth)
    }
  })
  refuse(problems)
  const missing = Array.from({ length: 2 ** channels.length }, (_, set) => set)
    .filter((set) => !worths.has(set))
    .map((set) => channels.filter((_, i) => (set & (2 ** i)) !== 0))
  refuse(missing.map((set) => creditProblem('missing-coalition', 'coalitions', { channels: set })))
  return worths
}

type Worths = ReadonlyMap<number, ReturnType<typeof decimal>>

function worthOf(worths: Worths, set: number) {
  return worths.get(set) as ReturnType<typeof decimal>
}

function bitsOf(set: readonly string[], channels: readonly string[]): number {
  return [...new Set(set)].reduce((bits, channel) => bits + 2 ** channels.indexOf(channel), 0)
}

function sizeOf(set: number): number {
  return set.toString(2).replaceAll('0', '').length
}

/** In how many orders of all channels exactly so many of them come before one of the others. */
function orders(before: number, all: number): number {
  return factorial(before) * factorial(all - before - 1)
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}
