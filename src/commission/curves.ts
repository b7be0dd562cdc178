import {
  above,
  add,
  atLeast,
  constant,
  divide,
  type Expression,
  maximum,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import type { Label } from '../problem/index.js'
import type { Asked } from './conditions-schema.js'
import type { Curve } from './curve-schema.js'
import { lineOf, stepOf, typesOf } from './own-tables.js'
import { type NumberType, numberOf, partNumber, partType } from './owns.js'
import {
  kpiInput,
  type Measure,
  measured,
  measureNamed,
  quotaNamed,
  typeAsked,
  unitOf,
} from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/**
 * How an attainment is rounded before a factor is read from it: down, so that no step is reached by it,
 * and to so many places more than the factor that a factor of few places comes out exactly.
 */
const attainmentRule = { places: 18, rounding: 'floor' } as const
export const factorRule = { places: 12, rounding: 'half-up' } as const

/** The factor that a curve has at what is asked: a KPI, a measure, or a part of a quota or measure. */
export function factorOf(policy: PlanPolicy, asked: Asked, curve: Curve): Expression {
  const { kpi, of } = asked
  const type = typeAsked(policy, asked)
  const measure = measureNamed(policy, kpi)
  if (measure === undefined) return factorAt(kpiInput(policy, kpi), curve, type)
  const part = measured(policy, measure, kpi)
  if (of === undefined) return factorAt(part, curve, type)
  return ofWhole(policy, { part, measure, of }, curve)
}

interface OfWhole {
  readonly part: Expression
  readonly measure: Measure
  readonly of: string
}

function ofWhole(policy: PlanPolicy, { part, measure, of }: OfWhole, curve: Curve): Expression {
  const isMeasure = measureNamed(policy, of) !== undefined
  const whole = isMeasure ? measured(policy, measure, of) : quotaNamed(policy, measure, of)
  const factor = factorAt(attainmentOf(part, whole), curve, partType)
  const { quotaOfZero = 'refuse' } = policy
  if (!isMeasure && quotaOfZero === 'refuse') return factor
  const nothing = constant('0', unitOf(policy, measure))
  const [top, bottom] = endsOf(curve)
  // Of a measure of nothing, something is as much as can be asked, and nothing is nothing.
  const isTop = isMeasure ? above(part, nothing) : undefined
  const ofZero =
    isTop === undefined ? (quotaOfZero === 'reached' ? top : bottom) : when(isTop, top, bottom)
  return when(above(whole, nothing), factor, ofZero)
}

/** A part of a whole that is above zero. */
export function attainmentOf(part: Expression, whole: Expression): Expression {
  return named(attainment, divide(part, whole, attainmentRule))
}

const attainment: Label = { en: 'Attainment', 'zh-CN': '达成率' }

/** The factors of who has reached every point, and of who has reached none. */
function endsOf({ points, below = 'first' }: Curve): readonly [Expression, Expression] {
  const [first, last] = [points[0], points.at(-1)] as [Point, Point]
  return [partNumber(last.factor), partNumber(below === 'zero' ? '0' : first.factor)]
}

type Point = Curve['points'][number]

function factorAt(x: Expression, curve: Curve, type: NumberType): Expression {
  const { kind, points, below = 'first' } = curve
  const [first, ...rest] = points as readonly [Point, ...Point[]]
  const types = typesOf(type, partType)
  if (kind === 'stepped') {
    const bands = rest.map(({ at, factor }) => ({ from: at, value: factor }))
    const lowest = { from: first.at, value: first.factor }
    // The one factor of each person, also, is read of what is asked.
    const isOne = rest.length === 0 && typeof first.factor === 'object'
    const all =
      below === 'zero'
        ? [{ value: '0' }, lowest, ...bands]
        : [{ value: first.factor }, ...(isOne ? [lowest] : bands)]
    return stepOf(x, all, types)
  }
  const line = points.map(({ at, factor }) => ({ at, value: factor }))
  const drawn = beyond(x, curve, lineOf(x, line, types, factorRule), type)
  return below === 'zero'
    ? when(atLeast(x, numberOf(first.at, ...type)), drawn, constant('0'))
    : drawn
}

/** A line that goes on above its last point. */
function beyond(x: Expression, curve: Curve, drawn: Expression, type: NumberType): Expression {
  if (curve.kind !== 'linear' || curve.beyond === undefined) return drawn
  const { at } = curve.points.at(-1) as Point
  const over = maximum(subtract(x, numberOf(at, ...type)), constant('0', type[0]))
  return round(add(drawn, multiply(over, partNumber(curve.beyond))), factorRule)
}
