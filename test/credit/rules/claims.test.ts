import { describe, expect, test } from 'vitest'
import { credited, direct, later, order, shown } from './shop.js'

const sold = (members: object = {}, attributes: object = {}) =>
  order({ ...members, attributes: { seller: 'li', customer: 'c7', ...attributes } })

function who(kind: object, event: object = sold(), data: object = {}, crediting: object = {}) {
  return shown(credited(direct(kind, {}, crediting), [event], data), 'sales')
}

describe('conditions', () => {
  const rule = (where: object) => ({ unowned: 'list', rules: [{ where, owner: 'seller' }] })
  const margin = { figures: { margin: { unit: 'money:CNY', sign: 'any' } } }

  test.each([
    ['one of some texts', { customer: ['c7', 'c8'] }, true],
    ['another text', { customer: ['c8'] }, false],
    ['an attribute that it has not', { region: ['north'] }, false],
    ['several, of which one does not hold', { customer: ['c7'], amount: { above: '100' } }, false],
    ['its size, at least', { amount: { atLeast: '100' } }, true],
    ['its size, below', { amount: { below: '100' } }, false],
    ['its size, at most', { amount: { atMost: '100', above: '99.99' } }, true],
    ['bounds of a text', { customer: { atLeast: '1' } }, false],
    ['a number of an attribute', { discount: { atMost: '0.1' } }, true],
    ['its margin, as a part of its amount', { margin: { of: 'amount', atLeast: '0.3' } }, true],
    ['its margin, as more of its amount', { margin: { of: 'amount', above: '0.3' } }, false],
    ['a part of what it has not', { margin: { of: 'cost', atLeast: '0.3' } }, false],
  ])('%s', (_, where, holds) => {
    const figures = { ...margin.figures, cost: { unit: 'money:CNY' } }
    const event = sold({ figures: { margin: '30.00' } }, { discount: '0.05' })
    expect(who(rule(where), event, {}, { figures })).toHaveLength(holds ? 1 : 0)
  })

  test('look at amounts in the currency of the credits', () => {
    const rates = [{ from: 'USD', to: 'CNY', rates: [{ from: '2026-01-01', value: '7.02' }] }]
    const event = sold({ currency: 'USD' })
    expect(who(rule({ amount: { atLeast: '702' } }), event, { rates })).toEqual([
      'o1 direct li 702.00',
    ])
    expect(who(rule({ amount: { above: '702' } }), event, { rates })).toEqual([])
  })

  test('hold from a day to a day, and the first that holds is the one', () => {
    const rules = [
      { to: '2026-01-09', owner: 'customer' },
      { from: '2026-01-10', to: '2026-01-10', owner: 'seller' },
      { owner: 'customer' },
    ]
    expect(who({ rules })).toEqual(['o1 direct li 100.00'])
    expect(who({ rules }, sold({ on: '2026-01-11' }))).toEqual(['o1 direct c7 100.00'])
  })
})

