import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  creditDeals,
  parseCreditData,
  parseCreditedPeople,
  parseCrediting,
  parseEvents,
  parseOwners,
  parseTouches,
} from '../../src/credit/index.js'
import * as testing from '../../src/testing/index.js'
import { testDrawn } from './drawn.js'

const credited = (json: unknown) => {
  const { crediting, data } = json as testing.CreditedDeals
  return creditDeals(parseCrediting(crediting), parseCreditData(data))
}

testDrawn([
  [
    'creditings',
    testing.creditings('CNY'),
    parseCrediting,
    { currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } },
  ],
  ['deals', testing.dealEvents('CNY'), parseEvents, []],
  ['deals of no minor unit', testing.dealEvents('JPY'), parseEvents, []],
  ['owners of deals', testing.dealOwners(), parseOwners, []],
  ['people credited', testing.creditedPeople(), parseCreditedPeople, []],
  ['touches of customers', testing.dealTouches(), parseTouches, []],
  [
    'data of deals',
    testing.creditData('BHD'),
    parseCreditData,
    { events: [], owners: { regions: [] }, people: [], touches: [] },
  ],
  [
    'credited deals',
    testing.creditedDeals(),
    credited,
    { crediting: { currency: 'CNY', credits: { direct: {} } }, data: { events: [] } },
  ],
])

describe('drawn deals', () => {
  const drawn = fc.sample(testing.creditedDeals(), { seed: 1, numRuns: 500 })
  const all = drawn.map(credited)

  test('are credited by every kind, as documents, by transfers and by what is told late', () => {
    const credits = all.flatMap((each) => each.credits)
    expect(new Set(credits.map(({ credit }) => credit)).size).toBe(6)
    expect(new Set(credits.map(({ kind }) => kind)).size).toBe(8)
  })

  test('leave out nothing but what nobody owns, sales that are not there, and rates of other days', () => {
    const findings = all.flatMap(({ reconciliation }) => reconciliation)
    expect(new Set(findings.map(({ finding }) => finding))).toEqual(
      new Set(['uncredited', 'unmatched', 'below-zero']),
    )
  })
})
