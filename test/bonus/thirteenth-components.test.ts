import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseThirteenth, thirteenthComponents } from '../../src/bonus/index.js'
import { figuresOf, thirteenthPolicies } from '../../src/testing/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf, writtenText } from '../pay/written.js'
import { asFigures, paid, paidBy, staff, workedOut } from '../payroll/bonus-months.js'
import { bookOf as policies, policy } from '../payroll/policies.js'

const about = { id: 'thirteenth', currency: 'CNY' } as const
const earned = { rounding: 'half-up', basis: 'earned', clause: 'PD 851' } as const
const salary = { rounding: 'half-up', basis: 'salary', minimumMonths: 3 } as const
const reads = { earned: { from: 'component', name: 'base' } } as const
const rhythms = { month: { kind: 'month' }, year: { kind: 'year' } }
const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)

describe('a 13th month as a component', () => {
  test('writes what is golden', () => {
    const written = [
      thirteenthComponents({ thirteenth: { ...earned, ...about }, reads }, about),
      thirteenthComponents(
        { thirteenth: { ...salary, ...about } },
        { ...about, basis: 'days', retro: 1, eligible: { where: { permanent: ['yes'] } } },
      ),
    ]
    expectGolden('test/bonus/golden/thirteenth.txt', written.map(writtenText).join('\n'))
    expect(bookOf(written[1] ?? []).components.size).toBe(1)
  })

  test('pays what the policy comes to', () => {
    fc.assert(
      fc.property(
        thirteenthPolicies().chain((drawn) =>
          fc.record({ drawn: fc.constant(drawn), row: figuresOf(parseThirteenth(drawn).formula) }),
        ),
        ({ drawn, row }) => {
          const written = thirteenthComponents(
            { thirteenth: drawn, reads: asFigures(Object.keys(row)) },
            about,
          )
          expect(paidBy(written, drawn.currency, row)).toBe(
            workedOut(parseThirteenth(drawn).formula, row),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  test('of what was earned is refused where nothing says of what', () => {
    const thirteenth = { ...earned, ...about }
    expect(found(() => thirteenthComponents({ thirteenth }, about))).toEqual([
      ['no-source', 'reads.earned'],
    ])
  })
})

describe('a 13th month in a book', () => {
  const of = (terms: object) => [
    policy('salary', 'base', { prorated: true }),
    policy('thirteenth', 'thirteenth', terms, { period: 'year' }),
  ]
  const year = (terms: object, people: readonly object[], names = months) =>
    paid(of(terms), { people }, names, { rhythms }).filter((line) => line.includes('thirteenth'))
  const employed = (id: string, pay: string, from: string, to?: string, attributes: object = {}) =>
    staff(
      id,
      { base: pay, hired: from },
      {},
      {
        employment: [{ from, ...(to !== undefined && { to }) }],
        attributes: {
          base: [{ from: '2020-01-01', value: pay }],
          hired: [{ from: '2020-01-01', value: from }],
          ...attributes,
        },
      },
    )

  test('is a twelfth of what was earned in the year: joiners, leavers, and who had a rise', () => {
    const people = [
      employed('li', '25000.00', '2020-01-01'),
      // Ten months of 15,000, as laborlaw.ph has it.
      employed('wu', '15000.00', '2026-03-01'),
      employed('zu', '15000.00', '2020-01-01', '2026-10-31'),
      employed('mo', '15000.00', '2020-01-01', undefined, {
        base: [
          { from: '2020-01-01', value: '24000.00' },
          { from: '2026-06-01', value: '27000.00' },
          { from: '2026-12-01', value: '25000.00' },
        ],
      }),
    ]
    expect(year({ thirteenth: earned, reads }, people)).toEqual([
      '2026-12 li thirteenth 2026 25000.00',
      '2026-12 mo thirteenth 2026 25583.33',
      '2026-12 wu thirteenth 2026 12500.00',
      '2026-12 zu thirteenth 2026 12500.00',
    ])
  })

  test('follows what was earned when that is put right', () => {
    const raised = { from: '2026-12-01', value: '26200.00', recorded: '2027-01-05' }
    const people = [
      employed('li', '25000.00', '2020-01-01', undefined, {
        base: [{ from: '2020-01-01', value: '25000.00' }, raised],
      }),
    ]
    expect(year({ thirteenth: earned, reads }, people, [...months, '2027-01'])).toEqual([
      '2026-12 li thirteenth 2026 25000.00',
      '2027-01 li thirteenth 2026 100.00',
    ])
  })

  test.each([
    ['a whole year', '2020-01-01', undefined, ['2026-12 li thirteenth 2026 6000.00']],
    // 184 of 365 days.
    ['half a year', '2026-07-01', undefined, ['2026-12 li thirteenth 2026 3024.66']],
    [
      'three months, to the day',
      '2026-10-01',
      '2026-12-31',
      ['2026-12 li thirteenth 2026 1512.33'],
    ],
    ['a day less', '2026-10-02', '2026-12-31', []],
  ])('is a salary for the days of %s', (_, from, to, expected) => {
    expect(year({ thirteenth: salary }, [employed('li', '6000.00', from, to)])).toEqual(expected)
  })

  test('month by month is a twelfth of each, where no year is asked for', () => {
    const [base] = of({})
    const monthly = [base, policy('thirteenth', 'thirteenth', { thirteenth: earned, reads })]
    const people = [employed('li', '6000.00', '2026-01-16')]
    expect(
      paid(monthly, { people }, months.slice(0, 2)).filter((line) => line.includes('thirteenth')),
    ).toEqual(['2026-01 li thirteenth 258.06', '2026-02 li thirteenth 500.00'])
  })

  test.each([
    [{ thirteenth: earned }, 'no-source', 'reads.earned'],
    [{ thirteenth: { ...earned, basis: 'pay' } }, 'not-offered', 'thirteenth.basis'],
    [{ thirteenth: earned, hired: 'x' }, 'unknown-key', 'hired'],
  ])('bad terms are told where they stand: %j', (terms, code, path) => {
    expect(found(() => policies([policy('thirteenth', 'thirteenth', terms)]))).toEqual([
      [code, `policies[0].versions[0].terms.${path}`],
    ])
  })
})
