import { addDays } from '../calendar/index.js'
import type { Component, Rhythm, Version, Writing } from '../pay/index.js'
import { rhythmsOf } from '../pay/internal.js'
import { at, type Problem, problemsOf, under } from '../problem/index.js'
import { push } from '../problem/push.js'
import { payProblem } from '../words/index.js'
import type { BookPolicy, Policy, PolicyVersion } from './policy-schema.js'
import type { Vocabulary, Word } from './word.js'

/** What the policies of a book write. */
export interface Written {
  /** The versions of each component, by its name. */
  readonly components: Readonly<Record<string, readonly Version[]>>
  /** Where in the book a component, or a version of it, was written, by its path among the components. */
  readonly places: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** What is written so far. */
interface Sheet {
  readonly components: Map<string, Version[]>
  /** The policy that writes a component. */
  readonly writers: Map<string, string>
  readonly places: Map<string, string>
  readonly problems: Problem[]
}

/** Lets every policy write its components, version by version. */
export function writtenBy(book: BookPolicy, vocabulary: Vocabulary): Written {
  const sheet: Sheet = {
    components: new Map(),
    writers: new Map(),
    places: new Map(),
    problems: [],
  }
  for (const [i, policy] of book.policies.entries()) {
    const path = at('policies', i)
    const word = Object.hasOwn(vocabulary, policy.kind) ? vocabulary[policy.kind] : undefined
    if (word !== undefined) writePolicy(sheet, { book, policy, path, word })
    else {
      const values = { found: policy.kind, known: Object.keys(vocabulary) }
      sheet.problems.push(payProblem('unknown-kind', at(path, 'kind'), values))
    }
  }
  return { ...sheet, components: Object.fromEntries(sheet.components) }
}

interface Meant {
  readonly book: BookPolicy
  readonly policy: Policy
  readonly path: string
  readonly word: Word
}

function writePolicy(sheet: Sheet, { book, policy, path, word }: Meant): void {
  const rhythms = rhythmsOf(book)
  const { period } = policy
  if (period !== undefined && !Object.hasOwn(rhythms, period)) {
    const values = { found: period, known: Object.keys(rhythms) }
    sheet.problems.push(payProblem('unknown-rhythm', at(path, 'period'), values))
  }
  for (const [i, version] of policy.versions.entries()) {
    const place = at(at(path, 'versions'), i)
    let written: ReturnType<Word> = []
    const found = problemsOf(() => {
      written = word(version.terms, writingOf(book, policy, version))
    })
    sheet.problems.push(...under(at(place, 'terms'), found))
    const versions = written.map((each) => ('value' in each ? each : { value: each }))
    const terms = versions.find(({ value }) => value.component === policy.id)?.value.period
    sheet.problems.push(...otherPeriods(rhythms, period, { path: at(place, 'terms'), terms }))
    for (const own of versions) {
      const { component } = own.value
      const writer = sheet.writers.get(component) ?? policy.id
      sheet.writers.set(component, writer)
      if (writer === policy.id) {
        const version = versionOf(policy, i, {
          ...own,
          value: inRhythm(own.value, rhythms, period),
        })
        // Of one that has ended before it begins an earlier version is there for who reads it.
        if (version.from !== undefined || !sheet.components.has(component))
          put(sheet, { path, place }, version)
      } else {
        const values = { component, policies: [writer, policy.id] }
        sheet.problems.push(payProblem('two-writers', place, values))
      }
    }
  }
}

function put(
  { components, places }: Sheet,
  { path, place }: { readonly path: string; readonly place: string },
  version: Version,
): void {
  const { component: name } = version.value
  const among = at('components', name)
  places.set(among, at(path, name))
  places.set(at(among, components.get(name)?.length ?? 0), at(place, name))
  push(components, name, version)
}

function writingOf(
  { currency, basis, basisBy }: BookPolicy,
  { id, retro }: Policy,
  { eligible }: PolicyVersion,
): Writing {
  const [first] = Object.keys(basis ?? {})
  const days = basisBy === undefined ? first : { attribute: basisBy }
  return {
    id,
    currency,
    ...(eligible !== undefined && { eligible }),
    ...(days !== undefined && { basis: days }),
    ...(retro !== undefined && { retro }),
  }
}

/**
 * A version of a component on the days of the policy's (to its own last day, or that before the next) and
 * of its own; who wrote and approved it; with what the policy says of its components.
 */
function versionOf(policy: Policy, index: number, own: Version): Version {
  const { versions } = policy
  const { from, to, reason, writtenBy, approvedBy } = versions[index] as PolicyVersion
  const next = versions[index + 1]
  const [first, last] = [
    own.from !== undefined && own.from > from ? own.from : from,
    earlier(to ?? (next && addDays(next.from, -1)), own.to),
  ]
  return {
    // One that has ended before it begins is there for who reads it, and holds for nobody.
    ...(last === undefined || first <= last
      ? { from: first, ...(last !== undefined && { to: last }) }
      : { to: earlier(last, addDays(from, -1)) }),
    reason,
    ...(writtenBy !== undefined && { writtenBy }),
    ...(approvedBy !== undefined && { approvedBy }),
    value: saying(own.value, policy),
  }
}

/** Where terms are by a kind of period, such as those of a plan, the policy names a rhythm of that kind. */
function otherPeriods(
  rhythms: Readonly<Record<string, Rhythm>>,
  found: string | undefined,
  { path, terms }: { readonly path: string; readonly terms: string | undefined },
): readonly Problem[] {
  const kind = found === undefined ? undefined : rhythms[found]?.kind
  return found === undefined || kind === undefined || [undefined, found, kind].includes(terms)
    ? []
    : [payProblem('terms-by-other-periods', path, { found, kind, terms: terms as string })]
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

/** The rhythm of a policy, of all that it writes but what has another one of its own. */
function inRhythm(
  written: Component,
  rhythms: Readonly<Record<string, Rhythm>>,
  period: string | undefined,
): Component {
  const { period: own } = written
  return period === undefined || (own !== undefined && own !== rhythms[period]?.kind)
    ? written
    : { ...written, period }
}

/** What a policy says of its components that pay: their tags, and how long their periods stay open. */
function saying(component: Component, { tags: own = [], retro }: Policy): Component {
  if (component.pays === undefined) return component
  const tags = [...new Set([...(component.tags ?? []), ...own])]
  return {
    ...component,
    ...(tags.length > 0 && { tags }),
    ...(component.retro === undefined && retro !== undefined && { retro }),
  }
}

/** Problems of the components where the policies stand that wrote them. */
export function placed(
  problems: readonly Problem[],
  places: Written['places'],
): readonly Problem[] {
  const written = [...places].sort(([a], [b]) => b.length - a.length)
  return problems.map((problem) => {
    const found = written.find(([path]) => isWithin(problem.path, path))
    if (found === undefined) return problem
    const [path, place] = found
    const rest = problem.path.slice(path.length).replace(/^\.value(?=[.[]|$)/, '')
    return { ...problem, path: place + rest }
  })
}

function isWithin(path: string, of: string): boolean {
  return path.startsWith(of) && /^([.[]|$)/.test(path.slice(of.length))
}
