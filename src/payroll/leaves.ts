import type { LinkedComponent, PayBook, Run } from '../pay/index.js'
import { lastVersion, titleOf } from '../pay/internal.js'
import type { Label, Problem } from '../problem/index.js'
import { remembered } from '../problem/remembered.js'
import type { HeadClass, LineClass } from './audience.js'
import { othersIn } from './others.js'
import type { Statement, StatementLine } from './statement.js'

/** What a line says, by class. */
export interface LineValues {
  readonly what: Pick<StatementLine, 'component' | 'assignment' | 'earned' | 'label' | 'clause'> & {
    readonly tags: readonly string[]
  }
  readonly amount: string
  readonly settlement: Pick<StatementLine, 'entitled' | 'settled' | 'changedVersion'>
  readonly working: readonly Working[]
  /** Of each part, what it read of others. */
  readonly others: readonly Readonly<Record<string, string>>[]
  /** The reason of the line, and those of its parts. */
  readonly why: { readonly line?: string; readonly parts: readonly (string | null)[] }
  readonly proof: string
}

/** A part of a line, with what it read of the person's own and of the company's. */
export interface Working {
  readonly from: string
  readonly to: string
  readonly record?: string
  readonly version?: string
  readonly read: Readonly<Record<string, string>>
  readonly amount: string
}

/** What is withheld: of what, and of which period. */
export interface WithheldLine {
  readonly component: string
  readonly assignment?: string
  readonly earned: StatementLine['earned']
  readonly label: Label
}

/** What a statement says beside its lines, by class. */
export interface HeadValues {
  readonly who: { readonly person: string; readonly name?: string }
  readonly about: Readonly<Record<string, string>>
  readonly totals: { readonly subtotals: Readonly<Record<string, string>>; readonly total: string }
  readonly withheld: readonly WithheldLine[]
  /** Why, of each that is withheld; none where the reason may tell of others. */
  readonly reasons: readonly (readonly Problem[])[]
  /** The reasons of those that are worked out from others. */
  readonly others: readonly (readonly Problem[])[]
  readonly proof: { readonly run: string; readonly book: string; readonly engine: string }
}

/** Every class has its value: one that is added must be written here. */
type Leaves<Values, Class extends keyof Values> = { readonly [C in Class]: Values[C] }

/** How the lines of a book are taken apart. */
export interface Leafing {
  readonly line: (line: StatementLine) => Leaves<LineValues, LineClass>
  readonly head: (statement: Statement, run: Run) => Leaves<HeadValues, HeadClass>
}

/**
 * The values of each class, member by member: what is not named here, such as a note that was added to a
 * line, is in no class, and comes through to nobody.
 */
export const leafingOf: (book: PayBook) => Leafing = remembered((book: PayBook): Leafing => {
  const others = othersIn(book)
  // A run is disclosed by the book that it was worked out by alone.
  const named = (component: string) => book.components.get(component) as LinkedComponent
  return {
    line: (line) => {
      const { component, assignment, earned, label, clause, tags, why, changedVersion } = line
      const isOf = (version: string | undefined) => {
        const found = named(component).versions.find((each) => each.from === version)
        return (input: string) => others(found, input)
      }
      return {
        what: {
          component,
          ...(assignment !== undefined && { assignment }),
          earned: { rhythm: earned.rhythm, period: earned.period },
          label: labelOf(label),
          ...(clause !== undefined && { clause }),
          tags: [...tags],
        },
        amount: line.amount,
        settlement: {
          entitled: line.entitled,
          settled: line.settled,
          ...(changedVersion !== undefined && { changedVersion }),
        },
        working: line.parts.map(({ from, to, record, version, read, amount }) => ({
          from,
          to,
          ...(record !== undefined && { record }),
          ...(version !== undefined && { version }),
          read: only(read, not(isOf(version))),
          amount,
        })),
        others: line.parts.map(({ version, read }) => only(read, isOf(version))),
        why: {
          ...(why !== undefined && { line: why }),
          parts: line.parts.map((part) => part.why ?? null),
        },
        proof: line.fingerprint,
      }
    },
    head: ({ person, name, about, subtotals, total, withheld }, run) => ({
      who: { person, ...(name !== undefined && { name }) },
      about: { ...about },
      totals: { subtotals: { ...subtotals }, total },
      withheld: withheld.map(({ component, owner, earned }) => ({
        component,
        ...(owner.assignment !== undefined && { assignment: owner.assignment }),
        earned: { rhythm: earned.rhythm, period: earned.period },
        label: labelOf(titleOf(lastVersion(named(component)))),
      })),
      reasons: withheld.map(({ component, problems }) =>
        named(component).wide ? [] : problems.map(toldOf),
      ),
      others: withheld.map(({ component, problems }) =>
        named(component).wide ? problems.map(toldOf) : [],
      ),
      proof: { run: run.digest, book: run.book, engine: run.engine },
    }),
  }
}, new WeakMap())

function labelOf(label: Label): Label {
  return typeof label === 'string' ? label : { en: label.en, 'zh-CN': label['zh-CN'] }
}

function toldOf({ code, path, message, hint }: Problem): Problem {
  return { code, path, message: both(message), hint: both(hint) }
}

function both(texts: Problem['message']): Problem['message'] {
  return { en: texts.en, 'zh-CN': texts['zh-CN'] }
}

function only(
  read: Readonly<Record<string, string>>,
  keeps: (input: string) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(read).filter(([input]) => keeps(input)))
}

function not(of: (input: string) => boolean): (input: string) => boolean {
  return (input) => !of(input)
}
