import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { floorOf, readFraction, signOf, textOf } from '../../../src/formula/analysis/fraction.js'
import type { Analysis, BandRange, Formula, Step } from '../../../src/formula/index.js'
import * as f from '../../../src/formula/index.js'
import { analyze, evaluate } from '../../../src/formula/index.js'
import { problemsOf } from '../../../src/problem/index.js'
import {
  compareFractions,
  type Fraction,
  minus,
  plus,
  times,
} from '../../../src/quantity/internal.js'
import { expressionOverX } from './arbitrary.js'

const others = { quota: '3', rate: '0.25', team: 'a' }
const reach = 90n

/** The inputs that a formula reads beside `x`. */
function givenFor({ inputs }: Formula): Record<string, string> {
  return Object.fromEntries(Object.entries(others).filter(([name]) => name in inputs))
}

interface Sample {
  readonly x: Fraction
  readonly value: Fraction | undefined
  readonly trace: Step | undefined
}

/** Every value that the input can take in the domain, evaluated; none where it divides by zero. */
function everyPoint(formula: Formula): readonly Sample[] {
  return samplesAt(
    formula,
    Array.from({ length: Number(2n * reach + 1n) }, (_, i) => BigInt(i) - reach),
  )
}

/** The values at so many tenths. */
function samplesAt(formula: Formula, tenths: readonly bigint[]): readonly Sample[] {
  const given = givenFor(formula)
  return tenths.map((tenth) => {
    const x = readFraction(`${tenth}/10`)
    let found: { value: string; trace: Step } | undefined
    problemsOf(() => {
      found = evaluate(formula, { ...given, x: textOf(x) })
    })
    return { x, value: found && readFraction(found.value), trace: found?.trace }
  })
}

function contains({ from, exclusive, to, toInclusive }: BandRange, x: Fraction): boolean {
  const low = from === undefined ? 1 : compareFractions(x, readFraction(from))
  const high = to === undefined ? -1 : compareFractions(x, readFraction(to))
  return (exclusive ? low > 0 : low >= 0) && (toInclusive ? high <= 0 : high < 0)
}

const domain = { from: `-${reach / 10n}`, to: `${reach / 10n}` }

function analysed(formula: Formula): Analysis {
  return analyze(formula, { over: 'x', given: givenFor(formula), domain })
}

/** Each value is in one piece, and no further from its line or bounds than the piece says. */
function agreesInPieces({ pieces }: Analysis, samples: readonly Sample[]): void {
  for (const { x, value } of samples) {
    const [piece, ...more] = pieces.filter((piece) => contains(piece, x))
    if (piece === undefined || more.length > 0) throw new Error(`no single piece at ${textOf(x)}`)
    if (value === undefined) {
      expect('causes' in piece && piece.causes.map(({ code }) => code)).toContain(
        'division-by-zero',
      )
    } else if ('slope' in piece) {
      const line = plus(times(readFraction(piece.slope), x), readFraction(piece.intercept))
      const apart = minus(value, line)
      const far = signOf(apart) < 0 ? minus(line, value) : apart
      expect(
        compareFractions(far, readFraction(piece.deviation)),
        `at ${textOf(x)}`,
      ).toBeLessThanOrEqual(0)
    } else {
      if (piece.low !== undefined)
        expect(compareFractions(value, readFraction(piece.low))).toBeGreaterThanOrEqual(0)
      if (piece.high !== undefined)
        expect(compareFractions(value, readFraction(piece.high))).toBeLessThanOrEqual(0)
    }
  }
}

describe('no value that the input can take contradicts the analysis', () => {
  const law = (check: (analysis: Analysis, samples: readonly Sample[]) => void) =>
    fc.assert(
      fc.property(expressionOverX, (expression) => {
        const formula = f.check(expression)
        check(analysed(formula), everyPoint(formula))
      }),
      { numRuns: Number(process.env['NR'] ?? 150) },
    )

  test('each is in one piece, and no further from its line or bounds than the piece says', () => {
    law(agreesInPieces)
  })

  test('the range holds every value, and is reached where it is exact', () => {
    law(({ range }, samples) => {
      const values = samples
        .flatMap(({ value }) => (value === undefined ? [] : [value]))
        .sort(compareFractions)
      const [lowest, highest] = [values[0], values.at(-1)]
      if (lowest === undefined || highest === undefined) return
      if (range.low !== undefined)
        expect(compareFractions(lowest, readFraction(range.low))).toBeGreaterThanOrEqual(0)
      if (range.high !== undefined)
        expect(compareFractions(highest, readFraction(range.high))).toBeLessThanOrEqual(0)
      if (range.exact)
        expect([range.low, range.high].map((end) => end && readFraction(end))).toEqual([
          lowest,
          highest,
        ])
    })
  })

  test('it is nondecreasing just where no value is below the one before', () => {
    law(({ nondecreasing }, samples) => {
      const falls = samples.some(({ value }, i) => {
        const previous = samples[i - 1]?.value
        return (
          value !== undefined && previous !== undefined && compareFractions(value, previous) < 0
        )
      })
      if (nondecreasing !== undefined) expect(nondecreasing).toBe(!falls)
    })
  })

  test('the falls are those that walking over every value finds', () => {
    law((analysis, samples) => {
      if (!analysis.range.exact) return
      const shown = analysis.falls.map(({ from, lost = '', to }) => ({
        from,
        to,
        lost: readFraction(lost),
      }))
      expect(shown).toEqual(fallsIn(samples))
    })
  })

  test('a cliff says what is had on both sides of it', () => {
    law(({ cliffs }, samples) => {
      for (const { at, exclusive, before, after } of cliffs) {
        const behind = samples.findIndex(
          ({ x }) => compareFractions(x, readFraction(at)) >= (exclusive ? 1 : 0),
        )
        const values = [samples[behind - 1]?.value, samples[behind]?.value]
        expect(values).toEqual([readFraction(before), readFraction(after)])
      }
    })
  })

  test('the branch or band that holds is the one that is taken', () => {
    law(({ choices }, samples) => {
      for (const { x, trace } of samples) {
        const taken = new Set(trace && pathsIn(trace))
        for (const { path, op, branches } of choices) {
          const visited = taken.has(
            op === 'grid' || op === 'step' ? path.replace(/\.\w+$/, '') : path,
          )
          if (!visited || !['when', 'step', 'grid'].includes(op)) continue
          const held = branches.filter(({ on }) => on.some((range) => contains(range, x)))
          expect(held.filter((branch) => !taken.has(branch.path))).toEqual([])
        }
      }
    })
  })

  test('what is dead is never taken', () => {
    law(({ dead }, samples) => {
      const taken = new Set(samples.flatMap(({ trace }) => (trace ? [...pathsIn(trace)] : [])))
      expect(dead.filter((path) => taken.has(path))).toEqual([])
    })
  })
})

