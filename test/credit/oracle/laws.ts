import fc from 'fast-check'
import { expect } from 'vitest'
import type { IsoDate } from '../../../src/calendar/index.js'
import type { Credit } from '../../../src/credit/credit.js'
import type { CreditKind } from '../../../src/credit/crediting.js'
import type { DealEvent } from '../../../src/credit/event.js'
import { type Fraction, minus, plus } from '../../../src/quantity/internal.js'
import { isAfter } from './deals.js'
import { sorted } from './equal.js'
import { exactly, isZero, rounded, sumOf, written, zero } from './exact.js'
import { measuresOf, placesOf } from './measures.js'
import { bucketsOf, goodCompany, stepsOf, takenBack, withEvents } from './mended.js'
import type { Worked } from './oracle.js'
import { followed, isRolled } from './positions.js'
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
function writtenBy(rows: readonly Credit[], company: Company, day: IsoDate): readonly Credit[] {
  const known = knownOf(company)
  return rows.filter(({ kind, event, recorded }) =>
    kind === 'owner' ? !isAfter(recorded, day) : !isAfter(known.get(event) as IsoDate, day),
  )
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
        for (const { deal, steps } of stepsOf(company))
          for (const measure of measuresOf(company.crediting)) {
            const left = [...bucketsOf(steps, measure).values()].some((total) => !isZero(total))
            if (left) continue
            const own = rows.filter((row) => {
              const isWhole = followed(company.crediting, row.credit) === 'deal'
              return isWhole && row.deal === deal.root.id
            })
            const key = ({ person, credit, counts }: Credit) => [person, credit, counts]
            const held = [...sums(own, measure, key)].filter(([, sum]) => !isZero(sum))
            expect(held).toEqual([])
          }
      }),
      { numRuns },
    )
  },
  'what is nothing in all is nothing for each person': (credits, numRuns) => {
    fc.assert(
      fc.property(goodCompany, (company) => {
        const rows = rowsOf(credits, company)
        for (const { deal, steps } of stepsOf(company))
          for (const measure of measuresOf(company.crediting)) {
            if (!isZero(sumOf(bucketsOf(steps, measure).values()))) continue
            const own = rows.filter(({ credit, deal: id }) => {
              const kind = company.crediting.credits[credit] as CreditKind
              const isWhole = followed(company.crediting, credit) === 'deal'
              return isWhole && !isRolled(kind) && id === deal.root.id
            })
            const held = [...sums(own, measure, ({ person, credit }) => [person, credit])]
            expect(held.filter(([, sum]) => !isZero(sum))).toEqual([])
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
              const own = writtenBy(rows, company, day).filter((row) => row.deal === deal.root.id)
              const held = sums(own, measure, ({ credit }) => [credit])
              for (const credit of whole)
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
        const rows = writtenBy(rowsOf(credits, company), company, day)
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
