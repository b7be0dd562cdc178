import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figure } from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'
import { held, proven, readBy } from '../field/proven.js'
import { staff } from './bonus-months.js'
import { bookJson, component, policy } from './policies.js'

/** Laws of what is carried from period to period, each beside the same on a sheet of paper, in whole cents. */

const months = Array.from({ length: 6 }, (_, i) => `2026-0${i + 1}`)
const text = (cents: number) => (cents / 100).toFixed(2)
const cents = (value: string) => Math.round(Number(value) * 100)
const sum = (of: readonly number[]) => of.reduce((all, each) => all + each, 0)
const dues = fc.array(fc.integer({ min: -300_000, max: 300_000 }), {
  minLength: months.length,
  maxLength: months.length,
})
const figuresOf = (name: string, values: readonly number[]) =>
  Object.fromEntries(months.map((period, i) => [period, { [name]: text(values[i] as number) }]))

test('what a cap carries is paid later: nothing is lost, and every payment keeps its bounds', () => {
  const bounds = fc.oneof(
    fc.record({ most: fc.nat(200_000).map(text) }),
    fc.record({ most: fc.integer({ min: 2, max: 5 }).map((parts) => ({ parts })) }),
    fc.record({
      most: fc.integer({ min: 100_000, max: 200_000 }).map(text),
      least: fc.nat(100_000).map(text),
    }),
    fc.record({
      most: fc.integer({ min: 2, max: 5 }).map((parts) => ({ parts })),
      least: fc.constant('0'),
    }),
  )
  const bonus = component('bonus', { pays: 'due' }, figure('bonus', money('CNY'), 2))
  fc.assert(
    fc.property(dues, bounds, (values, said) => {
      const all = proven(
        bookJson([bonus, policy('cap', 'bank', { of: ['bonus'], carries: true, ...said })]),
        { people: [staff('li', {}, figuresOf('bonus', values))] },
        months,
      )
      const { most, least } = said as { most: string | { parts: number }; least?: string }
      let carried = 0
      const carriedBy = held(all, 'bank.carried').map((value) => cents(value as string))
      for (const [i, { lines }] of all.runs.entries()) {
        const paid = sum(lines.map(({ amount }) => cents(amount)))
        const there = carried + (values[i] as number)
        const part =
          typeof most === 'string'
            ? cents(most)
            : there > 0
              ? Math.floor(there / most.parts)
              : there
        const floor = least === undefined ? Number.NEGATIVE_INFINITY : cents(least)
        expect(paid).toBe(Math.max(Math.min(there, part), floor))
        carried = there - paid
        expect(carriedBy[i]).toBe(carried)
      }
      // All that was ever due is paid, or still carried.
      const paid = sum(all.runs.flatMap(({ lines }) => lines.map(({ amount }) => cents(amount))))
      expect(paid + carried).toBe(sum(values))
    }),
    { numRuns: 60 },
  )
})

test('what is sold counts once: in its period, in a later one, or it is still carried', () => {
  const quota = fc.integer({ min: 1, max: 200_000 })
  const beyond = fc.constantFrom('0.5', '1', '1.25')
  const plan = (carry: object) =>
    policy('plan', 'plan', {
      plan: {
        period: 'month',
        measure: { sum: 'sales' },
        quota: 'quota',
        tiers: {
          kind: 'marginal',
          of: 'quota',
          steps: [{ rate: '0.10' }, { from: '1', rate: '0.20' }],
        },
      },
      carry,
    })
  fc.assert(
    fc.property(dues, quota, beyond, (values, asked, part) => {
      const all = proven(
        bookJson([plan({ beyond: part })]),
        {
          people: [
            staff(
              'li',
              {},
              figuresOf(
                'quota',
                months.map(() => asked),
              ),
            ),
          ],
          records: {
            credits: values.map((value, i) => ({
              ...{ id: `${i}`, person: 'li', on: `${months[i]}-15`, sales: text(value) },
            })),
          },
        },
        months,
      )
      const counted = readBy(all, 'plan', 'sales').map((value) =>
        Math.round(Number(value) * 10_000),
      )
      const left = Math.round(Number(held(all, 'plan.carried').at(-1)) * 10_000)
      const most = asked * Number(part) * 100
      for (const each of counted) expect(each).toBeLessThanOrEqual(most)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(sum(counted) + left).toBe(sum(values) * 100)
    }),
    { numRuns: 60 },
  )
})

