import {
  above,
  constant,
  type Expression,
  maximum,
  minimum,
  named,
  when,
} from '../formula/index.js'
import {
  amount,
  type Component,
  component,
  type Scope,
  type Source,
  type Writing,
} from '../pay/index.js'
import { sourcesOf } from '../pay/internal.js'
import { at, type Label, refuse } from '../problem/index.js'
import { type Currency, minorUnits, money } from '../quantity/index.js'
import { parseFunding } from './funding.js'
import { type PoolLevel, parsePool } from './pool.js'
import type { FundingPolicy, PoolPolicy } from './pool-schema.js'
import { unreadInput } from './problems.js'
import { fundWithReserve } from './reserve-components.js'

/** How a pool is funded and divided. */
export interface PoolTerms {
  readonly funding: FundingPolicy
  readonly division: PoolPolicy
  /**
   * Where inputs of the formulas of members come from that are no figures of theirs: a salary is an
   * attribute, months of service a service.
   */
  readonly reads?: Readonly<Record<string, Source>> | undefined
}

/**
 * A pool as components. `id.fund` is the company's, of its figures `profit`, or `result` and
 * `result.base`, or `heads`. Each level has `id.level.weight`, and where its members are bounded
 * `id.level.floor`, `id.level.cap`; groups have `id.level.fund`, their part of what is divided above
 * them. The last level is people, each with a part that is due: `id`.
 *
 * The levels above the last are named like the attributes that say to which group somebody belongs; a
 * group names that above it by an attribute of its own. What a formula of a group reads is a figure of
 * the group, what a formula of a person reads a figure of the person, unless `reads` says otherwise; a
 * text is an attribute. Every group that has people needs the figures of its weight: `0` takes it out.
 *
 * A group gets at least the floors of its people and at most their caps; one whose people weigh nothing
 * gets their floors alone. Parts add up to the fund to the minor unit; of equal remainders one is chosen
 * that is another from period to period, so the `ties` of the policy do not count.
 *
 * With a reserve the fund of a gain is what the reserve leaves of it, and what is paid out of the reserve is
 * divided with the fund of that period.
 *
 * Once the pool is divided its parts stand (`retro` 0), unless `about` says otherwise. What cannot be
 * divided, such as floors above the fund or a weight below 0, withholds the parts.
 *
 * Throws a `PolicyError` with every problem of both policies.
 *
 * @example
 * const written = poolComponents({ funding, division }, { id: 'pool', currency: 'CNY' })
 * written.map(({ component }) => component) //=> ['pool.fund', 'pool.person.weight', 'pool']
 */
export function poolComponents(
  { funding, division, reads = {} }: PoolTerms,
  about: Writing,
): readonly Component[] {
  const { id, eligible, retro = 0 } = about
  const funded = parseFunding(funding)
  const { formula, policy: funds } = funded
  const { levels, policy } = parsePool(division)
  const formulas = [formula, ...levels.flatMap(({ weight, floor, cap }) => [weight, floor, cap])]
  const known = [...new Set(formulas.flatMap((each) => Object.keys(each?.inputs ?? {})))]
  refuse(
    Object.keys(reads)
      .filter((name) => !known.includes(name))
      .map((name) => unreadInput(at('reads', name), name, known)),
  )
  const members = levels.map((level, i): Members => {
    const name = `${id}.${level.level}`
    const isLast = i === levels.length - 1
    const of = isLast ? 'person' : { by: level.level }
    return { name, level, of, above: levels[i - 1]?.level, reads, currency: policy.currency, about }
  })
  const { fund, components } = fundWithReserve(funded, { id, reads, retro })
  const written: Component[] = [
    ...components,
    component(
      `${id}.fund`,
      {
        of: 'company',
        label: funds.label,
        clause: funds.clause,
        reads: sourcesOf(formula.expression, reads),
      },
      fund,
    ),
  ]
  // From people up: what a group may get is what its people may.
  let below: Bounds | undefined
  const bounds = members.toReversed().map((each): Bounds => {
    below = boundsOf(each, written, below)
    return below
  })
  const places = minorUnits(policy.currency)
  let divided = `${id}.fund`
  for (const [i, { name, level, of, above }] of members.entries()) {
    const { least, most } = bounds[members.length - 1 - i] as Bounds
    const as = {
      share: `${name}.weight`,
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
    }
    const group = above === undefined ? 'company' : { by: above }
    const part = amount(divided, money(policy.currency), places, { among: { group, as } })
    if (of === 'person') {
      const { label, clause } = policy
      written.push(component(id, { pays: 'due', label, clause, eligible, retro }, part))
    } else {
      divided = `${name}.fund`
      written.push(component(divided, { of, label: level.label, clause: level.clause }, part))
    }
  }
  return written
}

