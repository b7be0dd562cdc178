import fc from 'fast-check'
import { type MeritCandidate, parseMerit } from '../../src/grade/merit.js'
import type { PayRange } from '../../src/grade/range-schema.js'

/** A range around 6,000 yuan. */
export const p1: PayRange = { grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' }
export const p2: PayRange = { grade: 'P2', minimum: '5750', midpoint: '6900', maximum: '8050' }
export const p3: PayRange = { grade: 'P3', minimum: '6620', midpoint: '7940', maximum: '9260' }

/** A matrix in which low compa-ratios gain most. */
export const meritPolicy = {
  id: 'merit-2026',
  currency: 'CNY',
  rounding: 'half-up',
  ratings: ['A', 'B', 'C'],
  compaRatios: [{}, { from: '0.9' }, { from: '1.1' }],
  increases: { A: ['0.08', '0.06', '0.04'], B: ['0.05', '0.03', '0.02'], C: ['0', '0', '0'] },
  aboveMaximum: 'cap',
}
export const merit = parseMerit(meritPolicy)
export const openMerit = parseMerit({ ...meritPolicy, aboveMaximum: 'allow' })

/** The policy without its matrix. */
export const { increases: _, ...bare } = meritPolicy
export const cell = (minimum: string, target: string, maximum: string) => ({
  minimum,
  target,
  maximum,
})
export const nothing = cell('0', '0', '0')

/** A minimum, a target and a maximum in each cell. */
export const guided = {
  ...bare,
  guidelines: {
    A: [cell('0.06', '0.08', '0.10'), cell('0.04', '0.06', '0.08'), cell('0.02', '0.04', '0.05')],
    B: [cell('0.03', '0.05', '0.06'), cell('0.02', '0.03', '0.04'), cell('0', '0.02', '0.03')],
    C: [nothing, nothing, nothing],
  },
}
export const guidelines = parseMerit(guided)
export const lump = parseMerit({ ...guided, aboveMaximum: 'lump-sum', lumpSumPeriods: 1 })
export const prorating = { effective: '2026-04-01', fullMonths: 12 }
export const prorated = parseMerit({ ...guided, proration: prorating })

/** Yuan with two places. */
export const cents = (cents: number): string => (cents / 100).toFixed(2)

/** The fen of yuan with two places. */
export const fen = (yuan: string): number => Math.round(Number(yuan) * 100)

/** People of one range, some of them below and above it. */
export const someone: fc.Arbitrary<readonly MeritCandidate[]> = fc
  .array(
    fc
      .record({
        salary: fc.integer({ min: 400_000, max: 800_000 }).map(cents),
        rating: fc.constantFrom('A', 'B', 'C'),
        range: fc.constantFrom(p1, p2),
      })
      .map((person) => person),
    { minLength: 1, maxLength: 12 },
  )
  .map((people) => people.map((person, i) => ({ ...person, id: `p${i}` })))