test('what goes into a reserve comes out of it or remains, and a gain is shared, kept, or the company has it', () => {
  const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2']
  const shares = fc.constantFrom('0', '0.25', '0.333', '1')
  const paid = fc.constantFrom('year', 'half', undefined)
  const rhythms = {
    quarter: { kind: 'quarter' },
    half: { kind: 'half-year' },
    year: { kind: 'year' },
  }
  fc.assert(
    fc.property(dues, shares, shares, paid, (gains, share, rate, ends) => {
      const sharing = policy('profitSharing', 'pool', {
        funding: {
          rounding: 'down',
          source: { kind: 'profit-share', rate },
          reserve: { share, ...(ends !== undefined && { paid: ends }) },
        },
        sharing: { ties: 'id', by: ['salary'] },
        reads: { salary: { from: 'attribute', name: 'base' } },
      })
      const figures = quarters.map((period, i) => ({
        ...{ name: 'profit', period, value: text(gains[i] as number) },
      }))
      const all = proven(
        bookJson([sharing], { rhythms }),
        {
          people: [staff('li', { base: '7000.00' }), staff('wu', { base: '3000.00' })],
          groups: [{ of: 'company', figures }],
        },
        quarters,
      )
      const part = (of: number, by: string) =>
        Math.floor((of * Math.round(Number(by) * 1000)) / 1000)
      let reserve = 0
      for (const [i, { lines }] of all.runs.entries()) {
        const gain = gains[i] as number
        const kept = gain > 0 ? part(gain, share) : gain
        reserve += kept
        const isEnd = ends === 'year' ? i % 4 === 3 : ends === 'half' && i % 2 === 1
        const out = isEnd ? reserve : 0
        reserve -= out
        const fund = part(Math.max(gain - kept, 0), rate) + part(Math.max(out, 0), rate)
        expect(sum(lines.map(({ amount }) => cents(amount)))).toBe(fund)
        expect(cents(held(all, 'pool.reserve')[i] as string)).toBe(reserve)
      }
    }),
    { numRuns: 60 },
  )
})

test('units that vest, are forfeited and are left always make the grant', () => {
  const tranches = fc.constantFrom(
    ...[
      ['0.25', '0.25', '0.25', '0.25'],
      ['0.3333', '0.3333', '0.3334'],
      ['0.1', '0.2', '0.7'],
    ].map((shares) => shares.map((share, i) => ({ share, months: i + 1 }))),
  )
  const malus = fc.array(
    fc.record({
      month: fc.nat(months.length - 1),
      share: fc.constantFrom('0.3', '0.5', '0.333', '1'),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(tranches, fc.nat(5_000), malus, (vesting, granted, cuts) => {
      const grant = {
        ...{ kind: 'deferred', in: 'units', vesting: { kind: 'tranches', tranches: vesting } },
        leaving: { good: 'none', bad: 'none' },
      }
      const all = proven(
        bookJson([policy('grant', 'units', { grant, malus: 'malus', shares: '0.4' })]),
        {
          people: [staff('li')],
          groups: [
            {
              of: 'company',
              figures: months.map((period) => ({ name: 'share_price', period, value: '1' })),
            },
          ],
          records: {
            units: [
              { ...{ id: 'g', grant: 'g', person: 'li', on: '2026-01-01' }, units: `${granted}` },
            ],
            malus: cuts.map(({ month, share }, i) => ({
              ...{ id: `${i}`, grant: 'g', person: 'li', on: `${months[month]}-15`, share },
            })),
          },
        },
        months,
      )
      const vested = readBy(all, 'units', 'units.vested').map(Number)
      const delivered = readBy(all, 'units', 'units.shares').map(Number)
      let before = 0
      let forfeited = 0
      for (const [i] of months.entries()) {
        const parts = vesting.filter((each) => each.months <= i).map(({ share }) => Number(share))
        const byNow = i >= vesting.length ? granted : Math.floor(granted * sum(parts) + 1e-9)
        const could = byNow - before
        before = byNow
        const cut = Math.min(
          1000,
          sum(
            cuts
              .filter(({ month }) => month === i)
              .map(({ share }) => Math.round(Number(share) * 1000)),
          ),
        )
        const due = Math.floor((could * (1000 - cut)) / 1000)
        expect(vested[i]).toBe(due)
        expect(delivered[i]).toBe(Math.floor((due * 4) / 10))
        forfeited += could - due
        expect(sum(vested.slice(0, i + 1)) + forfeited + (granted - byNow)).toBe(granted)
      }
    }),
    { numRuns: 60 },
  )
})