describe('owners', () => {
  const by = (owners: unknown, kind: object = {}) => ({
    rules: [{ by: 'customer', owners }],
    ...kind,
  })
  const own = (person: string, members: object = {}) => ({ of: 'c7', person, ...members })

  test('take turns by days, here or in a table of the data', () => {
    const rows = [own('mo', { to: '2026-01-10' }), own('na', { from: '2026-01-11' })]
    expect(who(by(rows))).toEqual(['o1 direct mo 100.00'])
    expect(who(by('accounts'), sold({ on: '2026-01-11' }), { owners: { accounts: rows } })).toEqual(
      ['o1 direct na 100.00'],
    )
  })

  test('have shares or weights, and one person may have several', () => {
    const thirds = [
      own('mo', { share: '1/3' }),
      own('na', { share: '0.5' }),
      own('mo', { share: '1/6', from: '2026-01-01' }),
    ]
    expect(who(by(thirds))).toEqual(['o1 direct mo 50.00', 'o1 direct na 50.00'])
    expect(who(by([own('mo', { weight: '3' }), own('na', { weight: '1' })]))).toEqual([
      'o1 direct mo 75.00',
      'o1 direct na 25.00',
    ])
  })

  test('kind 4 in equal parts of three have a third each, 5,000 of 15,000', () => {
    const agents = ['mo', 'na', 'ou'].map((agent) => own(agent, { weight: '1' }))
    expect(who(by(agents), sold({ amount: '15000.00' }))).toEqual(
      ['mo', 'na', 'ou'].map((agent) => `o1 direct ${agent} 5000.00`),
    )
  })

  test('must make the whole, unless the kind says any', () => {
    const rows = [own('mo', { share: '0.6' }), own('na', { share: '0.6' })]
    expect(() => who(by(rows))).toThrow(/1\.2/)
    const { credits, reconciliation } = credited(direct(by(rows, { shares: 'any' })), [sold()])
    expect(credits.map(({ sales }) => sales)).toEqual(['60.00', '60.00'])
    expect(reconciliation).toEqual([
      { finding: 'not-whole', deal: 'o1', credit: 'direct', share: '1.2' },
    ])
    const third = credited(direct(by([own('mo', { share: '1/3' })], { shares: 'any' })), [sold()])
    expect(third.reconciliation).toMatchObject([{ share: '1/3' }])
  })

  test('say either shares or weights on a day', () => {
    expect(() => who(by([own('mo', { share: '0.5' }), own('na', { weight: '1' })]))).toThrow(
      /credits\.direct\.rules\[0\]\.owners/,
    )
  })

  test('of nothing are nobody: refused, listed, or the house', () => {
    const rows = [own('mo', { from: '2026-02-01' })]
    expect(() => who(by(rows))).toThrow(/nobody gets the credit "direct" of the deal "o1"/)
    expect(credited(direct(by(rows, { unowned: 'list' })), [sold()])).toEqual({
      credits: [],
      reconciliation: [{ finding: 'uncredited', deal: 'o1', credit: 'direct' }],
    })
    expect(who(by(rows, { unowned: { to: 'house' } }))).toEqual(['o1 direct house 100.00'])
    expect(who({ rules: [{ owner: 'agent' }], unowned: { to: 'house' } })).toEqual([
      'o1 direct house 100.00',
    ])
  })

  test('taken away by `void` are no owners', () => {
    const rows = [own('mo'), own('na'), own('na', { void: true, recorded: '2026-01-05' })]
    expect(who(by(rows))).toEqual(['o1 direct mo 100.00'])
  })
})

describe('a kind that follows documents', () => {
  const collectors = { follows: 'collection', rules: [{ owner: 'own.desk' }] }
  const received = (id: string, on: string, desk: string) =>
    later('collection', { id, on, amount: '50.00', attributes: { desk } })

  test('credits each by what it says of itself, and what takes it back with it', () => {
    const events = [
      sold(),
      received('c1', '2026-02-01', 'ann'),
      received('c2', '2026-02-05', 'bob'),
      later('refund', { id: 'r1', of: 'c1', on: '2026-03-01', amount: '-50.00' }),
    ]
    expect(shown(credited(direct(collectors), events), 'sales', 'collections')).toEqual([
      'c1 direct ann 0.00 50.00',
      'r1 direct ann 0.00 -50.00',
      'c2 direct bob 0.00 50.00',
    ])
  })

  test('moves one document, and tells of each that nobody has', () => {
    const events = [
      sold(),
      received('c1', '2026-02-01', 'ann'),
      received('c2', '2026-02-05', 'ann'),
      later('transfer', { of: 'c1', on: '2026-02-07', from: 'ann', to: 'bob' }),
    ]
    expect(shown(credited(direct(collectors), events), 'collections')).toEqual([
      'c1 direct ann 50.00',
      'transfer-1 direct ann -50.00',
      'transfer-1 direct bob 50.00',
      'c2 direct ann 50.00',
    ])
    const listed = direct({ ...collectors, unowned: 'list' })
    const two = [sold(), ...['c1', 'c2'].map((id) => later('collection', { id }))]
    expect(credited(listed, two).reconciliation).toEqual([
      { finding: 'uncredited', deal: 'o1', credit: 'direct' },
    ])
  })
})
