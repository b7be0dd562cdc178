import type { Hint } from '../problem/index.js'
import type { Unit } from '../quantity/index.js'
import type { Scope, Taken } from './said.js'

/** A component, and the input that it reads. */
export interface Read {
  component: string
  input: string
}

/** A name that nobody has, and those that there are. */
export interface Unknown {
  found: string
  /** Where there are many, they are looked through once the hint is read. */
  known: readonly string[] | (() => readonly string[])
}

/** What the text of each problem of a book of components says, by code. */
export interface LinkValues {
  'bad-days': Read & { days: number; most: number }
  /** Steps down from somebody that are no first and last. */
  'bad-levels': Read & { first: number; last: number }
  'bad-quantile': Read & { quantile: string }
  'bad-retro': { retro: number | undefined; most: number }
  'bad-window': Read & { periods: number; most: number }
  /** Who is below a group, or the company. */
  'below-nobody': Read & { below: string; of: Scope }
  'cash-reads-records': { component: string; table: string }
  'cash-rhythm': { component: string; rhythm: string; runs: string }
  'circular-components': { chain: readonly string[] }
  'coarser-reader': Read & { read: string; places: number; scale: number }
  'compress-without-only': Read
  /** A conversion of what is no money of the book. */
  'convert-unit': Read & { unit: Unit | undefined; currency: Unit }
  'count-unit': Read & { unit: Unit; scale: number }
  /** Values of whole periods, looked for so many days earlier. */
  'days-of-periods': Read & { read: string }
  'declared-apart': {
    component: string
    kind: 'attribute' | 'figure' | 'member'
    name: string
    taken: Taken
    other: string
    otherwise: Taken
  }
  'divides-each-stretch': Read
  /** From what is read to what depends on a payment; none where that is read itself. */
  'due-reads-cash': Read & { chain: readonly string[] }
  'empty-where': { component: string; name: string }
  'finer-grain': Read & { read: string; of: Scope; own: Scope; say: 'as' | 'among' }
  'mid-period': { component: string; from: string; period: string; first: string; last: string }
  'missing-no-case': Read & { missing: string; cases: readonly string[] }
  'needs-missing': Read & { read: string; unit: Unit }
  /** A window over what has no earlier value: records, days. */
  'no-earlier-value': Read
  'no-group': Read
  'no-input': Read & { known: readonly string[] }
  /** Values of the same records, of a component that has none for each record. */
  'no-parts': Read & { read: string; same: readonly string[] }
  'no-rank': Read & { who: 'ahead' | 'level' }
  'no-record': Read
  /** An input of the formula without a source. */
  'no-source': Read & { known: readonly string[] }
  'no-value': Read & { table: string }
  'no-versions': { component: string }
  'not-a-name': { name: string }
  'other-name': { component: string; found: string }
  'other-rhythm': Read & { read: string; own: string; theirs: string }
  'other-unit': Read & { read: string; found: Unit; unit: Unit }
  'pays-nobody': { name: string; of: Scope }
  'pays-places': { name: string; scale: number; places: number }
  'pays-unit': { name: string; unit: Unit; currency: Unit }
  'rounds-each-stretch': { component: string }
  /** Values of the same records, among others or of what is paid. */
  'same-beside': Read & { other: 'among' | 'what' }
  'share-below': Read
  'share-grain': Read & { read: string; of: Scope; own: Scope }
  'share-of-some': Read & { who: 'others' | 'ahead' }
  'shorter-figure': Read & { figure: string; period: string; own: string }
  'taken-name': { component: string; name: string; owner: string }
  'text-from-number': Read & { from: 'figure' | 'time' | 'records' | 'component' }
  'time-unit': Read & { count: string; unit: Unit; units: readonly Unit[] }
  'too-many-reads': { reads: number; most: number }
  'unknown-basis': Unknown
  'unknown-component': Unknown
  'unknown-currency': { currency: string }
  'unknown-rhythm': Unknown
  'unknown-tag': Unknown
  'versions-differ': {
    component: string
    what: 'of' | 'period' | 'pays' | 'each' | 'retro' | 'unit' | 'scale'
  }
  'versions-overlap': { component: string; from: string | undefined; before: string | undefined }
}

/** What the text of each finding on a book, alone or beside its data, says, by code. */
export interface LintValues {
  'not-a-period-of': { found: string; rhythm: string; example: string }
  /** Due for some of a period's days, and paid as for all. */
  'paid-in-full': { component: string }
  /** Two components that are paid, and are one but for their names. */
  'paid-twice': { component: string; other: string }
  /** More of a number, and less of all pay, most of it by one component; without an end where it is never made up. */
  'pay-falls': { component: string; from: string; highest: string; lost?: string; to?: string }
  /** What follows the number in a way that no formula tells. */
  'pay-held': Read
  'pay-jumps': { component: string; at: string; before: string; after: string }
  /** What one component earns, and another takes back to the last cent. */
  'pay-stands-still': { component: string; earned: string; from: string; to?: string }
  /** An attribute that a component reads, and that nobody in the data has. */
  'unknown-attribute': Unknown & { component: string }
  /** A member that a condition asks of records, of which none has it. */
  /** Records of somebody of days on which they are not employed: the first, and how many more. */
  'outside-employment': { person: string; id: string; day: string; more: number }
  'unknown-member': Unknown & { component: string }
  'unknown-person': Unknown
  'unknown-table': Unknown & { component: string }
  /** What a condition asks of a member of records, and none of them says. */
  'unknown-text': Unknown & { component: string; member: string }
  /** What a condition asks of an attribute, and nobody's is. */
  'unknown-value': Unknown & { component: string; name: string }
  /** A reason for reading what a component does not read. */
  'unread-reason': Unknown & { component: string }
  /** No line needs it. */
  'unused-component': { component: string }
  /** Days between two versions, on which there is none. */
  'versions-apart': { component: string; from: string; to: string }
}

