import type { IsoDate } from '../calendar/index.js'
import type { Problem } from '../problem/index.js'
import type { Currency } from '../quantity/index.js'

/** Whose a number is: a person, a post of theirs, a group of a value, or the company. */
export interface Owner {
  readonly person?: string
  readonly assignment?: string
  /** The attribute and its value, of a group. */
  readonly by?: string
  readonly value?: string
}

/** What one row of a component was worked out from. */
export interface Part {
  /** The first and the last day of the stretch, of the record, or of the row's spans. */
  readonly from: IsoDate
  readonly to: IsoDate
  /** The record, or the value that its records share. */
  readonly record?: string
  /** The version of the component, by its first day; absent of one from the beginning. */
  readonly version?: IsoDate
  /** The values of the inputs: the formula can be run again from them. */
  readonly read: Readonly<Record<string, string>>
  /** What it comes to; the parts of a row add up to it. */
  readonly amount: string
  /** The reason that its record gives, where the component names the member. */
  readonly why?: string
}

/** A period of a rhythm. */
export interface Earned {
  readonly rhythm: string
  readonly period: string
}

/** An amount paid: what a person is entitled to of a component for a period, less what was settled. */
export interface Line {
  readonly component: string
  readonly person: string
  readonly assignment?: string
  readonly earned: Earned
  readonly entitled: string
  readonly settled: string
  /** `entitled` less `settled`, signed as it is paid. */
  readonly amount: string
  readonly parts: readonly Part[]
  /** A fingerprint of the data that the parts were read from, to tell whether it is still the same. */
  readonly fingerprint: string
  /** A reason in words: of a line that came from elsewhere. */
  readonly why?: string
  /** The version's text is not the one that was settled before. */
  readonly changedVersion?: true
}

/** A key whose number could not be worked out, and why. What was settled of it stands. */
export interface Withheld {
  readonly component: string
  readonly owner: Owner
  readonly earned: Earned
  readonly problems: readonly Problem[]
}

/** Something that was told after the period of its own day had closed: it does not count there. */
export interface Late {
  readonly key: string
  readonly period: string
}

/** A value that is divided among people: what it is, what of it was settled, who is withheld. */
export interface Division {
  readonly component: string
  readonly earned: Earned
  /** The group that shares it. */
  readonly group: string
  readonly value: string
  readonly settled: string
  readonly withheld: readonly string[]
}

/** Versions whose text is not the one by which an open period was settled. */
export interface ChangedVersion {
  readonly component: string
  readonly from?: IsoDate
  readonly old: string
  readonly new: string
}

/** What is carried from run to run of one key: what of it was settled, and the values that others read. */
export interface Settled {
  readonly component: string
  readonly owner: Owner
  readonly earned: Earned
  /** The sum of its lines; absent where it has none. */
  readonly amount?: string
  /** What it was last worked out to, where others read it over time, it is cash, or its first value stands. */
  readonly value?: string
  /** How many records of each table it read. */
  readonly records?: Readonly<Record<string, number>>
  /** Which figures were given. */
  readonly figures?: readonly string[]
  /** What it was settled to elsewhere, before the first run. */
  readonly brought?: string
  /** It could not be worked out by any run: it stays open. */
  readonly withheld?: true
  /** The last day on which it was worked out, where that was after its period had closed. */
  readonly asOf?: IsoDate
  /** The digest of the texts it was worked out by: of its versions, and of all that it is made of. */
  readonly text?: string
  readonly why?: string
}

/** What the next run needs of this one and all before it. */
export interface State {
  /** The first period that was run. */
  readonly first: string
  /** The `asOf` of its first run. */
  readonly opened: IsoDate
  /** The last `asOf` of the runs of each period. */
  readonly asOfs: Readonly<Record<string, IsoDate>>
  readonly settled: readonly Settled[]
  /** What the runs of each period paid of what others read as due. */
  readonly paid: readonly Paid[]
  /** The digests of the versions of the book, by component and first day. */
  readonly versions: Readonly<Record<string, string>>
}

/** What the runs of a period came to of a component of an owner; of one without a line, by how much it changed. */
export interface Paid {
  readonly component: string
  readonly owner: Owner
  readonly period: string
  readonly amount: string
}

/**
 * What is left of somebody who has left: a balance of a component; without one, what all lines of this
 * payment come to, where that is below zero. Nothing later is paid that it could be taken off.
 */
export interface LeftOver {
  readonly component?: string | undefined
  readonly owner: Owner
  readonly value: string
}

/** A figure that was given and that no component of the book reads: for how many people, posts and groups. */
export interface UnreadFigure {
  readonly figure: string
  readonly earned: Earned
  readonly given: number
}

/** What one payment comes to. */
export interface Run {
  /** The version of this format; raised at releases alone. */
  readonly format: 1
  /** What worked it out, such as `payproof@0.2.0`: no part of what `settle` promises to give again. */
  readonly engine: string
  /** The digest of the book. */
  readonly book: string
  readonly currency: Currency
  /** The rhythm of the runs, and the period that is paid. */
  readonly rhythm: string
  readonly period: string
  /** 1, or more of a further run of the same period. */
  readonly number: number
  readonly asOf: IsoDate
  readonly before: 'first' | { readonly digest: string }
  readonly lines: readonly Line[]
  readonly withheld: readonly Withheld[]
  readonly unread: readonly UnreadFigure[]
  readonly late: readonly Late[]
  readonly divisions: readonly Division[]
  readonly leftOver: readonly LeftOver[]
  readonly changedVersions: readonly ChangedVersion[]
  /** People who were settled in an open period and are no longer given: told, and not taken back. */
  readonly absentPeople: readonly string[]
  readonly state: State
  readonly digest: string
}

/** What a key came with from elsewhere: settled, a value that others read, or both. */
export interface Opening {
  readonly component: string
  readonly person?: string
  readonly assignment?: string
  readonly earned: Earned
  readonly settled?: string
  readonly value?: string
  readonly why: string
}
