import type { Line, Run } from '../pay/index.js'
import { at, canonicalJson, type Problem } from '../problem/index.js'
import { proofProblem } from '../words/index.js'

/** The places in which a run differs from what it should be, line by line and in each the first. */
export function* differencesIn(run: Run, again: Run): Generator<Problem> {
  const [found, expected] = [told(run), told(again)]
  for (const member of keysOf(found)) {
    if (member === 'lines') yield* linesDiffering(found.lines, expected.lines)
    else if (member === 'state')
      for (const part of keysOf(found.state))
        yield* differing(at('state', part), found.state[part], expected.state[part])
    else yield* differing(member, found[member], expected[member])
  }
}

/** What a run promises to be worked out to again: not by which version, nor in which words. */
function told({ engine: _, digest: __, book: ___, ...run }: Run) {
  return {
    ...run,
    withheld: run.withheld.map(({ problems, ...key }) => ({
      ...key,
      problems: problems.map(({ code, path }) => ({ code, path })),
    })),
  }
}

function keysOf<T extends object>(value: T): readonly (keyof T & string)[] {
  return Object.keys(value) as (keyof T & string)[]
}

/** Lines are held against those of the same key: one that is missing moves no other. */
function* linesDiffering(found: readonly Line[], expected: readonly Line[]): Generator<Problem> {
  const again = new Map(expected.map((line) => [keyOf(line), line]))
  for (const [i, line] of found.entries()) {
    const key = keyOf(line)
    const other = again.get(key)
    again.delete(key)
    if (other === undefined)
      yield proofProblem('says-too-much', at('lines', i), { says: canonicalJson(line) })
    else yield* firstDifference(at('lines', i), line, other)
  }
  for (const line of again.values())
    yield proofProblem('says-too-little', 'lines', { gives: canonicalJson(line) })
  const moved = found.findIndex((line, i) => keyOf(line) !== keyOf(expected[i] ?? line))
  if (again.size === 0 && found.length === expected.length && moved >= 0)
    yield* firstDifference(at('lines', moved), found[moved], expected[moved])
}

function keyOf({ component, person, assignment, earned }: Line): string {
  return JSON.stringify([component, person, assignment, earned.rhythm, earned.period])
}

/** The first difference of each item of a list, and of anything else. */
function* differing(path: string, found: unknown, expected: unknown): Generator<Problem> {
  if (!Array.isArray(found) || !Array.isArray(expected)) {
    yield* firstDifference(path, found, expected)
    return
  }
  const length = Math.max(found.length, expected.length)
  for (let i = 0; i < length; i++) yield* firstDifference(at(path, i), found[i], expected[i])
}

/** The first value in which two plain values differ, in the order of their members. */
function* firstDifference(path: string, found: unknown, expected: unknown): Generator<Problem> {
  if (isHolder(found) && isHolder(expected)) {
    for (const key of new Set([...Object.keys(found), ...Object.keys(expected)])) {
      const place = at(path, Array.isArray(found) ? Number(key) : key)
      const [first] = firstDifference(place, found[key], expected[key])
      if (first === undefined) continue
      yield first
      return
    }
  } else if (found === undefined && expected !== undefined)
    yield proofProblem('says-too-little', path, { gives: canonicalJson(expected) })
  else if (expected === undefined && found !== undefined)
    yield proofProblem('says-too-much', path, { says: canonicalJson(found) })
  else if (found !== expected)
    yield proofProblem('says-otherwise', path, {
      says: canonicalJson(found),
      gives: canonicalJson(expected),
    })
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
