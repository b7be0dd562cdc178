import { parseCrediting } from '../../src/credit/crediting-schema.js'
import { creditDataProblems } from '../../src/credit/data-problems.js'
import { parseEvents } from '../../src/credit/event-schema.js'
import { parseRates } from '../../src/credit/rates-schema.js'
import { readEvents } from '../../src/credit/rows.js'
import { shapley } from '../../src/credit/shapley.js'
import { type Problem, problemsOf } from '../../src/problem/index.js'
import type { CreditCode } from '../../src/words/index.js'
import { crediting, creditingWith, order, transfer } from './crediting.js'
import { dealFixtures } from './deal-fixtures.js'

/** What finds a problem. */
export type Fixture = () => readonly Problem[]

const rules = (...edit: Parameters<typeof creditingWith>): Fixture => {
  return () => problemsOf(() => parseCrediting(creditingWith(...edit)))
}
const events =
  (...edits: readonly object[]): Fixture =>
  () =>
    problemsOf(() => parseEvents(edits))
const rejected =
  (csv: string): Fixture =>
  () =>
    readEvents(csv, () => order).rejected.flatMap(({ problems }) => problems)
const worths =
  (...coalitions: Parameters<typeof shapley>[0]): Fixture =>
  () =>
    problemsOf(() => shapley(coalitions, 2))
const rate = { from: 'USD', to: 'CNY', rates: [{ from: '2026-01-01', value: '7.02' }] }
const channels = Array.from({ length: 11 }, (_, i) => `c${i}`)

/** Of each code what tells it. */
export const fixtures: Record<CreditCode, Fixture> = {
  'asks-nothing': rules({}, { plain: { rules: [{ owner: 'seller', where: { country: [] } }] } }),
  'bad-part': events(
    { ...transfer, share: '3/2' },
    { ...transfer, share: '1.01' },
    { ...transfer, share: '0.0' },
  ),
  'circular-roll-up': rules(
    {},
    {
      team: { of: 'ranks', manager: 'manager', shares: ['0.1'] },
      self: { of: 'self', manager: 'manager', shares: ['0.1'] },
    },
  ),
  'figure-unit': rules({
    figures: {
      ...crediting.figures,
      discount: { unit: 'ratio' },
      score: { unit: 'points' },
      hourly: { unit: 'money:CNY/hour' },
    },
  }),
  'lists-nothing': () => [
    ...problemsOf(() => parseCrediting({ currency: 'CNY', credits: {} })),
    ...rules(
      {},
      { ranks: { of: 'team', manager: 'manager', ranked: { rank: 'rank', rates: {} } } },
    )(),
  ],
  'missing-coalition': worths({ channels: ['a', 'b'], worth: '1' }),
  'negative-contribution': worths(
    { channels: ['a'], worth: '5' },
    { channels: ['b'], worth: '0' },
    { channels: ['a', 'b'], worth: '1' },
  ),
  'no-attribute': rules(
    { customer: 'deal' },
    {
      plain: { rules: [{ owner: 'own.seller', where: { kind: ['order'] } }, { owner: 'person' }] },
      first: { touches: { by: 'counts', window: 0, model: { kind: 'first' } } },
    },
  ),
  'no-weight': rules(
    {},
    {
      web: {
        touches: {
          by: 'customer',
          window: 30,
          model: { kind: 'position', first: '0', last: '0.0', middle: '1' },
        },
      },
    },
  ),
  'not-a-table': () =>
    ['', 'a,a', 'a,b"'].flatMap((csv) => problemsOf(() => readEvents(csv, () => order))),
  'repeated-coalition': worths({ channels: ['a'], worth: '1' }, { channels: ['a'], worth: '1' }),
  'repeated-rate': () => problemsOf(() => parseRates([rate, { ...rate, from: 'EUR' }, rate])),
  'reserved-name': () => [
    ...events({
      ...order,
      figures: { sales: '1' },
      attributes: { made: '2026-01-01', 'own.x': 'x', ownership: 'x' },
    })(),
    ...rules({ figures: { ...crediting.figures, amount: { unit: 'count' } } })(),
  ],
  'same-person': events({ ...transfer, to: 'li' }),
  'stray-quote': rejected('a,b\n1,2"\n'),
  'taken-by-figure': () =>
    creditDataProblems(crediting, {
      events: [{ ...order, attributes: { seller: 'li', margin: '1' } }, transfer],
    }).filter(({ path }) => path.startsWith('events')),
  'too-many-channels': worths({ channels, worth: '1' }),
  'unknown-figure': () => [
    ...creditDataProblems(
      { ...crediting, credits: {} },
      { events: [{ ...order, figures: { margn: '1' } }] },
    ),
    ...rules(
      {},
      { plain: { rules: [{ owner: 'seller', where: { margin: { above: '1', of: 'units2' } } }] } },
    )(),
  ],
  'unknown-owners': () => [
    ...creditDataProblems(crediting, { events: [] }),
    ...creditDataProblems(crediting, { events: [], owners: { territory: [] } }),
  ],
  'wrong-cells': rejected('a,b\n1\n'),
  'wrong-sign': () => [
    ...events({ ...order, amount: '-1.00' }, { ...order, kind: 'refund', amount: '0.01' })(),
    ...creditDataProblems(
      { ...crediting, credits: {} },
      {
        events: [
          { ...order, figures: { units: '-1', margin: '-1' } },
          { ...order, kind: 'collection', amount: '-1.00', figures: { units: '2' } },
        ],
      },
    ),
  ],
  ...dealFixtures,
}
