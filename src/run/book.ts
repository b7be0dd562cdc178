import {
  type Award,
  type Funding,
  type Pool,
  parseAward,
  parseFunding,
  parsePool,
  targetBonus,
} from '../bonus/index.js'
import {
  addDays,
  type Dated,
  type History,
  historyOf,
  type IsoDate,
  valueOn,
} from '../calendar/index.js'
import {
  type CreditRule,
  type Payments,
  type Plan,
  parsePayments,
  parsePlan,
} from '../commission/index.js'
import { check, type Formula, input, named, prorated } from '../formula/index.js'
import { parseScorecard, type Scorecard } from '../kpi/index.js'
import { at, digestOf, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type BookPolicy, lastDayOf, parseBookPolicy } from './book-schema.js'
import type {
  BonusPolicy,
  BudgetTerms,
  ComponentPolicy,
  DepartmentTerms,
  Policy,
  PolicyOf,
  TermsOf,
} from './policy-schema.js'

/** The versions of something, each with the day from which it holds; `undefined` where it ended. */
type Versions<T> = History<T | undefined>

/** A company's pay policies with all of their versions, their formulas built. */
export interface PolicyBook {
  readonly policy: BookPolicy
  /** The digest of the policy. */
  readonly digest: string
  readonly departments: ReadonlyMap<string, Versions<DepartmentTerms>>
  readonly scorecards: ReadonlyMap<string, Versions<Scorecard>>
  readonly plans: ReadonlyMap<string, Versions<Plan>>
  readonly payments: ReadonlyMap<string, Versions<Payments>>
  readonly pools: ReadonlyMap<string, Versions<FundedPool>>
  readonly awards: ReadonlyMap<string, Versions<Award>>
  readonly budgets: ReadonlyMap<string, Versions<BudgetTerms>>
  /** Every crediting rule, held to the days of its version. */
  readonly crediting: readonly CreditRule[]
}

/** How a pool is funded, and how it is divided. */
export interface FundedPool {
  readonly funding: Funding
  readonly pool: Pool
}

/** A pay component, and the formula of what it pays for the input `amount`. */
export interface PayComponent {
  readonly policy: ComponentPolicy
  readonly formula: Formula
}

/** A target bonus, and the formula of what it pays; see `targetBonus`. */
export interface DepartmentBonus {
  readonly policy: BonusPolicy
  readonly scorecard: Scorecard
  readonly formula: Formula
}

/** A department's policies in force on a day. */
export interface Department {
  readonly id: string
  readonly policy: DepartmentTerms
  readonly components: readonly PayComponent[]
  readonly bonus?: DepartmentBonus
  readonly plan?: Plan
  readonly payments?: { readonly id: string; readonly rules: Payments }
}

/** A book as it is on one day. */
export interface Book {
  readonly policy: BookPolicy
  readonly departments: ReadonlyMap<string, Department>
  readonly pools: ReadonlyMap<string, FundedPool>
  readonly awards: ReadonlyMap<string, Award>
  readonly budgets: ReadonlyMap<string, BudgetTerms>
}

/**
 * A company's pay policies from untrusted JSON. Each has an owner and versions, each version the day
 * from which it holds and the reason for it. A version holds until the next one begins, or to its own
 * last day `to`.
 *
 * Throws a `PolicyError` with every problem and its path: versions that overlap or leave days between
 * them, policies that stand twice, references that lead nowhere or are not in force as long as they
 * are named, plans in another currency, and plans that measure a kind of credit that no rule gives.
 *
 * @example
 * const book = parseBook(JSON.parse(text))
 * [...bookOn(book, '2026-03-01').departments.keys()] //=> ['operations', 'service']
 */
export function parseBook(json: unknown): PolicyBook {
  const policy = parseBookPolicy(json)
  const problems: Problem[] = []
  const book: PolicyBook = {
    policy,
    digest: digestOf(policy),
    departments: histories(policy, 'department', builders.department, problems),
    scorecards: histories(policy, 'scorecard', builders.scorecard, problems),
    plans: histories(policy, 'plan', builders.plan, problems),
    payments: histories(policy, 'payments', builders.payments, problems),
    pools: histories(policy, 'pool', builders.pool, problems),
    awards: histories(policy, 'award', builders.award, problems),
    budgets: histories(policy, 'budget', builders.budget, problems),
    crediting: policy.policies.flatMap((each) =>
      each.kind === 'crediting' ? creditingOf(each) : [],
    ),
  }
  refuse(problems)
  return Object.freeze(book)
}

/** What a book makes of the terms of each kind with versions: a kind without a builder does not compile. */
const builders = {
  department: (terms: DepartmentTerms) => terms,
  scorecard: parseScorecard,
  plan: parsePlan,
  payments: parsePayments,
  pool: fundedPool,
  award: parseAward,
  budget: (terms: BudgetTerms) => terms,
} satisfies {
  readonly [Kind in Exclude<Policy['kind'], 'crediting'>]: (terms: TermsOf<Kind>) => unknown
}

