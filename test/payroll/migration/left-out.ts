import { addDays } from '../../../src/calendar/index.js'
import { decimal } from '../../../src/quantity/index.js'
import type { Account } from './accounts.js'
import { endOf } from './days.js'
import { dataOf, type Fixture } from './fixture.js'

/** Why an account may differ, by the field case that is right now; each looks at one account that does. */
export type Reasons = Readonly<Record<string, (account: Account) => boolean>>

interface Policy {
  readonly kind: string
  readonly id: string
  readonly versions: readonly { readonly from: string; readonly terms: Terms }[]
}
interface Terms {
  readonly commission?: string
  readonly payments?: string
  readonly components?: readonly { readonly component: string; readonly prorated: boolean }[]
  readonly [member: string]: unknown
}
interface Person {
  readonly id: string
  readonly department: string
  readonly employment: { readonly from: string; readonly to?: string }
  readonly pay: Readonly<Record<string, readonly { readonly from: string }[]>>
}
interface Event {
  readonly id: string
  readonly kind: string
  readonly of?: string
  readonly effective: string
  readonly amount: string
  readonly attributes: Readonly<Record<string, string>>
}

const policiesOf = ({ book }: Fixture, kind: string) =>
  (book['policies'] as readonly Policy[]).filter((policy) => policy.kind === kind)

/** What each month was told of a person. */
function toldOf(fixture: Fixture, id: string): readonly (Person | undefined)[] {
  return fixture.months.map((_, i) =>
    (dataOf(fixture, i)['people'] as readonly Person[]).find((person) => person.id === id),
  )
}

const isPlan = ({ fixture, source }: Account) =>
  policiesOf(fixture, 'plan').some(({ id }) => id === source)
export const isRecovery = ({ fixture, source }: Account) =>
  policiesOf(fixture, 'payments').some(({ id }) => id === source)
const isShared = ({ fixture, source }: Account) =>
  [...policiesOf(fixture, 'pool'), ...policiesOf(fixture, 'award')].some(({ id }) => id === source)

const monthsOf = ({ months }: Fixture) =>
  months.map(({ period }) => ({ from: `${period}-01`, to: endOf(period) }))

/** The terms of the plans of a book: whether some version has a part. */
const hasPart = ({ fixture, source }: Account, part: string) =>
  policiesOf(fixture, 'plan').some(
    ({ id, versions }) => id === source && versions.some(({ terms }) => terms[part] !== undefined),
  )

/** Whether a person is employed in the month by what that month was told, in a department with the plan. */
function isIn(account: Account, day: string): boolean {
  const { fixture, person, source } = account
  const told = toldOf(fixture, person)
  const months = monthsOf(fixture)
  // A later month may know more of the employment; where somebody was, the month itself says.
  const employed = told.some(
    (each) =>
      each !== undefined && each.employment.from <= day && (each.employment.to ?? day) >= day,
  )
  const left = told.some(
    (each) =>
      each?.employment.to !== undefined && each.employment.to < day && each.employment.from <= day,
  )
  const again = told.some(
    (each) =>
      each !== undefined &&
      each.employment.from <= day &&
      each.employment.to === undefined &&
      told.some(
        (before) =>
          before?.employment.to !== undefined && before.employment.to < each.employment.from,
      ),
  )
  if (!employed || (left && !again)) return false
  const i = months.findIndex(({ to }) => day <= to)
  const own = (told[i] ?? told.find((each) => each !== undefined))?.department
  const versions = policiesOf(fixture, 'department').find(({ id }) => id === own)?.versions ?? []
  const start = months[i]?.from ?? day
  const terms = versions.findLast(({ from }) => from <= start)?.terms
  return terms?.commission === source
}

/** Deals of which somebody is credited. */
function dealsOf({ fixture, person }: Account): readonly Event[] {
  const events = fixture.events as unknown as readonly Event[]
  return events.filter(({ of, attributes }) => {
    const { seller, helper } = attributes
    const both = seller === 'both' && fixture.people.slice(0, 2).some(({ id }) => id === person)
    return of === undefined && (seller === person || helper === person || both)
  })
}

function happenedTo({ fixture }: Account, deal: Event): readonly Event[] {
  const events = fixture.events as unknown as readonly Event[]
  return events.filter(({ of }) => of === deal.id)
}

/** A month in which somebody was not paid at all. */
const unpaid = ({ fixture, person }: Account) =>
  fixture.months.some((month) => month.unpaid.some(([id]) => id === person))