/** What the text of each problem of a run says, by code. */
export interface RunValues {
  'as-of-goes-back': { asOf: string; before: string }
  'circle-below': { name: string; owner: string }
  'divisor-differs': { component: string }
  'failed-component': { component: string; owner: string }
  'failed-member': { component: string; owner: string }
  'no-date': { name: string; owner: string; day: string }
  'no-member': { table: string; id: string; member: string }
  /** Money in another currency without a rate on its day. */
  'no-rate': { currency: string; rates: string; owner: string; day: string }
  'no-version': { component: string; period: string }
  'not-in-book': { component: string; period: string; known: readonly string[] }
  'not-next-period': { period: string; before: string; next: string }
  'not-ranked': { component: string; by: string }
  'openings-not-first': Record<string, never>
  'other-kind': { period: string }
  /** What each record had of a closed period, by a text that comes to another sum than was settled. */
  'parts-differ': { component: string; owner: string; period: string }
  'several-totals': { component: string }
  'several-values': { name: string; owner: string; day: string }
  'share-waits': { component: string; owners: readonly string[] }
  'unclear-assignment': { table: string; id: string }
  /** A figure that no component reads, in a book that refuses them. */
  'unread-figure': { figure: string; period: string; given: number; known: readonly string[] }
  'vanished-figures': { figures: readonly string[]; period: string }
  'vanished-records': { table: string; before: number; now: number; period: string }
  'version-changed': { component: string; period: string }
}

/** What the text of each problem of an explanation says, by code. */
export interface ExplainValues {
  /** Something to be explained that the run neither paid nor withheld, and what it did of the person. */
  'no-line': {
    component: string
    person: string
    period: string
    run: string
    known: readonly string[]
  }
  /** A line by other texts, or from other data, than those that are given to explain it. */
  'other-book': { component: string; period: string }
  'other-data': { component: string; person: string; period: string }
  /** Lines of several assignments, none of which is named. */
  'several-lines': { component: string; person: string; assignments: readonly string[] }
  /** A number of the data that nothing a person is paid follows. */
  'nothing-moves': { person: string; over: string }
}

/** An input of a component, and the source that it is read from, of somebody on a day. */
interface SourceValues {
  component: string
  input: string
  source: string
  owner: string
  day: string
}

/** What the text of each problem of components and data that are built or read says, by code. */
export interface DataValues {
  /** A run that is not the one that its digest was made of. */
  'changed-run': { period: string; number: number }
  /** Employments, as last recorded, that share days. */
  'employments-overlap': { from: string; before: string }
  /** A member of a record that holds what one of the library's with a name like it would. */
  'misspelt-member': { name: string; near: string }
  /** A member that an object of another kind has. */
  'not-beside': { member: string; kind: string }
  /** A source has nothing for an input, and no value for where it is missing. */
  'nothing-there': SourceValues & {
    /** A name that is given and that nothing reads, much like that of the source. */
    near?: string | undefined
  }
  /** A source has less for an input than it may have. */
  'below-least': SourceValues & { value: string; least: string }
  /** An object that has none of some members, or several, where one says what it is. */
  'one-of': { members: readonly string[]; given: readonly string[] }
  /** Two of one key that became known on one day; on their own days where it is empty. */
  'told-twice': { key: string; recorded: string }
  /** An input that a component reads from two places. */
  'two-sources': { component: string; input: string }
  /** A figure of an assignment that its person does not have. */
  'unknown-assignment': { assignment: string; known: readonly string[] }
}

/** What the text of each problem of a book of policies and of its data says, by code. */
export interface PolicyValues {
  /** A table of records that crediting writes. */
  'credited-table': { table: string }
  /** A member of the terms of a policy that says otherwise than the policy or the book. */
  'said-otherwise': { member: string; found: string; expected: string }
  'terms-by-other-periods': { found: string; kind: string; terms: string }
  /** A test of a policy that comes to something else. */
  'test-failed': { name: string; pays: string; found: string }
  /** A component that two policies write. */
  'two-writers': { component: string; policies: readonly string[] }
  'unknown-kind': Unknown
  /** What a test names is no component that the version writes. */
  'unknown-tested': Unknown
}

/** The values of every problem of the pay core. */
export type PayValues = LinkValues &
  LintValues &
  DataValues &
  RunValues &
  ExplainValues &
  PolicyValues
/** The code of a problem of the pay core. */
export type PayCode = keyof PayValues
/** The code of a problem that `book` finds. */
export type LinkCode = keyof LinkValues

/** A problem in words: what is wrong, and what to do. No full stop at the end of either. */
export type Words = TextsOf<PayValues>

/** The texts of some problems. */
export type TextsOf<Values> = Readonly<{
  [Code in keyof Values]: (values: Values[Code]) => readonly [message: string, hint: Hint]
}>

/** The texts of a run's problems. */
export type RunWords = TextsOf<RunValues & ExplainValues>
