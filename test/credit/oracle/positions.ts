import type { IsoDate } from '../../../src/calendar/index.js'
import type { Crediting, RolledCredit } from '../../../src/credit/crediting.js'
import type { AmountEvent, DocumentKind, TransferEvent } from '../../../src/credit/event.js'
import { type Fraction, plus, times } from '../../../src/quantity/internal.js'
import { claimsOn, keeps, type Shares, type Whole } from './claims.js'
import { type Deal, isOwn } from './deals.js'
import { isZero, negated, one, rounded, sumOf, zero } from './exact.js'
import { kindOf, type Measured, placesOf } from './measures.js'
import { bucketsOf, type Parcel, replay, type SharedKind } from './parcels.js'
import { aboveOf } from './rolled.js'
import { type Company, compare } from './world.js'

/** Who holds a share of a unit since a day, itself or by what rolls up of it. */
export interface Holder {
  readonly unit: string
  readonly person: string
  readonly made: IsoDate
}

/** How much a holder has of a measure, booked with a document of some day. */
export interface Position extends Holder {
  readonly measure: string
  readonly booked: IsoDate
  readonly amount: Fraction
}

/** All that a kind of credit has of a deal; holders may have nothing yet. */
export interface State {
  readonly holders: readonly Holder[]
  readonly positions: readonly Position[]
}

/** A deal with all that it adds. */
export interface Life {
  readonly company: Company
  readonly deal: Deal
  readonly steps: readonly Measured[]
  readonly problem: (text: string) => void
  /** What was worked out before, by what it was worked out from. */
  readonly states: Map<string, State>
}

/** What follows one set of claims: its first event, and the steps that are of it. */
export interface Unit extends Whole {
  readonly steps: readonly Measured[]
}

export function isRolled(kind: object): kind is RolledCredit {
  return 'of' in kind
}

/** What the shares of a kind of credit are of, or of the kind that it rolls up. */
export function followed(crediting: Crediting, credit: string): DocumentKind | 'deal' {
  const kind = crediting.credits[credit]
  if (kind !== undefined && isRolled(kind)) return followed(crediting, kind.of)
  return (kind && 'follows' in kind ? kind.follows : undefined) ?? 'deal'
}

/** The units of a deal as far as its steps have come. */
export function unitsOf(
  { company: { crediting }, deal }: Life,
  kind: SharedKind,
  steps: readonly Measured[],
): readonly Unit[] {
  const follows = ('follows' in kind ? kind.follows : undefined) ?? 'deal'
  if (follows === 'deal')
    return steps.length === 0 ? [] : [{ deal, begins: deal.root, isDocument: false, steps }]
  const own = steps.filter((step) => isOwn(step) && step.document.kind === follows)
  const documents = new Set<AmountEvent>(own.map(({ document }) => document))
  return [...documents].map((begins) => {
    const own = steps
      .filter(({ document }) => document === begins)
      .map((step) => ({ ...step, adds: onlyOf(crediting, follows, step) }))
    return { deal, begins, isDocument: true, steps: own }
  })
}

/** What a step adds to the measures that documents of a kind make. */
function onlyOf(crediting: Crediting, follows: DocumentKind, { adds }: Measured): Measured['adds'] {
  return new Map([...adds].filter(([measure]) => kindOf(crediting, measure) === follows))
}

/** The shares of a unit, those of a house account where nobody has one. */
export function sharesOf(company: Company, kind: SharedKind, unit: Whole, known: IsoDate): Shares {
  const claims = claimsOn(company, kind, unit, known)
  // What a condition leaves out is none of the kind's business, and none of the house's.
  if ('touches' in kind && !keeps(company, unit, kind.where)) return claims
  const house = typeof kind.unowned === 'object' ? kind.unowned.to : undefined
  return claims.size > 0 || house === undefined ? claims : new Map([[house, one]])
}

/** The parcels of a unit by its steps and by what is known on a day. */
export function parcelsOf(
  { company }: Life,
  credit: string,
  unit: Unit,
  known: IsoDate,
): { readonly parcels: readonly Parcel[]; readonly moved: ReadonlySet<TransferEvent> } {
  const { crediting } = company
  const kind = crediting.credits[credit] as SharedKind
  const claims = sharesOf(company, kind, unit, known)
  const of = { crediting, credit, deal: unit.deal.root.id }
  return replay(of, claims, unit.begins.on, unit.steps)
}