/** A rise within a month: 0.1 rounded each stretch, so that the month is off by a unit at most. */
function stretches({ fixture, person, source, by01, now }: Account): boolean {
  const rises = toldOf(fixture, person).flatMap((told) => told?.pay[source] ?? [])
  const unit = { CNY: '0.01', JPY: '1', KWD: '0.001' }[fixture.book['currency'] as 'CNY']
  return monthsOf(fixture).every(({ from, to }, i) => {
    const off = decimal(by01[i] as string).minus(now[i] as string)
    return (
      off.isZero() ||
      (off.abs().equals(unit) && rises.some((each) => from < each.from && each.from <= to))
    )
  })
}

/** A deal made by who is not in the plan on that day. */
const madeOutside = (account: Account) =>
  isPlan(account) &&
  [...dealsOf(account), ...receivedBy(account)].some(({ effective }) => !isIn(account, effective))

/** Deals that come to somebody by a transfer. */
function receivedBy({ fixture, person }: Account): readonly Event[] {
  const events = fixture.events as unknown as readonly (Event & { readonly to?: string })[]
  return events.filter(({ kind, to }) => kind === 'transfer' && to === person)
}

/** A deal of the account, or one that came to them, that was handed over. */
const transferred = (account: Account) =>
  isPlan(account) &&
  (receivedBy(account).length > 0 ||
    dealsOf(account).some((deal) =>
      happenedTo(account, deal).some(({ kind }) => kind === 'transfer'),
    ))

/** Something that happens to a deal of this account on a day on which its person is not in the plan. */
const afterwards = (account: Account) =>
  isPlan(account) &&
  dealsOf(account).some((deal) =>
    happenedTo(account, deal).some(
      ({ effective }) =>
        effective <= (monthsOf(account.fixture).at(-1)?.to as string) && !isIn(account, effective),
    ),
  )

const held = (account: Account) => isPlan(account) && hasPart(account, 'holdback')

/** A deal of several people, or of a share: 0.1 rounded each to the minor unit, so that a sum is a few units off. */
function shared(account: Account): boolean {
  const { fixture, by01, now } = account
  const unit = { CNY: '0.01', JPY: '1', KWD: '0.001' }[fixture.book['currency'] as 'CNY']
  const counts = policiesOf(fixture, 'plan').some(({ versions }) =>
    versions.some(({ terms }) => (terms['measure'] as { unit?: string }).unit === 'count'),
  )
  return (
    isPlan(account) &&
    by01.every(
      (amount, i) =>
        // A rounded part of a count is off by as much as one is worth.
        counts ||
        decimal(amount)
          .minus(now[i] as string)
          .abs()
          .lessThanOrEqualTo(decimal(unit).times('3')),
    ) &&
    dealsOf(account).some(
      ({ attributes }) => attributes['seller'] === 'both' || attributes['helper'] !== undefined,
    )
  )
}

/** Deals that were taken back where invoices count: 0.1 took back also what was never billed. */
const takenBackUnbilled = (account: Account) =>
  isPlan(account) &&
  policiesOf(account.fixture, 'plan').some(({ versions }) =>
    versions.some(({ terms }) => (terms['measure'] as { sum: string }).sum === 'invoiced'),
  ) &&
  dealsOf(account).some((deal) =>
    happenedTo(account, deal).some(({ kind }) =>
      ['refund', 'cancellation', 'correction'].includes(kind),
    ),
  )

/** A version that measures by the year begins within one whose months were measured otherwise. */
const withinYear = (account: Account) =>
  isPlan(account) &&
  policiesOf(account.fixture, 'plan').some(
    ({ versions }) =>
      versions.length > 1 &&
      versions.some(
        ({ terms }) => terms['measuring'] === 'year-to-date' || terms['yearCap'] !== undefined,
      ),
  )

/** Somebody in the pool or award of a month on no day of which they are employed. */
function notEmployed({ fixture, source }: Account): boolean {
  const months = monthsOf(fixture)
  return fixture.months.some(({ pools = {}, awards = {} }, i) => {
    const { from, to } = months[i] as { from: string; to: string }
    const given = JSON.stringify([pools[source], awards[source]])
    const people = fixture.people.filter(({ id }) => given.includes(`"${id}"`))
    return people.some(({ id }) => {
      const told = toldOf(fixture, id as string)[i]
      return told === undefined || told.employment.from > to || (told.employment.to ?? to) < from
    })
  })
}

/** Told in a later month than that of its own day: 0.1 did not settle it. */
function toldLate(account: Account): boolean {
  if (isPlan(account) || isRecovery(account) || isShared(account)) return false
  const told = toldOf(account.fixture, account.person)
  return monthsOf(account.fixture).some(({ from }, i) => {
    const [before, now] = [told[i - 1], told[i]]
    if (now === undefined || i === 0) return false
    if (before === undefined) return now.employment.from < from
    const { from: began, to } = now.employment
    if (began !== before.employment.from) return true
    return to !== before.employment.to && to !== undefined && addDays(to, 1) < from
  })
}

