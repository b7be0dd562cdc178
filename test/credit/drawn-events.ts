import fc from 'fast-check'

/** Events, owners and touches that their schemas take, and ways to spoil them. */

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const ids = fc.oneof(
  pick('o1', 'Ж', '客户 7', '👍🏽', 'a|b~c', ' ', "it's", 'x'.repeat(41), 'é'.repeat(10_000)),
  fc.string({ minLength: 1, unit: pick('a', 'B', '7', '-', ' ', '中', '\u{1f600}') }),
)
const texts = fc.oneof(
  ids,
  pick('10:15', '\n', '\u202e', '\u0000', '1'.repeat(40), '--'.repeat(30)),
)
const dates = pick('2026-03-02', '2024-02-29', '0000-01-01', '9999-12-31', '2026-12-31')
const names = pick('seller', 'country', '_x', 'a.b-c', 'owner', 'Sales', 'n'.repeat(64), 'margin')
const numbers = pick('0', '-0', '-0.00', '12.5', '-3', '0.000001', '1'.repeat(40))
const shares = pick('1', '0.5', '1/3', '2/2', '0.10', '12/13')
const partly = <T extends Record<string, fc.Arbitrary<unknown>>>(
  required: T,
  optional: Record<string, fc.Arbitrary<unknown>>,
) =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) }) as fc.Arbitrary<
    Record<string, unknown>
  >

const happening = { id: ids, on: dates }
const sometimes = { recorded: dates, order: texts }
const amounts = fc.oneof(
  fc.record({ kind: pick('order', 'invoice'), amount: pick('0', '12.3000', '-0.0', '5') }),
  fc.record({ kind: pick('refund', 'cancellation'), amount: pick('0.00', '-12.3', '-5') }),
  fc.record({ kind: pick('collection', 'correction'), amount: pick('7', '-0.01', '0') }),
)
const documents = fc
  .tuple(
    amounts,
    partly(
      { ...happening, currency: pick('CNY', 'USD', 'KWD') },
      {
        ...sometimes,
        of: ids,
        due: dates,
        figures: fc.dictionary(names, numbers, { maxKeys: 3 }),
        attributes: fc.dictionary(names, fc.oneof(texts, numbers, pick('')), { maxKeys: 3 }),
      },
    ),
  )
  .map(([amount, rest]) => ({ ...rest, ...amount }))
const transfers = partly(
  { ...happening, kind: pick('transfer'), of: ids, from: pick('li', '王'), to: pick('wu', '吴') },
  { ...sometimes, credit: names, share: shares },
)

export const events = fc.oneof(documents, transfers)
export const owners = fc
  .tuple(
    partly(
      { of: texts, person: ids },
      {
        from: pick('2024-02-29', '2025-01-01'),
        to: dates.filter((day) => day > '2025'),
        recorded: dates,
        void: pick(true),
      },
    ),
    fc.oneof(
      pick({}),
      shares.map((share) => ({ share })),
      pick({ share: '0' }, { share: '1.5' }, { weight: '3' }),
    ),
  )
  .map(([owner, share]) => ({ ...owner, ...share }))
export const touches = partly(
  { id: ids, key: texts, person: ids, on: dates },
  { order: texts, recorded: dates, void: pick(true) },
)

/** What stands where something else should, or is just as good. */
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  pick<unknown>(undefined, null, true, false, 0, -0, Number.NaN, 1n, Symbol.iterator, '', 'null'),
  pick<unknown>('transfer', 'order', 'refund', '2026-02-29', '2026-2-3', '1e3', '+1', '01', '.5'),
  pick<unknown>('0/1', '3/2', '1/3', '-1/3', '1.5', '0', 'XXX', 'JPY', 'toString', 'li', 'wu'),
  pick<unknown>('1.001', '1.00000', '-1', '9'.repeat(41), '1'.repeat(10_000), 'x'.repeat(10_001)),
  pick<unknown>('\ud800', 'a\udc00', '\u200f', '\u2028', '\u0007', 'a\u0000'),
  pick<() => unknown>(
    () => [],
    () => ({}),
    () => new Date(0),
    () => new Map(),
    () => new String('x'),
    () => ({ margin: '1', seller: 'li' }),
    () => Object.create(null),
    () => Object.setPrototypeOf([], null),
    () => JSON.parse('{"__proto__":"1"}'),
    () => ({ constructor: 'x' }),
    () => ({ sales: '1', 'own.x': '1' }),
    () => ({ 'no name': '1' }),
    () => ({ x: undefined }),
    () => ({ x: '9'.repeat(41) }),
    () => new Proxy({ x: '1' }, {}),
    () => Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`n${i}`, '1'])),
  ).map((make) => make()),
)