describe('on domains too wide to walk over', () => {
  /** The ends of pieces and what is beside them, and values anywhere. */
  const nearEnds = ({ pieces }: Analysis): readonly bigint[] =>
    pieces
      .flatMap(({ from, to }) => [from, to].filter((end) => end !== undefined))
      .flatMap((end) => {
        const tenths = floorOf(times(readFraction(end), readFraction('10')))
        return [-1n, 0n, 1n].map((aside) => tenths + aside)
      })
  const wide = fc.constantFrom({}, { from: 0 }, { from: -500, to: 500 })
  const anywhere = fc.array(fc.bigInt({ min: -5_000n, max: 5_000n }), { maxLength: 40 })

  test('no value near a breakpoint or anywhere contradicts the pieces, the range or the order', () => {
    fc.assert(
      fc.property(expressionOverX, wide, anywhere, (expression, domain, tenths) => {
        const formula = f.check(expression)
        const analysis = analyze(formula, { over: 'x', given: givenFor(formula), domain })
        const within = [...new Set([...nearEnds(analysis), ...tenths])]
          .filter((tenth) => contains(analysis.domain, readFraction(`${tenth}/10`)))
          .sort((a, b) => (a < b ? -1 : 1))
        const samples = samplesAt(formula, within)
        agreesInPieces(analysis, samples)
        const values = samples.flatMap(({ value }) => (value === undefined ? [] : [value]))
        const { low, high } = analysis.range
        for (const [i, value] of values.entries()) {
          if (low !== undefined)
            expect(compareFractions(value, readFraction(low))).toBeGreaterThanOrEqual(0)
          if (high !== undefined)
            expect(compareFractions(value, readFraction(high))).toBeLessThanOrEqual(0)
          const before = values[i - 1]
          if (analysis.nondecreasing === true && before !== undefined)
            expect(compareFractions(value, before)).toBeGreaterThanOrEqual(0)
        }
        const taken = new Set(samples.flatMap(({ trace }) => (trace ? [...pathsIn(trace)] : [])))
        expect(analysis.dead.filter((path) => taken.has(path))).toEqual([])
      }),
      { numRuns: Number(process.env['NR'] ?? 300) },
    )
  })
})

/** The falls between exact values, found by walking over them all. */
function fallsIn(samples: readonly Sample[]) {
  const found: { from: string; lost: string; to: string | undefined }[] = []
  let peak: { x: Fraction; value: Fraction } | undefined
  let lowest: Fraction | undefined
  const end = (to: string | undefined) => {
    if (peak && lowest)
      found.push({ from: textOf(peak.x, 1), lost: textOf(minus(peak.value, lowest)), to })
    lowest = undefined
  }
  for (const { x, value } of samples as readonly { x: Fraction; value: Fraction }[]) {
    if (peak === undefined || compareFractions(value, peak.value) >= 0) {
      end(textOf(x, 1))
      peak = { x, value }
    } else if (lowest === undefined || compareFractions(value, lowest) < 0) lowest = value
  }
  end(undefined)
  return found.map(({ lost, ...rest }) => ({ ...rest, lost: readFraction(lost) }))
}

/** The branches, bands and tiers that a run took. */
function* pathsIn({ path, node, parts, reason }: Step): Generator<string> {
  yield path
  if (reason?.kind === 'bands' && node.op === 'step') {
    const from = reason.bands[0]?.from
    yield `${path}.bands[${node.bands.findIndex((band) => band.from === from)}]`
  }
  if (reason?.kind === 'bands' && node.op === 'grid') {
    const [row, column] = reason.bands
    yield `${path}.rows[${node.rows.findIndex(({ from }) => from === row?.from)}]`
    yield `${path}.columns[${node.columns.findIndex(({ from }) => from === column?.from)}]`
  }
  if (reason?.kind === 'slices' && node.op === 'marginal')
    for (const { from } of reason.slices)
      yield `${path}.tiers[${node.tiers.findIndex((tier) => tier.from === from)}]`
  for (const part of parts)
    yield* node.op === 'minimum' || node.op === 'maximum' ? [] : pathsIn(part)
}
