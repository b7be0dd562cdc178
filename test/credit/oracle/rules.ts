import fc from 'fast-check'
import type {
  Crediting,
  CreditKind,
  CreditRule,
  TouchModel,
} from '../../../src/credit/crediting.js'
import { minorUnits } from '../../../src/quantity/index.js'
import { dayAt, often, persons, rarely } from './draws.js'

const house = { to: 'house' } as const
const byClerk: CreditRule = { owner: 'clerk' }
const byRegion: CreditRule = { by: 'region', owners: 'regions' }

/** Rules of which the last holds where no other does. */
const firstRules: readonly CreditRule[] = [
  { where: { line: ['hard'] }, by: 'region', owners: 'regions' },
  { where: { amount: { atLeast: '333.34', below: '20000' } }, owner: 'clerk' },
  { where: { margin: { of: 'amount', atLeast: '0.3' }, line: ['soft', 'hard'] }, owner: 'clerk' },
  { where: { units: { above: '2' } }, by: 'line', owners: 'lines' },
  { from: dayAt(9), to: dayAt(21), by: 'region', owners: 'others' },
  {
    where: { customer: ['c1'] },
    by: 'customer',
    owners: [
      { of: 'c1', person: 'wu', weight: '1' },
      { of: 'c1', person: 'é~', weight: '2' },
    ],
  },
]
const ownRules: readonly CreditRule[] = [
  { where: { line: ['soft'] }, by: 'region', owners: 'others' },
  {
    where: { kind: ['order', 'invoice', 'collection'], 'own.clerk': [...persons] },
    owner: 'own.clerk',
  },
]

const rulesOf = (some: readonly CreditRule[], last: readonly CreditRule[]) =>
  fc
    .record({
      first: fc.subarray([...some], { maxLength: Math.min(3, some.length) }),
      last: fc.constantFrom(...last),
    })
    .map(({ first, last }) => [...first, last])

const unowned = fc.constantFrom(house, house, 'list' as const, undefined)
const ruled: fc.Arbitrary<CreditKind> = fc
  .record({
    rules: rulesOf(firstRules, [byClerk, byRegion]),
    unowned,
    shares: rarely(fc.constant('any' as const)),
  })
  .map(given)
const whole: fc.Arbitrary<CreditKind> = fc
  .record({ rules: rulesOf([], [byClerk, byRegion]), unowned })
  .map(given)
const byDocument: fc.Arbitrary<CreditKind> = fc
  .record({
    rules: rulesOf([...ownRules, ...firstRules], [byClerk, byRegion]),
    unowned,
    shares: often(fc.constant('any' as const)),
    follows: fc.constantFrom('order' as const, 'invoice' as const, 'collection' as const),
  })
  .map(given)
const overlay: fc.Arbitrary<CreditKind> = fc.constant({
  rules: [{ by: 'line', owners: 'lines' }],
  shares: 'any',
  unowned: 'list',
})

const model = fc.constantFrom<TouchModel>(
  { kind: 'first' },
  { kind: 'last' },
  { kind: 'linear' },
  { kind: 'position', first: '0.4', middle: '0.2', last: '0.4' },
  { kind: 'position', first: '1', middle: '0', last: '2' },
  { kind: 'time-decay', halfLife: 7 },
)
const touched: fc.Arbitrary<CreditKind> = fc
  .record({
    touches: fc.record({ by: fc.constant('customer'), window: fc.constantFrom(0, 5, 30), model }),
    where: rarely(fc.constant({ line: ['soft'] })),
    unowned: fc.constantFrom(undefined, undefined, house, 'list' as const),
  })
  .map(given)

const active = { active: ['yes'] }
const qualifying: fc.Arbitrary<object> = fc.constantFrom(
  ...[{}, {}, {}, { whose: active }, { qualified: active }],
  ...[
    { whose: active, qualified: active },
    { qualified: active, unqualified: 'unpaid' },
  ],
)
const rest = often(fc.constantFrom('house', 'li'))
const levels = (of: readonly string[]): fc.Arbitrary<CreditKind> =>
  fc
    .record({
      of: fc.constantFrom(...of),
      manager: fc.constant('manager'),
      shares: fc.constantFrom(['0.04'], ['0.02', '0.015', '0.01'], ['1'], ['0.3333', '0.1']),
      rest,
      qualifying,
    })
    .map(({ qualifying: more, ...kind }) => given({ ...kind, ...more }))
const ranked = (of: readonly string[]): fc.Arbitrary<CreditKind> =>
  fc
    .record({
      of: fc.constantFrom(...of),
      manager: fc.constant('manager'),
      ranked: fc.constantFrom<Extract<CreditKind, { of: string }>['ranked']>(
        { rank: 'rank', rates: { bronze: '0.1', silver: '0.15', gold: '0.25' } },
        { rank: 'rank', rates: { bronze: '0.1', silver: '0.15', gold: '0.25' }, cap: '0.08' },
      ),
      rest,
      qualifying,
    })
    .map(({ qualifying: more, ...kind }) => given({ ...kind, ...more }))

/** Only the members that have a value. */
function given<T extends object>(
  members: T,
): { readonly [K in keyof T]: Exclude<T[K], undefined> } {
  const some = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(some) as { readonly [K in keyof T]: Exclude<T[K], undefined> }
}

const based = ['direct', 'split', 'parts', 'touch', 'overlay']

/** The rules of a company, of all kinds of credit. */
export const anyCrediting: fc.Arbitrary<Crediting> = fc
  .record({
    currency: fc.constantFrom('CNY' as const, 'CNY' as const, 'JPY' as const),
    credits: fc.record(
      {
        direct: ruled,
        split: whole,
        parts: byDocument,
        touch: touched,
        overlay,
        team: levels(based),
        ranks: ranked([...based, 'team']),
        upper: levels(['team', 'ranks']),
      },
      { requiredKeys: ['direct'] },
    ),
    figures: fc.constant<Crediting['figures']>({
      units: { unit: 'count', places: 2 },
      margin: { unit: 'money:CNY', sign: 'any' },
      paid: { unit: 'money:CNY', from: 'collection' },
      billed: { unit: 'count', from: 'invoice', places: 0 },
    }),
    places: fc.constantFrom(undefined, 'minor' as const, 'minor' as const),
    takeBacks: fc.constantFrom(undefined, 'deal' as const, 'own' as const),
    rates: fc.constantFrom(undefined, 'deal' as const, 'own' as const),
    customer: fc.constantFrom(undefined, 'customer'),
    belowZero: fc.constantFrom(undefined, 'list' as const, 'list' as const),
  })
  .map(
    ({ credits, figures, places, ...more }) =>
      given({
        ...more,
        places: places && minorUnits(more.currency),
        figures: Object.fromEntries(
          Object.entries(figures ?? {}).map(([name, figure]) => [
            name,
            // Their money is of the credits' currency, whatever that is.
            figure.unit === 'money:CNY'
              ? given({
                  ...figure,
                  unit: `money:${more.currency}` as const,
                  // And may be told finer than yen.
                  places: places && 2,
                })
              : figure,
          ]),
        ),
        credits: withBases(credits as Readonly<Record<string, CreditKind>>),
      }) as Crediting,
  )

/** Those kinds alone that roll up from one that is there. */
function withBases(
  credits: Readonly<Record<string, CreditKind>>,
): Readonly<Record<string, CreditKind>> {
  const isThere = (kind: CreditKind): boolean => {
    if (!('of' in kind)) return true
    const base = credits[kind.of]
    return base !== undefined && isThere(base)
  }
  return Object.fromEntries(Object.entries(credits).filter(([, kind]) => isThere(kind)))
}
