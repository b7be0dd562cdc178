import { expect, test } from 'vitest'
import { dueFor, runs } from '../../examples/16-deal-life/life.js'

/** Figures of the life of the deal D2, each worked out by hand. */
const due = dueFor('D2')

test.each([
  // Of the year 60,000 before it: 40,000 at 3 % and 20,000 at 5 % are 2,200. 24,000 of 60,000 is received.
  ['2026-02', 'commission', 'li', '2026-02', '880.00'],
  // 40,000 at 3 % are 1,200. 16,000 of 40,000 is received.
  ['2026-02', 'commission', 'wu', '2026-02', '480.00'],
  // 48,000 is left: 40,000 at 3 % and 8,000 at 5 % are 1,600, of which 24,000 of 48,000 are 800.
  ['2026-03', 'commission', 'li', '2026-02', '-80.00'],
  // 32,000 at 3 % are 960, half of which is received: as much as before.
  ['2026-03', 'commission', 'wu', '2026-02', undefined],
  ['2026-04', 'commission', 'wu', '2026-02', '-480.00'],
  ['2026-04', 'commission', 'zhao', '2026-04', '480.00'],
  ['2026-05', 'commission', 'li', '2026-05', '800.00'],
  ['2026-05', 'commission', 'zhao', '2026-05', '480.00'],
  // 40,000 of 100,000 is margin. 30 days after 19 January is 18 February, after 1 April 1 May.
  ['2026-02', 'bonus', 'li', '2026-02', '600.00'],
  ['2026-04', 'bonus', 'wu', '2026-02', '-320.00'],
  ['2026-05', 'bonus', 'zhao', '2026-05', '320.00'],
  ['2026-05', 'team', 'mei', '2026-05', '800.00'],
] as const)('%s: %s of %s for %s is %s', (run, component, person, earned, amount) => {
  const found = due.find(
    (each) =>
      each.run === run &&
      each.component === component &&
      each.person === person &&
      each.earned === earned,
  )
  expect(found?.amount).toBe(amount)
})

test('what the deals bring is what the runs pay', () => {
  const cents = (amounts: readonly { readonly amount: string }[]) =>
    amounts.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
  const deals = ['D1', 'D2', 'D3', 'D4'].flatMap((deal) => dueFor(deal))
  expect(cents(deals)).toBe(cents(runs.flatMap(({ lines }) => lines)))
  expect(runs.flatMap(({ withheld }) => withheld)).toEqual([])
})
