import {
  add,
  atLeast,
  check,
  constant,
  divide,
  type Evaluation,
  type Expression,
  evaluate,
  type Formula,
  input,
  multiply,
  type NumberInput,
  named,
  when,
} from '../formula/index.js'
import { type Label, problemsOf, refuse } from '../problem/index.js'
import { type Decimal, decimal, divideTo, type Rounding } from '../quantity/index.js'
import type { Plan } from './plan.js'
import { measureName } from './plan-inputs.js'

/** The places of a weight times the part of a period: ten and six. */
const weightScale = 16
/** The places of an attainment: 0.8725 is 87.25 %. */
const attainmentScale = 4

/** How a year goes on: what its periods weigh, those over and those to come. */
export interface Course {
  /** The past year whose course it is; none for the seasonality itself. */
  readonly like?: string
  /** What each period weighs, with the part of it that is the person's. */
  readonly weights: readonly Decimal[]
  readonly elapsed: Decimal
  readonly whole: Decimal
}

/** A course from the weights of all periods, of which so many are over. */
export function courseOf(weights: readonly Decimal[], over: number, like?: string): Course {
  const sum = (of: readonly Decimal[]) => of.reduce((a, b) => a.plus(b), decimal('0'))
  return {
    ...(like !== undefined && { like }),
    weights,
    elapsed: sum(weights.slice(0, over)),
    whole: sum(weights),
  }
}

/** What is sold to date. */
export interface SoldToDate {
  /** In periods in which the person is in the plan: it has a pace. */
  readonly inPlan: string
  /** In others, such as what comes back after the leaving: it counts as it is. */
  readonly outside: string
}

/** A measure and the quota of a year; both are rounded as the plan rounds. */
export interface Pace {
  /** The measure at year's end. */
  readonly of: (course: Course, sold: SoldToDate) => Evaluation
  /** The measure at year's end as a part of the quota. */
  readonly attainment: (course: Course, sold: SoldToDate, quota: string) => Evaluation
  /** What the periods of a weight still bring. */
  readonly still: (course: Course, sold: SoldToDate, weight: Decimal) => Decimal
  readonly scale: number
}

/** How the measure of a plan goes on. */
export function paceOf({ policy, formula }: Plan): Pace {
  const { unit, scale } = formula.inputs[measureName(policy.measure)] as NumberInput
  const rule = { places: scale, rounding: policy.rounding ?? 'half-up' } as const
  const formulaOf = ({ like }: Course, { outside }: SoldToDate, quota?: string): Formula => {
    const more = !decimal(outside).isZero()
    const toDate = input('to_date', unit, scale, { en: 'Sold to date', 'zh-CN': '迄今业绩' })
    // A count times a count would be divided to a ratio.
    const weight = unit === 'count' ? 'ratio' : 'count'
    const whole = input('whole', weight, weightScale, wholeLabel(like))
    const elapsed = input('elapsed', weight, weightScale, elapsedLabel(like))
    const goesOn = divide(multiply(toDate, whole), elapsed, rule)
    // What came back beyond all sales is no pace: more of it is not expected.
    const own = when(atLeast(toDate, constant('0', unit)), goesOn, toDate)
    const all = more ? add(own, input('outside', unit, scale, outsideLabel)) : own
    const year = named(yearLabel(like), all)
    const whatFor = input('quota', unit, scale, quotaLabel, '0')
    return check(quota === undefined ? year : attained(year, whatFor, rule.rounding))
  }
  const inputs = ({ elapsed, whole }: Course, { inPlan, outside }: SoldToDate) => ({
    to_date: inPlan,
    whole: whole.toFixed(),
    elapsed: elapsed.toFixed(),
    ...(!decimal(outside).isZero() && { outside }),
  })
  return {
    of: (course, sold) => evaluated(formulaOf(course, sold), inputs(course, sold)),
    attainment: (course, sold, quota) =>
      evaluated(formulaOf(course, sold, quota), { ...inputs(course, sold), quota }),
    still: ({ elapsed }, { inPlan }, weight) => {
      const sold = decimal(inPlan)
      return sold.greaterThan(0)
        ? divideTo(sold.times(weight), elapsed, rule.places, rule.rounding)
        : decimal('0')
    },
    scale,
  }
}

/** Where the request gives what a formula of the pace reads. */
const origins: Readonly<Record<string, string>> = {
  'inputs.to_date': 'measured',
  'inputs.outside': 'measured',
  'inputs.whole': 'seasonality',
  'inputs.elapsed': 'seasonality',
}

/** Sums of good numbers may have too many digits, which is told of what they are the sums of. */
function evaluated(formula: Formula, inputs: Readonly<Record<string, string>>): Evaluation {
  const results: Evaluation[] = []
  const found = problemsOf(() => results.push(evaluate(formula, inputs)))
  refuse(found.map((each) => ({ ...each, path: origins[each.path] as string })))
  return results[0] as Evaluation
}

const outsideLabel = { en: 'Sold outside the time in the plan', 'zh-CN': '方案适用期外的业绩' }
const quotaLabel = { en: 'Quota of the year', 'zh-CN': '全年目标' }

function attained(year: Expression, quota: Expression, rounding: Rounding): Expression {
  const label = { en: "Attainment at year's end", 'zh-CN': '年末达成率' }
  return named(label, divide(year, quota, { places: attainmentScale, rounding }))
}

function yearLabel(like: string | undefined): Label {
  return like === undefined
    ? { en: "Expected at year's end", 'zh-CN': '预计全年业绩' }
    : { en: `At year's end, as in ${like}`, 'zh-CN': `按 ${like} 走势的全年业绩` }
}

function wholeLabel(like: string | undefined): Label {
  return like === undefined
    ? { en: 'Weight of the year', 'zh-CN': '全年权重' }
    : { en: `All of ${like}`, 'zh-CN': `${like} 全年` }
}

function elapsedLabel(like: string | undefined): Label {
  return like === undefined
    ? { en: 'Weight to date', 'zh-CN': '迄今权重' }
    : { en: `${like} to the same day`, 'zh-CN': `${like} 同期` }
}