function fundedPool({ funding, division }: TermsOf<'pool'>): FundedPool {
  return { funding: parseFunding(funding), pool: parsePool(division) }
}

/** The versions of each policy of a kind, in order, with its end where it has one. */
function histories<Kind extends Policy['kind'], Built>(
  { policies }: BookPolicy,
  kind: Kind,
  build: (terms: TermsOf<Kind>) => Built,
  problems: Problem[],
): ReadonlyMap<string, Versions<Built>> {
  const found = new Map<string, Versions<Built>>()
  for (const [i, policy] of policies.entries()) {
    if (policy.kind !== kind) continue
    const versions: Dated<Built | undefined>[] = []
    for (const [j, { from, terms }] of policy.versions.entries()) {
      const path = at(at(at(at('policies', i), 'versions'), j), 'terms')
      const wrong = problemsOf(() => versions.push({ from, value: build(terms as TermsOf<Kind>) }))
      problems.push(...under(path, wrong))
    }
    const end = policy.versions.at(-1)?.to
    if (end !== undefined) versions.push({ from: addDays(end, 1), value: undefined })
    found.set(policy.id, historyOf(versions))
  }
  return found
}

/** The rules of each version, for deals of its days alone. */
function creditingOf(policy: PolicyOf<'crediting'>): readonly CreditRule[] {
  return policy.versions.flatMap((version, i) => {
    const last = lastDayOf(policy, i)
    return version.terms.map((rule) => ({
      ...rule,
      from: rule.from !== undefined && rule.from > version.from ? rule.from : version.from,
      ...earliest(rule.to, last),
    }))
  })
}

function earliest(own: IsoDate | undefined, last: IsoDate | undefined) {
  if (own === undefined || last === undefined) {
    const to = own ?? last
    return to === undefined ? {} : { to }
  }
  return { to: own < last ? own : last }
}

/**
 * A book as it is on a day: the version of each policy that holds then, with the formulas of what each
 * department pays.
 *
 * @example
 * bookOn(parseBook(json), '2026-03-01').departments.get('service')?.components.length
 */
export function bookOn(book: PolicyBook, day: IsoDate): Book {
  const departments = inForce(book.departments, day).map(([id, terms]) => {
    const { components, bonus, commission, payments } = terms
    const found = <T>(of: ReadonlyMap<string, Versions<T>>, name: string): T =>
      valueOn(of.get(name) as Versions<T>, day) as T
    const department: Department = {
      id,
      policy: terms,
      components: components.map((component) => payComponent(book.policy, component)),
      ...(bonus && {
        bonus: departmentBonus(book.policy, bonus, found(book.scorecards, bonus.scorecard)),
      }),
      ...(commission !== undefined && { plan: found(book.plans, commission) }),
      ...(payments !== undefined && {
        payments: { id: payments, rules: found(book.payments, payments) },
      }),
    }
    return [id, department] as const
  })
  return {
    policy: book.policy,
    departments: new Map(departments),
    pools: new Map(inForce(book.pools, day)),
    awards: new Map(inForce(book.awards, day)),
    budgets: new Map(inForce(book.budgets, day)),
  }
}

function inForce<T>(
  histories: ReadonlyMap<string, Versions<T>>,
  day: IsoDate,
): readonly (readonly [id: string, value: T])[] {
  return [...histories].flatMap(([id, history]) => {
    const value = valueOn(history, day)
    return value === undefined ? [] : [[id, value] as const]
  })
}

/** The last day of a plan, where it has one. */
export function endOf({ plans }: PolicyBook, id: string): IsoDate | undefined {
  const { from, value } = (plans.get(id) as Versions<Plan>).at(-1) as Dated<Plan | undefined>
  return value === undefined ? addDays(from, -1) : undefined
}

/** The versions of a plan, without the days on which there is none. */
export function planVersions({ plans }: PolicyBook, id: string): History<Plan> {
  const versions = (plans.get(id) as Versions<Plan>).flatMap(({ from, value }) =>
    value === undefined ? [] : [{ from, value }],
  )
  return historyOf(versions)
}

function payComponent({ currency, rounding }: BookPolicy, policy: ComponentPolicy): PayComponent {
  const { component, label = component, clause } = policy
  const whole = { en: 'Amount for the whole period', 'zh-CN': '整期金额' }
  const amount = input('amount', money(currency), minorUnits(currency), whole)
  const paid = policy.prorated ? prorated(amount, { currency, rounding }) : amount
  return { policy, formula: check(named(label, paid, clause)) }
}

function departmentBonus(
  { currency, rounding }: BookPolicy,
  policy: BonusPolicy,
  scorecard: Scorecard,
): DepartmentBonus {
  const formula = targetBonus({ currency, rounding, ...policy }, scorecard.coefficient.expression)
  return { policy, scorecard, formula }
}
