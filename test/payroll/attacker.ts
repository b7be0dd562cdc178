import fc from 'fast-check'
import { book, type PayBook, type PayData, type Run, settle } from '../../src/pay/index.js'
import { type Audience, builtIn } from '../../src/payroll/audience.js'
import { deriving, type Leaf, leaf } from '../../src/payroll/commitment.js'
import { viewIn } from '../../src/payroll/disclose.js'
import { statements, type View } from '../../src/payroll/index.js'
import { leafingOf } from '../../src/payroll/leaves.js'
import { type CommittedStatement, sealingOf } from '../../src/payroll/sealing.js'
import { digestOf } from '../../src/problem/index.js'
import { remembered } from '../../src/problem/remembered.js'
import { about, dataOf, own, shared, type Told } from './disclosure-company.js'

/**
 * An outsider who works for the company: he knows the book, everything that is public, everything of
 * everybody but one number of somebody else, and holds views of one or two runs. He looks for that number
 * by trying: for each candidate he works out with the public library whatever he can, and compares it
 * with what he holds.
 */

export interface Company {
  /** Which components there are beside those of a person's own. */
  readonly parts: readonly string[]
  readonly people: Readonly<Record<string, Told>>
  /** What is hidden of Wang, and what it may be; the first is true. */
  readonly hidden: 'salary' | 'score' | 'sales'
  readonly candidates: readonly string[]
  readonly months: readonly string[]
  /** What the outsider holds beside his own views: of Wang, as this audience. */
  readonly audience: string
}

/** Shares a value with one that pays nothing, and says so. */
const declared: Readonly<Record<string, Audience>> = {
  ...builtIn,
  council: {
    head: ['about'],
    lines: [{ of: { components: ['correction', 'levy'] }, shows: ['why'] }],
  },
}

const yuan = fc.integer({ min: 1000, max: 1009 }).map((n) => `${n}.00`)
const count = fc.integer({ min: 1, max: 9 }).map(String)
const told = fc.record({
  salary: yuan,
  score: count,
  sales: yuan,
  department: fc.constantFrom('sales', 'office'),
})

export const companies: fc.Arbitrary<Company> = fc
  .record({
    parts: fc.subarray(shared.map((each) => each.component)),
    others: fc.array(told, { minLength: 1, maxLength: 5 }),
    li: told,
    hidden: fc.constantFrom('salary' as const, 'score' as const, 'sales' as const),
    tries: fc.uniqueArray(count, { minLength: 3, maxLength: 4 }),
    months: fc.constantFrom(['2026-03'], ['2026-03', '2026-04']),
    audience: fc.constantFrom('peer', 'council'),
  })
  .map(({ parts, others, li, hidden, tries, months, audience }) => {
    const candidates = tries.map((n) => (hidden === 'score' ? n : `100${n}.00`))
    const [first, ...rest] = others as [Told, ...Told[]]
    const people = Object.fromEntries([
      ['li', li],
      ['wang', { ...first, [hidden]: candidates[0] as string }],
      ...rest.map((each, i) => [`p${i}`, each]),
    ]) as Record<string, Told>
    return { parts, people, hidden, candidates, months, audience }
  })

/** What reads of another component needs it. */
const needs: Readonly<Record<string, readonly string[]>> = {
  pool: ['fund', 'weight'],
  note: ['fund'],
  teamBonus: ['score'],
  behind: ['score'],
  award: ['behind', 'score'],
  shop: ['turnover'],
}

const bookOf = remembered(({ parts }: Company): PayBook => {
  const names = new Set(parts.flatMap((name) => [name, ...(needs[name] ?? [])]))
  const components = [...own, ...shared.filter((each) => names.has(each.component))]
  return book(components, { currency: 'CNY', retro: 2 })
}, new WeakMap())

/** The data and the runs if the hidden number were this. */
export function worldOf(company: Company, candidate: string) {
  const { people, hidden, months } = company
  const of = bookOf(company)
  const data = dataOf({ ...people, wang: { ...(people['wang'] as Told), [hidden]: candidate } })
  const runs: Run[] = []
  for (const period of months)
    runs.push(settle(of, data, { period, before: runs.at(-1) ?? 'first' }))
  return { data, runs }
}