const leastLabel = { en: 'At least', 'zh-CN': '最低额' }
const mostLabel = { en: 'At most', 'zh-CN': '最高额' }
const leastOfMembers = { en: 'At least, of all members', 'zh-CN': '成员最低额合计' }
const mostOfMembers = { en: 'At most, of all members', 'zh-CN': '成员最高额合计' }
const capLabel = { en: 'Cap', 'zh-CN': '上限' }
const weightLabel = { en: 'Weight', 'zh-CN': '权重' }
const fundLabel = { en: 'Pool', 'zh-CN': '奖金池' }

/** The members of one level: people, or groups of them. */
interface Members {
  readonly name: string
  readonly level: PoolLevel
  readonly of: Scope
  /** By which attribute the groups stand above them, where there are any. */
  readonly above: string | undefined
  readonly reads: Readonly<Record<string, Source>>
  readonly currency: Currency
  readonly about: Writing
}

/** The components that bound the members of a level, and what one of them can take in at most. */
interface Bounds {
  readonly least?: string | undefined
  readonly most?: string | undefined
  readonly room?: string | undefined
}

/** Writes the weight and the bounds of the members of a level, within those of the members below. */
function boundsOf(members: Members, written: Component[], below: Bounds | undefined): Bounds {
  const { name, level, of, about, currency } = members
  const unit = money(currency)
  const places = minorUnits(currency)
  const write = (part: string, formula: Expression, terms: Partial<Component> = {}): string => {
    const { eligible } = about
    const whose = of === 'person' ? { eligible } : { of }
    written.push(component(`${name}.${part}`, { ...whose, ...terms }, formula))
    return `${name}.${part}`
  }
  const given = (part: string, formula: Expression) =>
    write(part, formula, { reads: sourcesOf(formula, members.reads) })
  const read = (component: string, label: Label) => amount(component, unit, places, { label })
  const sum = (component: string, label: Label) =>
    amount(component, unit, places, { label, among: { group: of, as: 'sum' } })

  const { weight } = level
  const none = constant('0', unit)
  const weigh = given('weight', weight.expression)
  // A floor below zero asks for nothing.
  const floor =
    level.floor && given('floor', named(leastLabel, maximum(level.floor.expression, none)))
  const cap = level.cap && given('cap', level.cap.expression)
  let [least, most] = [floor, cap]
  if (below !== undefined) {
    const floors = [
      ...valuesOf(floor, (own) => read(own, leastLabel)),
      ...valuesOf(below.least, (each) => sum(each, leastOfMembers)),
    ]
    least = floors.length === 0 ? undefined : write('least', named(leastLabel, maximum(...floors)))
    const caps = [
      ...valuesOf(cap, (own) => read(own, capLabel)),
      ...valuesOf(below.room, (each) => sum(each, mostOfMembers)),
    ]
    most = write('most', named(mostLabel, minimum(...caps)))
  }
  if (members.above === undefined) return { least, most }
  // Who weighs nothing gets the floor; who has no cap could get all there is.
  const own = amount(weigh, weight.unit, weight.scale, { label: weightLabel })
  const all = most === undefined ? read(`${about.id}.fund`, fundLabel) : read(most, mostLabel)
  const bare = least === undefined ? none : read(least, leastLabel)
  const held = when(above(own, constant('0', weight.unit)), all, bare)
  const room = write('room', named(mostLabel, held))
  return { least, most, room }
}

function valuesOf(
  component: string | undefined,
  read: (component: string) => Expression,
): readonly Expression[] {
  return component === undefined ? [] : [read(component)]
}