/** An adjustment of who has not been employed by then. */
const adjustedBefore = ({ fixture, person, source }: Account) =>
  source === 'adjustments' &&
  toldOf(fixture, person).some((told, i) => {
    const { to } = monthsOf(fixture)[i] as { readonly to: string }
    return (
      JSON.stringify(fixture.months[i]?.adjustments ?? []).includes(`"${person}"`) &&
      (told === undefined || told.employment.from > to)
    )
  })

/** A share of a pool that differs by the odd unit alone. */
function oddUnit({ fixture, source, by01, now }: Account): boolean {
  const unit = { CNY: '0.01', JPY: '1', KWD: '0.001' }[fixture.book['currency'] as 'CNY']
  return (
    policiesOf(fixture, 'pool').some(({ id }) => id === source) &&
    by01.every((amount, i) =>
      decimal(amount)
        .minus(now[i] as string)
        .abs()
        .lessThanOrEqualTo(unit),
    )
  )
}

/** A deal of a category that has no rate, before it is collected or billed: 0.1 refused the run only then. */
const unlisted = (account: Account) =>
  isPlan(account) &&
  policiesOf(account.fixture, 'plan').some(({ id, versions }) =>
    versions.some(({ terms }) => {
      const {
        kind,
        rates = {},
        otherwise,
      } = terms['tiers'] as {
        readonly kind: string
        readonly rates?: object
        readonly otherwise?: string
      }
      return (
        id === account.source &&
        kind === 'category' &&
        otherwise === undefined &&
        dealsOf(account).some(
          ({ attributes }) => !Object.keys(rates).includes(attributes['line'] ?? ''),
        )
      )
    }),
  )

/** Somebody who is in a department that recovers in some month, and in one that does not in another. */
const movedFromRecovery = (account: Account) =>
  isRecovery(account) &&
  new Set(
    toldOf(account.fixture, account.person).map((told, i) => {
      const versions =
        policiesOf(account.fixture, 'department').find(({ id }) => id === told?.department)
          ?.versions ?? []
      const month = account.fixture.months[i]?.period as string
      return versions.findLast(({ from }) => from <= `${month}-01`)?.terms.payments
    }),
  ).size > 1

/** An award that asks for months of service, in a month in which somebody leaves. */
const leaves = ({ fixture, source }: Account) =>
  policiesOf(fixture, 'award').some(
    ({ id, versions }) =>
      id === source && versions.some(({ terms }) => terms['minimumMonths'] !== undefined),
  ) &&
  fixture.people.some(({ id }) =>
    toldOf(fixture, id as string).some((told) => told?.employment.to !== undefined),
  )

/** A recoverable draw that a version ends. */
const drawEnds = (account: Account) =>
  isRecovery(account) &&
  policiesOf(account.fixture, 'payments').some(({ versions }) =>
    versions.some(({ terms }, i) => {
      const kind = (of: Terms | undefined) => (of?.['draw'] as { kind?: string })?.kind
      return (
        kind(terms) === 'recoverable' &&
        versions[i + 1] !== undefined &&
        kind(versions[i + 1]?.terms) !== 'recoverable'
      )
    }),
  )

export const leftOut: Reasons = {
  'F5f somebody whom 0.1 did not pay for a month': unpaid,
  'F11 a rise within a month is rounded once': stretches,
  'F9 the odd cents of a shared deal': shared,
  'R23 the odd unit of equal remainders': oddUnit,
  'F5 what is told late of employment is settled': toldLate,
  'D3 a share or a prize of who is employed on no day': (account) =>
    isShared(account) && notEmployed(account),
  'D3 an adjustment of who is not employed yet': adjustedBefore,
  'F1 a deal made by who is not in the plan': madeOutside,
  'F7 what was never billed is taken back': takenBackUnbilled,
  'a deal of a category without a rate, before it counts': unlisted,
  'F4 what happens to a deal after it was handed over': transferred,
  'F5 holdback follows the deal': held,
  'F2 what happens to a deal of who has left': afterwards,
  'F13 what is owed after a move is still recovered': movedFromRecovery,
  'F8 service ends with the employment': leaves,
  'a recoverable draw that a version ends': drawEnds,
  'R20 the year of a version that begins within it': withinYear,
}

/** Why an account of a book differs: what is recovered follows the commission that it is taken from. */
export function reasonFor(account: Account, differing: readonly Account[]): string | undefined {
  const commission = differing.some((each) => each.person === account.person && isPlan(each))
  if (isRecovery(account) && commission) return 'what is recovered of a commission that differs'
  return Object.keys(leftOut).find((name) => leftOut[name]?.(account))
}
