import { fail, list, refuse, text } from '../problem/index.js'
import {
  decimal,
  difference,
  isProblem,
  type NumericInput,
  readDecimal,
} from '../quantity/index.js'
import { belowLowest, unknownGrade } from './problems.js'
import type { PayRange, PayRanges } from './range-schema.js'
import type { GradeStructure } from './schema.js'

/** The grade that points lead to, where it begins, and how many points are missing to the next one. */
export interface GradeFound {
  readonly grade: string
  readonly from: string
  readonly next?: { readonly grade: string; readonly from: string; readonly missing: string }
}

/**
 * The grade that a job's points lead to: the highest one that begins at or below them.
 *
 * Throws a `PolicyError` for points that are no number, or below the lowest grade.
 *
 * @example
 * gradeOf(factorEvaluationSystem().grades, 2755).grade //=> 'GS-12'
 */
export function gradeOf({ grades }: GradeStructure, points: NumericInput): GradeFound {
  const read = readDecimal(points, 'points')
  const value = isProblem(read) ? fail(read) : read
  const index = grades.findLastIndex(({ from }) => value.greaterThanOrEqualTo(from))
  const [found, next] = [grades[index], grades[index + 1]]
  const lowest = grades[0] as GradeStructure['grades'][number]
  const { grade, from } = found ?? fail(belowLowest('points', value.toFixed(), lowest.from))
  return {
    grade,
    from,
    ...(next !== undefined && {
      next: {
        grade: next.grade,
        from: next.from,
        missing: difference(next.from, value.toFixed(), 0),
      },
    }),
  }
}

/**
 * The pay range of a grade.
 *
 * Throws a `PolicyError` for a grade that the ranges do not have.
 *
 * @example
 * const ranges = parseRanges({ currency: 'CNY', ranges: [{ grade: 'P1', minimum: '5000', midpoint: '6000', maximum: '7000' }] })
 * rangeOf(ranges, 'P1').midpoint //=> '6000'
 */
export function rangeOf({ ranges }: PayRanges, grade: string): PayRange {
  const known = ranges.map((range) => range.grade)
  return ranges.find((range) => range.grade === grade) ?? fail(unknownGrade('grade', grade, known))
}

/**
 * Several grades as one broad band: from the lowest minimum to the highest maximum, the midpoint
 * half way, exact (so it may have one place more than the currency). A band has no steps.
 *
 * Throws a `PolicyError` for no grade, and grades that the ranges do not have.
 *
 * @example
 * const ranges = buildRanges({ currency: 'CNY', grades: ['P1', 'P2'], firstMidpoint: '6000', progression: '0.15', spread: '0.4', roundTo: 0, rounding: 'half-up' })
 * broadband(ranges, 'professional', ['P1', 'P2'])
 * //=> { grade: 'professional', minimum: '5000', midpoint: '6525', maximum: '8050' }
 */
export function broadband(
  ranges: PayRanges,
  band: string,
  grades: readonly [string, ...string[]],
): PayRange {
  refuse(list(text, 1)(grades, 'grades'))
  const own = grades.map((grade) => rangeOf(ranges, grade))
  const least = own.map(({ minimum }) => decimal(minimum)).reduce((a, b) => (b.lessThan(a) ? b : a))
  const most = own
    .map(({ maximum }) => decimal(maximum))
    .reduce((a, b) => (b.greaterThan(a) ? b : a))
  return {
    grade: band,
    minimum: least.toFixed(),
    midpoint: least.plus(most).times('0.5').toFixed(),
    maximum: most.toFixed(),
  }
}
