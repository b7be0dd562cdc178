import { list, refuse, text } from '../problem/index.js'
import { compareFractions, fraction } from '../quantity/internal.js'
import { type Receiving, receivingAmong } from './components.js'
import { type Gap, gapAmong, gapBetween, meanOf, paysOf } from './gap.js'
import { checkRequest, comparisonOption } from './options.js'
import {
  byAttribute,
  type Comparison,
  groupsOf,
  type Pay,
  problemsOfComparison,
  problemsOfPeople,
} from './people.js'
import { type Quarter, quartersAmong } from './quartiles.js'
import type { Person } from './schema.js'
import { isSuppressed, type Shown, type Suppressed, suppressedLines } from './suppression.js'

/** The gaps among workers of one category. */
export interface CategoryGap {
  readonly category: string
  readonly pay: Shown<Gap>
  readonly base: Shown<Gap>
  readonly variable: Shown<Gap>
  /**
   * Whether average pay differs by 5 % or more, either way, of what the reference is paid: then
   * Article 10 asks for a joint pay assessment, unless the difference is justified, or remedied within
   * six months.
   */
  readonly fivePercent: boolean | Suppressed
}

/** The figures of Article 9(1), by its letters. */
export interface DirectiveReport {
  /** (a) the pay gap */
  readonly a: Shown<Gap>
  /** (b) the pay gap in complementary or variable components */
  readonly b: Shown<Gap>
  /** (c) the median pay gap */
  readonly c: Shown<Gap>
  /** (d) the median pay gap in complementary or variable components */
  readonly d: Shown<Gap>
  /** (e) the proportion of each group that receives complementary or variable components */
  readonly e: Shown<Receiving>
  /** (f) the proportion of each group in each quartile pay band */
  readonly f: Shown<readonly Quarter[]>
  /** (g) the pay gap by categories of workers, by basic pay and by complementary or variable components */
  readonly g: readonly CategoryGap[]
}

const trigger = fraction(5n, 100n)

/**
 * The figures that Article 9(1)(a) to (g) of Directive (EU) 2023/970 asks for, and for each category
 * of workers whether its average pay differs by the 5 % of Article 10(1)(a). The reference group is men
 * (Article 3(1)(c): a gap is a percentage of the average pay level of male workers).
 *
 * Pay is `base` and `variable` together; give all as gross hourly pay. A base amount must be there; a
 * variable one that is not was not received, and counts as zero in (b) and (d), which are taken over
 * all workers. The 5 % is decided on the exact ratio, never on a rounded one. The directive does not
 * ask for gaps that are suppressed here, but an employer must know them: run it once with a `minimum`
 * of 1, for those who may see it. Where one category alone is too small, the next smallest is suppressed
 * too: from (a) and the others it could be worked out.
 *
 * Throws a `PolicyError` where somebody lacks the attribute, the category or a base amount, and where
 * nobody is of a group.
 *
 * @example
 * directiveReport({ people, comparison, base: ['base'], variable: ['bonus'], category: 'grade' }).a
 * //=> { reference: '25.000000', compared: '22.500000', gap: '0.100000' }
 */
export function directiveReport(request: {
  readonly people: readonly Person[]
  readonly comparison: Comparison
  /** The amounts of the ordinary basic wage or salary. */
  readonly base: readonly string[]
  /** The amounts of complementary or variable components. */
  readonly variable: readonly string[]
  /** The attribute that says to which category a worker belongs. */
  readonly category: string
}): DirectiveReport {
  checkRequest(request, {
    comparison: comparisonOption,
    base: list(text),
    variable: list(text),
    category: text,
  })
  const { people, comparison, base, variable, category } = request
  const basic: Pay = { amounts: base, missing: 'fail' }
  const extra: Pay = { amounts: variable, missing: 'zero' }
  const whole: Pay = { amounts: [...base, ...variable], missing: 'zero' }
  refuse([
    ...problemsOfPeople(people, { attributes: [category], pay: [basic, extra] }),
    ...problemsOfComparison(people, comparison),
  ])
  const categories = byAttribute(people, category)
  const hidden = suppressedLines(
    comparison,
    categories.map(([, workers]) => {
      const { reference, compared } = groupsOf(workers, comparison)
      return [reference.length, compared.length]
    }),
  )
  const pay = gapAmong(people, whole, comparison)
  const variablePay = gapAmong(people, extra, comparison)
  return {
    a: pay.mean,
    b: variablePay.mean,
    c: pay.median,
    d: variablePay.median,
    e: receivingAmong(people, variable, comparison),
    f: quartersAmong(people, whole, comparison),
    g: categories.map(([name, workers], i) => {
      const mean = (pay: Pay) => hidden[i] ?? gapAmong(workers, pay, comparison).mean
      const pay = mean(whole)
      return {
        category: name,
        pay,
        base: mean(basic),
        variable: mean(extra),
        fivePercent: isSuppressed(pay) ? pay : differsByTrigger(workers, whole, comparison),
      }
    }),
  }
}

function differsByTrigger(people: readonly Person[], pay: Pay, comparison: Comparison): boolean {
  const { reference, compared } = paysOf(people, pay, comparison)
  const { numerator, denominator } = gapBetween(meanOf(reference), meanOf(compared))
  const size = fraction(numerator < 0n ? -numerator : numerator, denominator)
  return compareFractions(size, trigger) >= 0
}