/** Everything that a kind of credit has of a deal, by so many steps and by what is known on a day. */
export function stateOf(life: Life, credit: string, count: number, known: IsoDate): State {
  const key = JSON.stringify([credit, count, known])
  const state = life.states.get(key) ?? workedOut(life, credit, count, known)
  life.states.set(key, state)
  return state
}

function workedOut(life: Life, credit: string, count: number, known: IsoDate): State {
  const kind = life.company.crediting.credits[credit]
  if (kind === undefined) throw new Error(`${credit} is no kind of credit`)
  if (isRolled(kind)) return rolledUp(life, kind, stateOf(life, kind.of, count, known), known)
  const held = unitsOf(life, kind, life.steps.slice(0, count)).flatMap((unit) =>
    parcelsOf(life, credit, unit, known).parcels.map((parcel) => {
      const { person, made } = parcel
      return { holder: { unit: unit.begins.id, person, made }, parcel }
    }),
  )
  return {
    holders: held.filter(({ parcel }) => parcel.share.numerator !== 0n).map(({ holder }) => holder),
    positions: held.flatMap(({ holder, parcel }) =>
      bucketsOf(parcel).map((bucket) => ({ ...holder, ...bucket })),
    ),
  }
}

function rolledUp(
  { company, deal, problem }: Life,
  kind: RolledCredit,
  base: State,
  known: IsoDate,
): State {
  const { crediting, world } = company
  const house = kind.rest
  const above = (person: string, made: IsoDate) => {
    const found = aboveOf(world, kind, person, made, known)
    if (found !== 'circle') return found
    problem(`circle-above ${deal.root.id} ${person}`)
    return { receivers: [], whole: zero }
  }
  return {
    holders: base.holders.flatMap((holder) =>
      above(holder.person, holder.made).receivers.map(({ person }) => ({ ...holder, person })),
    ),
    positions: parcelsIn(added(base.positions)).flatMap((parcel) => {
      const [{ person, made, measure }] = parcel
      const { receivers, whole } = above(person, made)
      const part = (share: Fraction) => (position: Position) => ({
        ...position,
        amount: rounded(times(position.amount, share), placesOf(crediting, measure)),
      })
      const out: (readonly Position[])[] = receivers.map((each) => {
        return parcel
          .map(part(each.share))
          .map((position) => ({ ...position, person: each.person }))
      })
      if (house !== undefined) {
        const given = out
          .flat()
          .map((position) => ({ ...position, amount: negated(position.amount) }))
        const rest = [...parcel.map(part(whole)), ...given]
        out.push(added(rest.map((position) => ({ ...position, person: house }))))
      }
      return isNothing(parcel) ? out.flatMap(leavingNothing) : out.flat()
    }),
  }
}

/** What is of one holder and one measure, each booked with documents of another day. */
function parcelsIn(positions: readonly Position[]): readonly Parts[] {
  const parcels = new Map<string, Position[]>()
  for (const position of positions) {
    const { unit, person, made, measure } = position
    const key = JSON.stringify([unit, person, made, measure])
    parcels.set(key, [...(parcels.get(key) ?? []), position])
  }
  return [...parcels.values()] as unknown as readonly Parts[]
}

type Parts = readonly [Position, ...Position[]]

function isNothing(positions: readonly Position[]): boolean {
  return isZero(sumOf(positions.map(({ amount }) => amount)))
}

/** What somebody receives of what came to nothing: what was rounded on the way is taken off on the last day. */
function leavingNothing(positions: readonly Position[]): readonly Position[] {
  const last = positions.toSorted((a, b) => compare(a.booked, b.booked)).at(-1)
  if (last === undefined) return []
  const left = sumOf(positions.map(({ amount }) => amount))
  return [...positions, { ...last, amount: negated(left) }]
}

/** Positions of the same, added up; all have their members in one order. */
export function added<T extends { readonly amount: Fraction }>(all: readonly T[]): readonly T[] {
  const sums = new Map<string, T>()
  for (const each of all) {
    const { amount, ...of } = each
    const key = Object.values(of).join('\n')
    sums.set(key, { ...each, amount: plus(sums.get(key)?.amount ?? zero, amount) })
  }
  return [...sums.values()]
}