type Spoiling = (event: object) => object

const keys = pick(
  ...['id', 'on', 'recorded', 'order', 'kind', 'amount', 'currency', 'of', 'due', 'figures'],
  ...['attributes', 'credit', 'from', 'to', 'share', 'key', 'person', 'weight', 'void'],
  ...['constructor', 'prototype', 'hasOwnProperty', 'toString', 'x', ''],
)
const put = (event: object, key: string | symbol, descriptor: PropertyDescriptor) =>
  Object.defineProperty(event, key, { enumerable: true, configurable: true, ...descriptor })
const thrower = () => {
  throw new Error('not to be looked at')
}

const members = (event: object, target: object) =>
  Object.defineProperties(target, Object.getOwnPropertyDescriptors(event))
class Event {}

const memberSpoilings: fc.Arbitrary<Spoiling> = fc.oneof(
  // One that is there.
  fc.tuple(fc.nat(), wrong).map<Spoiling>(([place, value]) => (event) => {
    const own = Object.keys(event)
    return put(event, own[place % own.length] ?? 'x', { value })
  }),
  fc.tuple(keys, wrong).map<Spoiling>(
    ([key, value]) =>
      (event) =>
        put(event, key, { value }),
  ),
  keys.map<Spoiling>((key) => (event) => {
    Reflect.deleteProperty(event, key)
    return event
  }),
  wrong.map<Spoiling>((value) => (event) => put(event, '__proto__', { value })),
  // Such members are passed over by all.
  fc.tuple(keys, wrong).map<Spoiling>(
    ([key, value]) =>
      (event) =>
        put(event, key, { value, enumerable: false }),
  ),
  wrong.map<Spoiling>((value) => (event) => put(event, Symbol('x'), { value })),
  fc
    .tuple(keys, fc.array(wrong, { minLength: 1, maxLength: 3 }))
    .map<Spoiling>(([key, values]) => (event) => {
      let read = 0
      return put(event, key, { get: () => values[read++ % values.length] })
    }),
  keys.map<Spoiling>((key) => (event) => put(event, key, { get: thrower })),
)
const shapeSpoilings: fc.Arbitrary<Spoiling> = pick<Spoiling>(
  (event) => members(event, Object.create(null)),
  (event) => members(event, Object.create({})),
  (event) => members(event, Object.create({ of: 'o9' })),
  (event) => members(event, new Event()),
  (event) => members(event, () => event),
  (event) => Object.keys(event),
  (event) => Object.setPrototypeOf(members(event, []), null),
  (event) => new Proxy(event, {}),
  (event) => new Proxy(event, { get: thrower }),
  (event) => new Proxy(event, { ownKeys: thrower }),
  (event) => new Proxy(event, { getPrototypeOf: thrower }),
  (event) => new Proxy(event, { getPrototypeOf: () => Array.prototype }),
  (event) => new Proxy(event, { getPrototypeOf: () => null }),
  (event) =>
    new Proxy(event, { get: (target, key) => (key === 'id' ? 7 : Reflect.get(target, key)) }),
  (event) => new Proxy([event], {}),
  () => [],
)

/** Ways to spoil an object, which make of the same the same each time. */
export const spoilings: fc.Arbitrary<Spoiling> = fc
  .tuple(fc.array(memberSpoilings, { minLength: 1, maxLength: 2 }), fc.option(shapeSpoilings))
  .map(([inside, shape]) => (json) => {
    const event = inside.reduce<object>((each, spoil) => spoil(each), { ...json })
    return shape === null ? event : (shape(event) as object)
  })
