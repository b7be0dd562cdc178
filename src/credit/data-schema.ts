import { isName } from '../problem/index.js'
import { parseParts, parseValues } from '../problem/parts.js'
import { wrongFormat } from '../problem/shape-problems.js'
import type { DealEvent } from './event.js'
import { parseEvents } from './event-schema.js'
import { parseRates, type Rates } from './rates-schema.js'
import type { CreditedPerson, Owner, Touch } from './tables.js'
import { parseCreditedPeople, parseOwners, parseTouches } from './tables-schema.js'

/** All that crediting takes. `parseCreditData` checks it. */
export interface DealData {
  readonly events: readonly DealEvent[]
  /** Tables of owners, by name. */
  readonly owners?: Readonly<Record<string, readonly Owner[]>> | undefined
  readonly people?: readonly CreditedPerson[] | undefined
  readonly touches?: readonly Touch[] | undefined
  readonly rates?: Rates | undefined
}

declare const checked: unique symbol

/** Data of deals that has been checked: frozen, and a copy that nobody else holds. */
export type CreditData = DealData & { readonly [checked]: true }

/**
 * Reads all data that crediting takes from untrusted JSON, each list of any length. Lists that were
 * read before, such as by `parseEvents`, are taken as they are. What it returns is frozen and holds
 * nothing of what it was read from.
 *
 * Throws a `PolicyError` with every problem, as {@link parseEvents}, {@link parseOwners},
 * {@link parseTouches}, {@link parseCreditedPeople} and {@link parseRates} tell it, each with its path
 * (`events[3].on`).
 *
 * @example
 * parseCreditData({ events: [] }).events.length //=> 0
 */
export function parseCreditData(json: unknown): CreditData {
  const data = parseParts<DealData>(
    json,
    {
      events: parseEvents,
      owners: parseTables,
      people: parseCreditedPeople,
      touches: parseTouches,
      rates: parseRates,
    },
    ['owners', 'people', 'touches', 'rates'],
  )
  return Object.freeze(data) as CreditData
}

function parseTables(json: unknown): Readonly<Record<string, readonly Owner[]>> {
  const tables = parseValues(json, parseOwners, (table) =>
    isName(table) ? [] : [wrongFormat(table, 'name', table)],
  )
  return Object.freeze(tables)
}