/** Hashes without what hides what they are of. */
export const bare: Leaf = (of, name, _, value) => leaf(of, name, '', value)

export interface Held {
  readonly roots: readonly string[]
  readonly views: readonly View[]
}

/**
 * What the outsider holds in a world. The nonces are those of the key and the month alone, so that two
 * worlds differ in nothing but what the hidden number changes.
 */
export function heldIn(
  company: Company,
  { data, runs }: { readonly data: PayData; readonly runs: readonly Run[] },
  made: Leaf = leaf,
): Held {
  const of = bookOf(company)
  const sealings = runs.map((run) =>
    sealingOf(
      of,
      data,
      run,
      { key: secret, about },
      { derive: deriving(secret, run.period), leaf: made },
    ),
  )
  const ask = (person: string, name: string) =>
    runs.map((run, i) =>
      viewIn(sealings[i] as (typeof sealings)[number], of, run, {
        person,
        name,
        audience: declared[name] as Audience,
      }),
    )
  return {
    roots: sealings.map(({ root }) => root),
    views: [...ask('li', 'employee'), ...ask('wang', company.audience)],
  }
}

const secret = '0123456789abcdef'.repeat(4)
const hashes = /[0-9a-f]{64}/g

/** Everything that is held but the hashes: values, nonces, places, order, lengths. */
export function beside(held: Held): string {
  return JSON.stringify(held).replace(hashes, '#')
}

/** What is held and is shown in clear. */
export function shownIn({ views }: Held): string {
  return JSON.stringify(
    views.map(({ head, lines }) => [head.shown, lines.map((each) => each.shown)]),
  )
}

/** How many of the hashes that are held, of what is not shown, somebody can work out who has not the key, for a candidate. */
export function confirmed(company: Company, held: Held, candidate: string): number {
  const own = new Set(JSON.stringify(held).match(hashes))
  for (const { head, lines } of held.views)
    for (const { shown, hashes: all } of [head, ...lines])
      for (const [name, hash] of Object.entries(all))
        if (Object.hasOwn(shown, name)) own.delete(hash)
  const found = workedOut(company, held, candidate)
  return [...own].filter((each) => found.has(each)).length
}

/** Every hash that the public library gives of a world to who has not the key. */
function workedOut(company: Company, held: Held, candidate: string): ReadonlySet<string> {
  const of = bookOf(company)
  const { data, runs } = worldOf(company, candidate)
  const nonces = held.views.flatMap(({ head, lines }) => [
    ...Object.values(head.nonces),
    ...lines.flatMap((each) => Object.values(each.nonces)),
  ])
  const guess = nonces.slice(0, 2).join('')
  const found = new Set<string>([digestOf(data), of.digest])
  const note = (value: unknown) => found.add(digestOf(value))
  const leafing = leafingOf(of)
  for (const run of runs) {
    found.add(run.digest)
    note(run)
    // Without a key, and by one that is guessed: all hashes up to the root.
    for (const [key, made] of [
      ['', bare],
      [guess, leaf],
    ] as const) {
      const derive = deriving(key, run.digest)
      const sealing = sealingOf(of, data, run, { key, about }, { derive, leaf: made })
      found.add(sealing.root)
      for (const hash of sealing.tree.nodes.values()) found.add(hash)
      const { head, lines, hash } = sealing.statementOf('wang') as CommittedStatement
      for (const each of [hash, head.hash, ...Object.values(head.hashes)]) found.add(each)
      for (const line of lines.values())
        for (const each of [line.hash, ...Object.values(line.hashes)]) found.add(each)
    }
    for (const statement of statements(of, data, run, { about })) {
      note(statement)
      const head = Object.entries(leafing.head(statement, run))
      const lines = statement.lines.flatMap((line) => {
        note(line)
        found.add(line.fingerprint)
        return Object.entries(leafing.line(line))
      })
      const tried = ['li', 'wang'].includes(statement.person) ? nonces.slice(0, 4) : []
      for (const nonce of ['', ...tried]) {
        for (const [name, value] of head) found.add(leaf('head', name, nonce, value))
        for (const [name, value] of lines) found.add(leaf('line', name, nonce, value))
      }
      for (const [, value] of [...head, ...lines]) note(value)
    }
  }
  return found
}
