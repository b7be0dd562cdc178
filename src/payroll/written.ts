import { addDays } from '../calendar/index.js'
import type { Component, Version, Writing } from '../pay/index.js'
import { at, type Problem, problemsOf, under } from '../problem/index.js'
import { push } from '../problem/push.js'
import { payProblem } from '../words/index.js'
import type { BookPolicy, Policy, PolicyVersion } from './policy-schema.js'
import type { Vocabulary } from './word.js'

/** What the policies of a book write. */
export interface Written {
  /** The versions of each component, by its name. */
  readonly components: Readonly<Record<string, readonly Version[]>>
  /** Where in the book a component, or a version of it, was written, by its path among the components. */
  readonly places: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** Lets every policy write its components, version by version. */
export function writtenBy(book: BookPolicy, vocabulary: Vocabulary): Written {
  const components = new Map<string, Version[]>()
  const writers = new Map<string, string>()
  const places = new Map<string, string>()
  const problems: Problem[] = []
  for (const [i, policy] of book.policies.entries()) {
    const path = at('policies', i)
    const word = Object.hasOwn(vocabulary, policy.kind) ? vocabulary[policy.kind] : undefined
    if (word === undefined) {
      const known = Object.keys(vocabulary)
      problems.push(payProblem('unknown-kind', at(path, 'kind'), { found: policy.kind, known }))
      continue
    }
    for (const [j, version] of policy.versions.entries()) {
      const place = at(at(path, 'versions'), j)
      const about = writingOf(book, policy, version)
      const found = problemsOf(() => {
        for (const component of word(version.terms, about)) {
          const { component: name } = component
          const writer = writers.get(name) ?? policy.id
          writers.set(name, writer)
          if (writer !== policy.id) {
            const policies = [writer, policy.id]
            problems.push(payProblem('two-writers', place, { component: name, policies }))
            continue
          }
          const own = at('components', name)
          places.set(own, at(path, name))
          places.set(at(own, components.get(name)?.length ?? 0), at(place, name))
          push(components, name, versionOf(policy, j, component))
        }
      })
      problems.push(...under(at(place, 'terms'), found))
    }
  }
  return { components: Object.fromEntries(components), places, problems }
}

function writingOf(
  { currency, basis }: BookPolicy,
  { id, retro }: Policy,
  version: PolicyVersion,
): Writing {
  const [first] = Object.keys(basis ?? {})
  const { eligible } = version
  return {
    id,
    currency,
    ...(eligible !== undefined && { eligible }),
    ...(first !== undefined && { basis: first }),
    ...(retro !== undefined && { retro }),
  }
}

/** A version of a component, with the days of the policy's: to its own last day, or that before the next. */
function versionOf(
  { versions, tags = [], retro }: Policy,
  index: number,
  value: Component,
): Version {
  const { from, to, reason, writtenBy, approvedBy } = versions[index] as PolicyVersion
  const next = versions[index + 1]
  const last = to ?? (next && addDays(next.from, -1))
  const all = [...(value.tags ?? []), ...tags]
  return {
    from,
    ...(last !== undefined && { to: last }),
    reason,
    ...(writtenBy !== undefined && { writtenBy }),
    ...(approvedBy !== undefined && { approvedBy }),
    value:
      value.pays === undefined
        ? value
        : {
            ...value,
            ...(all.length > 0 && { tags: [...new Set(all)] }),
            ...(value.retro === undefined && retro !== undefined && { retro }),
          },
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
