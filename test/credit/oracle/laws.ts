import fc from 'fast-check'
import { expect } from 'vitest'
import type { IsoDate } from '../../../src/calendar/index.js'
import type { Credit } from '../../../src/credit/credit.js'
import type { DealEvent } from '../../../src/credit/event.js'
import { type Fraction, minus, plus } from '../../../src/quantity/internal.js'
import { type Deal, isAfter, isOwn } from './deals.js'
import { sorted } from './equal.js'
import { exactly, isZero, one, rounded, sumOf, written, zero } from './exact.js'
import { kindOf, measuresOf, placesOf } from './measures.js'
import { bucketsOf, goodCompany, stepsOf, takenBack, withEvents } from './mended.js'
import type { Worked } from './oracle.js'
import type { SharedKind } from './parcels.js'
import { followed, sharesOf } from './positions.js'
import { type Company, ownerTold, touchTold } from './world.js'

type Credits = (company: Company) => Worked

/** A law of credits, tried on so many lives. */
type Law = (credits: Credits, lives: number) => void

/** The sums of a measure of some rows by what they are grouped by. */
function sums(
  rows: readonly Credit[],
  measure: string,
  keyOf: (row: Credit) => readonly string[],
): ReadonlyMap<string, Fraction> {
  const sums = new Map<string, Fraction>()
  for (const row of rows) {
    const key = keyOf(row).join(' ')
    sums.set(key, plus(sums.get(key) ?? zero, exactly(row[measure] ?? '0')))
  }
  return sums
}

/** The groups of some rows that hold something of a measure. */
function heldOf(...of: Parameters<typeof sums>): readonly string[] {
  return [...sums(...of)].filter(([, sum]) => !isZero(sum)).map(([key]) => key)
}

/** The rows of each deal and kind of credit, for each measure of it, with the steps of each of its units. */
function measuredOf(company: Company, rows: readonly Credit[]) {
  const { crediting } = company
  return stepsOf(company).flatMap(({ deal, steps }) =>
    Object.keys(crediting.credits).flatMap((credit) => {
      const follows = followed(crediting, credit)
      const own = rows.filter((row) => row.deal === deal.root.id && row.credit === credit)
      const documents = steps.filter((step) => isOwn(step) && step.event.kind === follows)
      const units =
        follows === 'deal'
          ? [steps]
          : documents.map(({ event }) => steps.filter(({ document }) => document === event))
      return measuresOf(crediting)
        .filter((measure) => follows === 'deal' || kindOf(crediting, measure) === follows)
        .map((measure) => ({ own, measure, units }))
    }),
  )
}

/** Whether the shares of a deal make the whole by what is known on a day. */
function isWholeBy(company: Company, deal: Deal, credit: string, day: IsoDate): boolean {
  const kind = company.crediting.credits[credit] as SharedKind
  const of = { deal, begins: deal.root, isDocument: false }
  return isZero(minus(sumOf(sharesOf(company, kind, of, day).values()), one))
}

/** The day on which each event was worked in. */
function knownOf(company: Company): ReadonlyMap<string, IsoDate> {
  return new Map(
    stepsOf(company).flatMap(({ steps }) => steps.map(({ event, known }) => [event.id, known])),
  )
}

/** What is known of a company by a day. */
function knownBy(company: Company, day: IsoDate): Company {
  const known = knownOf(company)
  const { events, owners, touches, people } = company.world
  const isKnown = (told: IsoDate) => !isAfter(told, day)
  return {
    ...company,
    world: {
      ...company.world,
      events: events.filter(({ id }) => isKnown(known.get(id) as IsoDate)),
      owners: Object.fromEntries(
        Object.entries(owners).map(([name, rows]) => [
          name,
          rows.filter((row) => isKnown(ownerTold(row))),
        ]),
      ),
      touches: touches.filter((touch) => isKnown(touchTold(touch))),
      people: people.map(({ id, attributes }) => ({
        id,
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([name, versions]) => [
            name,
            versions.filter(({ recorded, from }) => isKnown(recorded ?? from)),
          ]),
        ),
      })),
    },
  }
}

/** The rows that were written by a day. */
function writtenBy(rows: readonly Credit[], day: IsoDate): readonly Credit[] {
  return rows.filter(({ recorded }) => !isAfter(recorded, day))
}

const rowsOf = (credits: Credits, company: Company): readonly Credit[] => {
  const { rows, refused } = credits(company)
  expect(refused).toEqual([])
  return rows
}

