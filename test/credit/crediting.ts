import type { Crediting, CreditKind, RuledCredit } from '../../src/credit/crediting.js'
import type { AmountEvent, TransferEvent } from '../../src/credit/event.js'

export const direct: RuledCredit = {
  label: { en: 'Direct', 'zh-CN': '直接' },
  clause: '§ 1',
  unowned: { to: 'house' },
  follows: 'invoice',
  shares: 'any',
  rules: [
    {
      where: {
        country: ['CN', 'HK'],
        margin: { atLeast: '0.2', of: 'amount' },
        amount: { above: '1000' },
        'own.condition': ['good'],
        kind: ['order'],
      },
      from: '2026-01-01',
      to: '2026-12-31',
      owner: 'seller',
      clause: '§ 1.1',
    },
    { by: 'territory', owners: 'territories' },
    {
      by: 'own.desk',
      owners: [
        { of: 'north', person: 'li', share: '1/3' },
        { of: 'north', person: 'wu', share: '0.5', from: '2026-01-01', to: '2026-06-30' },
        { of: 'north', person: 'wu', from: '2026-01-01', recorded: '2026-02-01', void: true },
        { of: 'south', person: 'wu', weight: '2' },
      ],
    },
  ],
}

/** Rules of crediting that say all there is to say. */
export const crediting: Crediting = {
  currency: 'CNY',
  credits: {
    direct,
    plain: { rules: [{ owner: 'seller' }] },
    web: {
      label: 'Web',
      unowned: 'list',
      touches: {
        by: 'customer',
        window: 30,
        model: { kind: 'position', first: '0.4', last: '0.4', middle: '0.2' },
      },
      where: { country: ['CN'] },
    },
    first: { touches: { by: 'customer', window: 0, model: { kind: 'first' } } },
    decay: { touches: { by: 'customer', window: 9, model: { kind: 'time-decay', halfLife: 7 } } },
    team: { of: 'direct', manager: 'manager', shares: ['0.1', '1/20'], rest: 'house' },
    ranks: {
      of: 'team',
      manager: 'manager',
      ranked: { rank: 'rank', rates: { junior: '0.05', senior: '0.1' }, cap: '0.08' },
      qualified: {
        licensed: ['yes'],
        score: { atLeast: '1', above: '0', atMost: '9', below: '10' },
      },
    },
  },
  figures: {
    margin: { unit: 'money:CNY', sign: 'any' },
    units: { unit: 'count', from: 'invoice', places: 0 },
  },
  places: 6,
  takeBacks: 'own',
  rates: 'own',
  customer: 'customer',
  belowZero: 'list',
}

/** The rules with some of their members, or some kinds of credit, replaced. */
export function creditingWith(
  edit: Partial<Crediting>,
  credits: Readonly<Record<string, unknown>> = {},
): Crediting {
  return {
    ...crediting,
    ...edit,
    credits: { ...crediting.credits, ...edit.credits, ...(credits as Record<string, CreditKind>) },
  }
}

export const order: AmountEvent = {
  id: 'o1',
  on: '2026-03-02',
  kind: 'order',
  amount: '120.00',
  currency: 'CNY',
}

/** An order that says all there is to say. */
export const fullOrder: AmountEvent = {
  ...order,
  recorded: '2026-03-03',
  order: '10:15',
  of: 'q1',
  due: '2026-04-01',
  figures: { margin: '-20.005', units: '3' },
  attributes: { seller: 'li', country: 'CN', note: '' },
}

export const transfer: TransferEvent = {
  id: 't1',
  on: '2026-04-01',
  kind: 'transfer',
  of: 'o1',
  from: 'li',
  to: 'wu',
}

export const fullTransfer: TransferEvent = {
  ...transfer,
  recorded: '2026-04-02',
  order: '1',
  credit: 'direct',
  share: '1/3',
}
