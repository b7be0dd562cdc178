import type { IsoDate } from '../../../src/calendar/index.js'
import type { RolledCredit } from '../../../src/credit/crediting.js'
import type { AmountEvent, TransferEvent } from '../../../src/credit/event.js'
import { type Fraction, minus, plus, times } from '../../../src/quantity/internal.js'
import { claimsOn, keeps, type Shares, type Whole } from './claims.js'
import type { Deal } from './deals.js'
import { one, rounded, zero } from './exact.js'
import { type Measured, placesOf } from './measures.js'
import { type Parcel, positionsOf, replay, type SharedKind } from './parcels.js'
import { aboveOf } from './rolled.js'
import type { Company } from './world.js'

/** How much of a measure a person has on a day by a share that is held since another. */
export interface Position {
  readonly unit: string
  readonly person: string
  readonly made: IsoDate
  readonly counts: IsoDate
  readonly measure: string
  readonly amount: Fraction
}

/** A deal with all that it adds. */
export interface Life {
  readonly company: Company
  readonly deal: Deal
  readonly steps: readonly Measured[]
  readonly problem: (text: string) => void
}

/** What follows one set of claims: its first event, and the steps that are of it. */
export interface Unit extends Whole {
  readonly steps: readonly Measured[]
}

export function isRolled(kind: object): kind is RolledCredit {
  return 'of' in kind
}

/** The units of a deal as far as its steps have come. */
export function unitsOf(
  { deal }: Life,
  kind: SharedKind,
  steps: readonly Measured[],
): readonly Unit[] {
  const byDocument = 'follows' in kind && kind.follows === 'document'
  if (!byDocument) return [{ deal, begins: deal.root, isDocument: false, steps }]
  const documents = new Set<AmountEvent>(steps.map(({ document }) => document))
  return [...documents].map((begins) => {
    const own = steps.filter(({ document }) => document === begins)
    return { deal, begins, isDocument: true, steps: own }
  })
}

/** The shares of a unit, those of a house account where nobody has one. */
export function sharesOf(company: Company, kind: SharedKind, unit: Whole, known: IsoDate): Shares {
  const claims = claimsOn(company, kind, unit, known)
  // What a condition leaves out is none of the kind's business, and none of the house's.
  if ('touches' in kind && !keeps(company, unit, kind.where)) return claims
  const house = typeof kind.unowned === 'object' ? kind.unowned.to : undefined
  return claims.size > 0 || house === undefined ? claims : new Map([[house, one]])
}

/** The parcels of a unit by so many steps and by what is known on a day. */
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
export function positions(
  life: Life,
  credit: string,
  steps: readonly Measured[],
  known: IsoDate,
): readonly Position[] {
  const { company } = life
  const kind = company.crediting.credits[credit]
  if (kind === undefined) throw new Error(`${credit} is no kind of credit`)
  if (isRolled(kind)) return rolledUp(life, kind, positions(life, kind.of, steps, known), known)
  return unitsOf(life, kind, steps).flatMap((unit) =>
    parcelsOf(life, credit, unit, known).parcels.flatMap((parcel) =>
      positionsOf(parcel).map((position) => {
        return { ...position, unit: unit.begins.id, person: parcel.person, made: parcel.made }
      }),
    ),
  )
}

function rolledUp(
  { company, problem }: Life,
  kind: RolledCredit,
  base: readonly Position[],
  known: IsoDate,
): readonly Position[] {
  const { crediting, world } = company
  return added(base).flatMap(({ person, made, measure, amount, ...rest }) => {
    const above = aboveOf(world, kind, person, made, known)
    if (above === 'circle') {
      problem(`circle-above ${person}`)
      return []
    }
    const part = (share: Fraction) => rounded(times(amount, share), placesOf(crediting, measure))
    let left = part(above.whole)
    const out = above.receivers.map(({ person: receiver, share }) => {
      left = minus(left, part(share))
      return { ...rest, made, measure, person: receiver, amount: part(share) }
    })
    const { rest: house } = kind
    return house === undefined
      ? out
      : [...out, { ...rest, made, measure, person: house, amount: left }]
  })
}

export function keyOf({ unit, person, made, counts, measure }: Position): string {
  return JSON.stringify([unit, person, made, counts, measure])
}

/** Positions of the same, added up. */
export function added(all: readonly Position[]): readonly Position[] {
  const sums = new Map<string, Position>()
  for (const position of all) {
    const amount = plus(sums.get(keyOf(position))?.amount ?? zero, position.amount)
    sums.set(keyOf(position), { ...position, amount })
  }
  return [...sums.values()]
}
