import { describe, expect, test } from 'vitest'
import { bySeller, credited, direct, later, order, shown } from './shop.js'

const sold = order({ attributes: { seller: 'li' } })
const handed = later('transfer', { from: 'li', to: 'wu' })

describe('a transfer', () => {
  const rows = (events: readonly object[], crediting: object = bySeller) =>
    credited(crediting, events).credits.map(
      ({ event, person, sales, counts, made }) => `${event} ${person} ${sales} ${counts} ${made}`,
    )

  test('takes where it had counted, counts on its day, and is followed by what comes after', () => {
    const back = later('refund', { id: 'r1', on: '2026-03-01', amount: '-60.00' })
    expect(rows([sold, { ...handed, share: '0.25' }, back])).toEqual([
      'o1 li 100.00 2026-01-10 2026-01-10',
      'transfer-1 li -25.00 2026-01-10 2026-01-10',
      'transfer-1 wu 25.00 2026-02-03 2026-02-03',
      'r1 li -45.00 2026-01-10 2026-01-10',
      'r1 wu -15.00 2026-02-03 2026-02-03',
    ])
  })

  test('of all leaves nothing to its giver, and may come back', () => {
    const again = { ...handed, id: 't2', from: 'wu', to: 'li', on: '2026-02-04' }
    const back = later('refund', { id: 'r1', on: '2026-03-01', amount: '-100.00' })
    expect(rows([sold, handed, again, back]).slice(3)).toEqual([
      't2 wu -100.00 2026-02-03 2026-02-03',
      't2 li 100.00 2026-02-04 2026-02-04',
      'r1 li -100.00 2026-02-04 2026-02-04',
    ])
  })

  test('told late moves what came between, on the day on which it was told', () => {
    const back = later('refund', { id: 'r1', on: '2026-02-10', amount: '-40.00' })
    const { credits } = credited(bySeller, [sold, { ...handed, recorded: '2026-02-20' }, back])
    expect(
      credits.map(({ event, person, sales, on, counts }) => [event, person, sales, on, counts]),
    ).toEqual([
      ['o1', 'li', '100.00', '2026-01-10', '2026-01-10'],
      ['r1', 'li', '-40.00', '2026-02-10', '2026-01-10'],
      ['transfer-1', 'li', '-60.00', '2026-02-20', '2026-01-10'],
      ['transfer-1', 'wu', '60.00', '2026-02-20', '2026-02-03'],
    ])
  })

  test('moves a kind of credit alone where it names one', () => {
    const kinds = direct(
      { rules: [{ owner: 'seller' }] },
      { service: { rules: [{ owner: 'seller' }] } },
    )
    const moved = shown(credited(kinds, [sold, { ...handed, credit: 'service' }]), 'sales')
    expect(moved.filter((row) => row.startsWith('transfer'))).toEqual([
      'transfer-1 service li -100.00',
      'transfer-1 service wu 100.00',
    ])
  })

  test('from who holds nothing, or of a kind that there is not, is refused', () => {
    expect(() => credited(bySeller, [sold, { ...handed, from: 'zoe' }])).toThrow(
      /events\[1\]\.from.*"zoe".*li/,
    )
    expect(() => credited(bySeller, [sold, { ...handed, credit: 'dircet' }])).toThrow(
      /events\[1\]\.credit.*direct/,
    )
  })

  test('counts on its own day for both where all does', () => {
    expect(rows([sold, { ...handed, share: '0.5' }], { ...bySeller, takeBacks: 'own' })).toEqual([
      'o1 li 100.00 2026-01-10 2026-01-10',
      'transfer-1 li -50.00 2026-02-03 2026-01-10',
      'transfer-1 wu 50.00 2026-02-03 2026-02-03',
    ])
  })
})

describe('division', () => {
  const owners = ['a', 'b', 'c'].map((person) => ({ of: 'li', person, weight: '1' }))
  const thirds = direct({ rules: [{ by: 'seller', owners }] }, {}, { places: 2 })

  test('leaves the odd unit to one by the digest of the deal, and takes it back from them', () => {
    const back = later('refund', { id: 'r1', amount: '-100.00' })
    const parts = shown(credited(thirds, [sold, back]), 'sales')
    // The digest of "o1" begins at the third of three.
    expect(parts).toEqual([
      'o1 direct a 33.33',
      'o1 direct b 33.33',
      'o1 direct c 33.34',
      'r1 direct a -33.33',
      'r1 direct b -33.33',
      'r1 direct c -33.34',
    ])
  })

  test('leaves nothing where what came back was of another document', () => {
    const second = { ...sold, id: 'o2', of: 'o1', on: '2026-01-20' }
    const back = later('refund', { id: 'r1', of: 'o2', amount: '-200.00' })
    const { credits } = credited(thirds, [sold, second, back])
    const sums = new Map<string, number>()
    for (const { person, sales } of credits)
      sums.set(person, (sums.get(person) ?? 0) + Math.round(Number(sales) * 100))
    expect([...sums]).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ])
  })

  test('writes a free order for all who have a share of it', () => {
    expect(shown(credited(thirds, [{ ...sold, amount: '0.00' }]), 'sales')).toEqual([
      'o1 direct a 0.00',
      'o1 direct b 0.00',
      'o1 direct c 0.00',
    ])
  })
})

describe('what is told late of owners', () => {
  test('moves what was given, and later events go by what is known then', () => {
    const owners = [
      { of: 'li', person: 'mo' },
      { of: 'li', person: 'mo', void: true, recorded: '2026-02-01' },
      { of: 'li', person: 'na', recorded: '2026-02-01' },
      { of: 'li', person: 'na', void: true, recorded: '2026-02-20' },
      { of: 'li', person: 'mo', recorded: '2026-02-20' },
    ]
    const back = later('refund', { id: 'r1', on: '2026-02-10', amount: '-40.00' })
    const { credits } = credited(direct({ rules: [{ by: 'seller', owners }] }), [sold, back])
    expect(credits.map(({ id, sales, on }) => [id, sales, on])).toEqual([
      ['o1|direct|mo', '100.00', '2026-01-10'],
      ['o1@2026-02-01|direct|mo', '-100.00', '2026-02-01'],
      ['o1@2026-02-01|direct|na', '100.00', '2026-02-01'],
      ['r1|direct|na', '-40.00', '2026-02-10'],
      ['o1@2026-02-20|direct|mo', '60.00', '2026-02-20'],
      ['o1@2026-02-20|direct|na', '-60.00', '2026-02-20'],
    ])
  })

  test('says nothing where it changes nothing', () => {
    const owners = [
      { of: 'li', person: 'mo' },
      { of: 'li', person: 'mo', to: '2026-06-30', recorded: '2026-02-01' },
    ]
    const { credits } = credited(direct({ rules: [{ by: 'seller', owners }] }), [sold])
    expect(credits).toHaveLength(1)
  })
})

test('ids tell apart what their parts would not', () => {
  const events = [
    { ...sold, id: 'a|b' },
    { ...sold, id: 'a', attributes: { seller: 'b|direct|li@~' } },
  ]
  expect(credited(bySeller, events).credits.map(({ id }) => id)).toEqual([
    'a~pb|direct|li',
    'a|direct|b~pdirect~pli~a~t',
  ])
})

test('no more problems are looked for than are told', () => {
  const events = Array.from({ length: 3_000 }, (_, i) => order({ id: `o${i}` }))
  expect(() => credited(bySeller, events)).toThrow(/nobody gets the credit/)
})
