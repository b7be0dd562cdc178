import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { addDays } from '../../src/calendar/index.js'
import { eventSchema } from '../../src/credit/event-schema.js'
import { ownerSchema, touchSchema } from '../../src/credit/tables-schema.js'
import { usualEvent } from '../../src/credit/usual-event.js'
import { usualOwner, usualTouch } from '../../src/credit/usual-tables.js'
import { problemsOf } from '../../src/problem/index.js'
import { parseWith } from '../../src/problem/schema.js'
import { fullOrder, fullTransfer, order, transfer } from './crediting.js'
import { events, owners, spoilings, touches } from './drawn-events.js'

type Usual = (json: unknown) => object | undefined

function allFrozen(value: object): boolean {
  return [value, ...Object.values(value)].every(Object.isFrozen)
}

/** What a schema makes of it; nothing where it refuses it. */
function bySchema(schema: z.ZodType, json: unknown): unknown {
  let value: unknown
  return problemsOf(() => {
    value = parseWith(schema, json)
  }).length === 0
    ? value
    : undefined
}

describe.each<[string, Usual, z.ZodType, fc.Arbitrary<Record<string, unknown>>]>([
  ['events', usualEvent, eventSchema, events],
  ['owners', usualOwner, ownerSchema, owners],
  ['touches', usualTouch, touchSchema, touches],
])('%s', (_, usual, schema, drawn) => {
  test('that the schema takes go the fast way, and become the same', () => {
    fc.assert(
      fc.property(drawn, (json) => {
        const fast = usual(json)
        expect(fast).toStrictEqual(parseWith(schema, json))
        // Also in the order of its members.
        expect(JSON.stringify(fast)).toBe(JSON.stringify(parseWith(schema, json)))
        expect(allFrozen(fast as object)).toBe(true)
      }),
    )
  })

  test('that are spoilt go the fast way only where the schema makes the same of them', () => {
    let [fastOnes, refused] = [0, 0]
    fc.assert(
      fc.property(drawn, spoilings, (json, spoil) => {
        const fast = usual(spoil(json))
        const slow = bySchema(schema, spoil(json))
        if (slow === undefined) refused++
        if (fast === undefined) return
        fastOnes++
        expect(fast).toStrictEqual(slow)
        expect(allFrozen(fast as object)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
    expect(fastOnes).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(500)
  })
})

describe('what is nearly an event', () => {
  test.each<object>([
    ...['1.001', '-1.00', '01', '1e2', '1.', '.5', '9'.repeat(41), '', '1\n'].map((amount) => ({
      amount,
    })),
    ...['XXX', 'toString', null].map((currency) => ({ currency })),
    { amount: '0.1', currency: 'JPY' },
    ...['refund', 'sale', 'toString', 'Order'].map((kind) => ({ kind })),
    ...['2026-02-29', '2026-3-2', '2026-03-02T00:00', ''].flatMap((on) => [
      { on },
      { recorded: on },
      { due: on },
    ]),
    ...['', '\u2028', '\u200e', '\ud800', 'x'.repeat(10_001)].flatMap((id) => [{ id }, { of: id }]),
    ...['', '\udfff', 'x'.repeat(10_001)].map((text) => ({ order: text })),
    ...['\ud800', 'x'.repeat(10_001), '9'.repeat(41), 7].map((size) => ({ attributes: { size } })),
    ...['sales', 'own.x', 'constructor', 'a b', '1a', 'n'.repeat(65)].flatMap((name) => [
      { attributes: { [name]: '1' } },
      { figures: { [name]: '1' } },
    ]),
    ...['x', '', '9'.repeat(41), '+1'].map((units) => ({ figures: { units } })),
    { credit: 'direct' },
    { from: 'li' },
    { to: null },
    { share: '1' },
    { attributes: null },
    { figures: [] },
  ])('is left to the schema: an order with %j', (edit) => {
    for (const json of [
      { ...order, ...edit },
      { ...fullOrder, ...edit },
    ]) {
      expect(usualEvent(json)).toBeUndefined()
      expect(bySchema(eventSchema, json)).toBeUndefined()
    }
  })

  test.each<object>([
    ...['3/2', '0/1', '1/0', '0', '0.0', '1.1', '-1', 'all', '', `1/${'1'.repeat(40)}`].map(
      (share) => ({ share }),
    ),
    ...['a b', 'constructor', '', 3].map((credit) => ({ credit })),
    ...['', null, '\ud800', 'li'].map((to) => ({ to })),
    ...[undefined, ''].flatMap((of) => [{ of }, { from: of }]),
    { amount: null },
    { currency: 'CNY' },
    { due: '2026-03-02' },
    { figures: {} },
    { attributes: null },
    { order: '' },
    { recorded: '2026-13-01' },
  ])('is left to the schema: a transfer with %j', (edit) => {
    for (const json of [
      { ...transfer, ...edit },
      { ...fullTransfer, ...edit },
    ]) {
      expect(usualEvent(json)).toBeUndefined()
      expect(bySchema(eventSchema, json)).toBeUndefined()
    }
  })
})

describe('what is nearly a row of a table', () => {
  test.each<object>([
    ...['3/2', '-1', 'all', ''].map((share) => ({ share })),
    ...['0', '1.5', '-1', '9'.repeat(41)].map((weight) => ({ weight })),
    { share: '1', weight: '1' },
    { of: '' },
    { person: '\u0000' },
    { from: '2026-02-30' },
    { to: '2026-02-30' },
    { from: '2026-02-02', to: '2026-02-01' },
    { recorded: 'now' },
    { void: false },
    { until: '2026-01-01' },
  ])('is left to the schema: an owner with %j', (edit) => {
    const json = { of: 'north', person: 'li', ...edit }
    expect(usualOwner(json)).toBeUndefined()
    expect(bySchema(ownerSchema, json)).toBeUndefined()
  })

  test.each<object>([
    { id: '' },
    { key: '' },
    { person: 7 },
    { on: '2026-02-30' },
    { order: '' },
    { void: null },
    { of: 'c7' },
  ])('is left to the schema: a touch with %j', (edit) => {
    const json = { id: 't1', key: 'c7', person: 'li', on: '2026-02-01', ...edit }
    expect(usualTouch(json)).toBeUndefined()
    expect(bySchema(touchSchema, json)).toBeUndefined()
  })
})

describe('what is remembered of good values', () => {
  test('is let go where there are many, and changes nothing', () => {
    const names = Array.from({ length: 2_500 }, (_, i) => `n${i}`)
    const days = Array.from({ length: 25_000 }, (_, i) => addDays('1950-01-01', i))
    for (const name of names)
      expect(usualEvent({ ...order, attributes: { [name]: 'x' } })).toBeDefined()
    for (const on of days) expect(usualEvent({ ...order, on })?.on).toBe(on)
    expect(usualEvent(fullOrder)).toStrictEqual(fullOrder)
  })

  test('leaves an object of more members than are read at once to the schema', () => {
    const attributes = Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`n${i}`, 'x']))
    expect(usualEvent({ ...order, attributes })).toBeUndefined()
    expect(bySchema(eventSchema, { ...order, attributes })).toEqual({ ...order, attributes })
  })

  test('leaves members that are undefined to the schema', () => {
    expect(usualEvent({ ...order, recorded: undefined })).toBeUndefined()
    expect(bySchema(eventSchema, { ...order, recorded: undefined })).toEqual(order)
  })

  test('is not taken from what all objects have been given', () => {
    const given = Object.prototype as { of?: string }
    given.of = 'o9'
    try {
      expect(Object.keys(usualEvent(order) ?? {})).toEqual(Object.keys(order))
    } finally {
      delete given.of
    }
  })
})
