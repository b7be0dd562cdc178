import { addDays } from '../../../src/calendar/index.js'
import { dayIn } from './days.js'
import type { DrawnBook } from './draw-book.js'
import type { Fixture } from './fixture.js'
import { type Random, text } from './random.js'

export type Event = Fixture['events'][number]

/** What people sell, and what becomes of it. */
export function drawEvents(
  random: Random,
  book: DrawnBook,
  people: readonly string[],
): readonly Event[] {
  const events: Event[] = []
  const { currency, places, measures } = book
  const number = people.length * random.between(0, book.simple ? 3 : 4)
  const known = (day: string) => (random.chance(86) ? day : addDays(day, random.between(1, 40)))
  for (let i = 0; i < number; i += 1) {
    const id = `o${i}`
    const on = dayIn(random, book)
    const units = random.between(1, 24_000 * 10 ** places)
    const count = random.between(1, 60)
    const isTeam = people.length > 1 && random.chance(10)
    const figures = (part: number) => ({
      ...((measures.has('margin') || measures.has('units')) && {
        figures: {
          ...(measures.has('margin') && { margin: text(Math.trunc((units * part) / 400), places) }),
          ...(measures.has('units') && { units: String(Math.trunc((count * part) / 100)) }),
        },
      }),
    })
    const common = {
      currency,
      attributes: {
        seller: isTeam ? 'both' : random.pick(people),
        line: random.pick(['phones', 'phones', 'books', 'toys']),
        ...random.maybe(30, () => ({ helper: random.pick(people) })),
      },
    }
    const recorded = known(on)
    events.push({
      id,
      kind: 'order',
      ...common,
      effective: on,
      recorded,
      amount: text(units, places),
      ...figures(100),
    })
    const later = (event: string, kind: string, part: number, more: object = {}) => {
      const day = addDays(on, random.between(0, 50))
      const told = known(day)
      events.push({
        id: `${id}${event}`,
        kind,
        of: id,
        ...common,
        effective: day,
        recorded: told < recorded ? recorded : told,
        amount: text(Math.trunc((units * part) / 100), places),
        ...more,
      })
    }
    if (measures.has('invoiced') && random.chance(80)) later('i', 'invoice', 100)
    if (random.chance(measures.has('collections') ? 75 : 30)) {
      const part = random.pick([100, 100, 40])
      later('c', 'collection', part)
      if (part < 100 && random.chance(60)) later('d', 'collection', 60)
    }
    if (random.chance(25)) {
      const part = random.pick([-100, -50, -30])
      later('r', random.pick(['refund', 'refund', 'cancellation']), part, figures(part))
    }
    if (random.chance(4))
      later('x', 'correction', random.pick([-10, 10]), figures(random.pick([-10, 10])))
    if (!isTeam && people.length > 1 && random.chance(4)) {
      const from = common.attributes.seller
      const to = people.find((each) => each !== from)
      later('t', 'transfer', random.pick([100, 50]), {
        credit: 'direct',
        from,
        to,
        ...figures(100),
      })
    }
  }
  return events
}
