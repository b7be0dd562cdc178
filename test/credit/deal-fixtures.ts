import { creditDeals } from '../../src/credit/credit-deals.js'
import type { Crediting } from '../../src/credit/crediting.js'
import { parseCrediting } from '../../src/credit/crediting-schema.js'
import { type DealData, parseCreditData } from '../../src/credit/data-schema.js'
import type { DealEvent } from '../../src/credit/event.js'
import { appendEvents } from '../../src/credit/ledger.js'
import { type Problem, problemsOf } from '../../src/problem/index.js'
import { order, transfer } from './crediting.js'

const sold: DealEvent = { ...order, attributes: { seller: 'li', desk: 'north' } }
const refund: DealEvent = { ...order, id: 'r1', kind: 'refund', amount: '-20.00', of: 'o1' }
const desks: Crediting['credits'] = {
  direct: { rules: [{ by: 'desk', owners: 'desks' }], unowned: 'list' },
}
const north = { of: 'north', person: 'li' }

/** What crediting deals refuses. */
function refused(
  events: readonly DealEvent[],
  crediting: Partial<Crediting> = {},
  data: Omit<DealData, 'events'> = {},
): () => readonly Problem[] {
  const credits = { direct: { rules: [{ owner: 'seller' }] } }
  return () =>
    problemsOf(() =>
      creditDeals(
        parseCrediting({ currency: 'CNY', credits, ...crediting }),
        parseCreditData({ events, ...data }),
      ),
    )
}

/** Of each problem of deals the deals that have it. */
export const dealFixtures = {
  'below-zero': refused([sold, { ...refund, amount: '-140.00' }]),
  'circle-above': refused(
    [sold],
    {
      credits: {
        direct: { rules: [{ owner: 'seller' }] },
        team: { of: 'direct', manager: 'manager', shares: ['0.1', '0.1', '0.1'] },
      },
    },
    {
      people: ['li', 'wu'].map((id) => ({
        id,
        attributes: {
          manager: [{ from: '2026-01-01', value: id === 'li' ? 'wu' : 'li' }],
        },
      })),
    },
  ),
  'conflicting-event': () =>
    problemsOf(() => appendEvents([order], [{ ...order, amount: '1.00' }])),
  'endless-chain': refused([
    { ...refund, of: 'r2' },
    { ...refund, id: 'r2', of: 'r1' },
  ]),
  'mixed-shares': refused(
    [sold],
    { credits: desks },
    {
      owners: {
        desks: [
          { ...north, share: '0.5' },
          { ...north, person: 'wu', weight: '1' },
        ],
      },
    },
  ),
  'no-conversion': refused([{ ...sold, currency: 'USD' } as DealEvent]),
  'not-whole': refused(
    [sold],
    { credits: desks },
    { owners: { desks: [{ ...north, share: '0.9' }] } },
  ),
  'nothing-to-transfer': () => [
    ...refused([sold, { ...transfer, from: 'wang' }])(),
    ...refused([sold, { ...transfer, from: 'wang' }], {
      credits: { direct: { rules: [{ owner: 'buyer' }], unowned: 'list' } },
    })(),
  ],
  'repeated-event': refused([sold, sold]),
  uncredited: refused([order]),
  'unknown-credit': refused([sold, { ...transfer, credit: 'dircet' }]),
  'unknown-original': refused([{ ...refund, of: 'o9' }]),
  'untold-figure': refused([{ ...sold, figures: { margin: '30' } } as DealEvent, refund], {
    figures: { margin: { unit: 'money:CNY' } },
  }),
}