const backOfDeals = fc
  .tuple(goodCompany, fc.integer({ min: 1, max: 4 }))
  .map(([{ crediting, world }, parts]) =>
    takenBack({ crediting: { ...crediting, rates: 'deal', takeBacks: 'deal' }, world }, parts),
  )

/** What holds of all credits, whoever works them out. */
export const laws: Readonly<Record<string, Law>> = {
  'a deal taken back leaves nothing, to nobody, on no day': (credits, numRuns) => {
    fc.assert(
      fc.property(backOfDeals, (company) => {
        const rows = rowsOf(credits, company)
        const key = ({ person, counts }: Credit) => [person, counts]
        for (const { own, measure, units } of measuredOf(company, rows)) {
          const totals = units.flatMap((steps) => [...bucketsOf(steps, measure).values()])
          if (totals.every(isZero)) expect(heldOf(own, measure, key)).toEqual([])
        }
      }),
      { numRuns },
    )
  },
  'what is nothing in all is nothing for each person': (credits, numRuns) => {
    fc.assert(
      fc.property(goodCompany, (company) => {
        const rows = rowsOf(credits, company)
        for (const { own, measure, units } of measuredOf(company, rows)) {
          const totals = units.map((steps) => sumOf(bucketsOf(steps, measure).values()))
          if (totals.every(isZero))
            expect(heldOf(own, measure, ({ person }) => [person])).toEqual([])
        }
      }),
      { numRuns },
    )
  },
  'the credits of a deal add up to it at every moment': (credits, numRuns) => {
    fc.assert(
      fc.property(goodCompany, (company) => {
        const rows = rowsOf(credits, company)
        const whole = Object.entries(company.crediting.credits).flatMap(([name, kind]) =>
          'rules' in kind &&
          typeof kind.unowned === 'object' &&
          (kind.follows ?? 'deal') === 'deal' &&
          kind.shares !== 'any'
            ? [name]
            : [],
        )
        for (const { deal, steps } of stepsOf(company))
          for (const day of new Set(steps.map(({ known }) => known)))
            for (const measure of measuresOf(company.crediting)) {
              const so = steps.filter(({ known }) => !isAfter(known, day))
              const totals = [...bucketsOf(so, measure).values()]
              const places = placesOf(company.crediting, measure)
              // What is not of whole units is rounded with each day's documents.
              if (totals.some((total) => !isZero(minus(total, rounded(total, places))))) continue
              const total = sumOf(totals)
              const own = writtenBy(rows, day).filter((row) => row.deal === deal.root.id)
              const held = sums(own, measure, ({ credit }) => [credit])
              // Owners who do not make the whole yet are told of by those who do in the end.
              for (const credit of whole.filter((name) => isWholeBy(company, deal, name, day)))
                expect(written(held.get(credit) ?? zero, 0)).toBe(written(total, 0))
            }
      }),
      { numRuns },
    )
  },
  'rows once written stay as they are': (credits, numRuns) => {
    fc.assert(
      fc.property(goodCompany, fc.nat(99), (company, cut) => {
        const days = [...new Set(knownOf(company).values())].toSorted()
        const day = days[cut % Math.max(1, days.length)]
        if (day === undefined) return
        const early = credits(knownBy(company, day))
        // What is told later may be why something is not refused.
        if (early.refused.length > 0) return
        const rows = writtenBy(rowsOf(credits, company), day)
        expect(sorted(early.rows)).toEqual(sorted(rows))
      }),
      { numRuns },
    )
  },
  'the order of what is given changes nothing': (credits, numRuns) => {
    fc.assert(
      fc.property(goodCompany, fc.integer(), (company, seed) => {
        const { owners, touches, people } = company.world
        const mixed = withEvents(company, shuffled(company.world.events, seed))
        const { rows, findings } = credits({
          ...mixed,
          world: {
            ...mixed.world,
            owners: Object.fromEntries(
              Object.entries(owners).map(([name, rows]) => [name, shuffled(rows, seed)]),
            ),
            touches: shuffled(touches, seed),
            people: shuffled(people, seed),
          },
        })
        expect(sorted(rows)).toEqual(sorted(rowsOf(credits, company)))
        expect(sorted(findings)).toEqual(sorted(credits(company).findings))
      }),
      { numRuns },
    )
  },
}

/** Some other order, the same each time. */
function shuffled<T extends DealEvent | object>(list: readonly T[], seed: number): readonly T[] {
  const rank = (i: number) => Math.imul(seed ^ (i * 0x9e3779b9), 0x85ebca6b) >>> 0
  return list
    .map((item, i) => ({ item, rank: rank(i + 1) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
