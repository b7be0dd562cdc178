import { type CheckedCrediting, parseCrediting } from '../credit/index.js'
import { frozenCopy } from '../formula/internal.js'
import { type PayBook, parseBook as parsePayBook } from '../pay/index.js'
import { digestOf, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { parseValues } from '../problem/parts.js'
import type { Audience } from './audience.js'
import { audienceProblems } from './audience-schema.js'
import { type Limit, limitProblems } from './limit-schema.js'
import type { Labels } from './payslip.js'
import { type BookPolicy, parseBookPolicy } from './policy-schema.js'
import { failedTests } from './policy-tests.js'
import { vocabulary as ours } from './vocabulary.js'
import type { Vocabulary } from './word.js'
import { placed, writtenBy } from './written.js'

/** The policies of a company and the components that they write: all that takes a book of pay takes it. */
export interface PolicyBook extends PayBook {
  readonly policy: BookPolicy
  /** Who is credited for deals, by the table that the credits make. */
  readonly crediting: Readonly<Record<string, CheckedCrediting>>
  /** What bounds the lines that are paid in a period; see `limitStatus`. */
  readonly limits: readonly Limit[]
  /** Who sees what of a statement, beside the audiences that every book has; see `disclose`. */
  readonly audiences: Readonly<Record<string, Audience>>
  /** What values of attributes are called on statements, by attribute. */
  readonly labels: Labels
  /** The tests of policies that do not pass, where they stand; none of a book that refuses them. */
  readonly failedTests: readonly Problem[]
}

/** How a book is read. */
export interface BookOptions {
  /** The kinds of policy that it may have: those of the library unless said. */
  readonly vocabulary?: Vocabulary | undefined
}

/**
 * A company's pay policies from untrusted JSON. Each has a kind, an owner and versions, each version the
 * days on which it holds, the reason for it, and for whom it is. Every policy writes components of pay;
 * together they are checked as `pay.book` checks them.
 *
 * The `tests` that versions bring along are run. Those that fail are listed in `failedTests`, or refuse the
 * book where its member `failedTests` says `refuse`.
 *
 * Throws a `PolicyError` with every problem: of the shape of the book and of the terms of each policy, or
 * else of what they mean beside each other, told where the policy stands that wrote it.
 *
 * @example
 * const book = parseBook(JSON.parse(text))
 * [...book.components.keys()] //=> ['base', 'commission']
 */
export function parseBook(json: unknown, { vocabulary = ours }: BookOptions = {}): PolicyBook {
  const policy = frozenCopy(parseBookPolicy(json))
  const written = writtenBy(policy, vocabulary)
  let crediting: PolicyBook['crediting'] = {}
  const wrong = problemsOf(() => {
    crediting = parseValues(policy.crediting ?? {}, parseCrediting)
  })
  refuse([...written.problems, ...under('crediting', wrong)])
  const { currency, rhythms, retro, basis, unreadFigures } = policy
  let linked: PayBook | undefined
  const problems = problemsOf(() => {
    linked = parsePayBook({
      currency,
      components: written.components,
      retro,
      ...(rhythms !== undefined && { rhythms }),
      ...(basis !== undefined && { basis }),
      ...(unreadFigures !== undefined && { unreadFigures }),
    })
  })
  if (linked === undefined) return refuse(placed(problems, written.places)) as never
  const { limits = [], audiences = {}, labels = {} } = policy
  const failed = failedTests(policy, linked.components)
  refuse([
    ...(policy.failedTests === 'refuse' ? failed : []),
    ...limitProblems(linked, limits, 'limits'),
    ...under('audiences', audienceProblems(audiences, linked)),
  ])
  return Object.freeze({
    ...linked,
    policy,
    crediting: Object.freeze(crediting),
    limits,
    audiences,
    labels,
    failedTests: failed,
    // What a policy means is the vocabulary's, so both are in it.
    digest: digestOf([policy, linked.digest]),
  })
}
