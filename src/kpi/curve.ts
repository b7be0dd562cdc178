import {
  add,
  atLeast,
  type Condition,
  constant,
  divide,
  type Expression,
  input,
  interpolate,
  multiply,
  step,
  subtract,
  when,
} from '../formula/index.js'
import { decimal } from '../quantity/index.js'
import type { ScorecardKpi } from './curve-schema.js'
import type { ScorecardPolicy } from './schema.js'

/** How a KPI's own score is rounded, before weights and the rounding of the whole. */
export const precise = { places: 6, rounding: 'half-up' } as const

type Scores = ScorecardPolicy['scores']
type Curve<Kind> = Extract<ScorecardKpi, { readonly curve: Kind }>
type Line = Exclude<ScorecardKpi, Curve<'steps' | 'all-or-nothing' | 'within'>>

/** The points that a KPI scores by its curve. */
export function scoreByCurve(kpi: ScorecardKpi, scores: Scores): Expression {
  switch (kpi.curve) {
    case 'steps':
      return step(
        measured(kpi),
        kpi.steps.map(({ score, ...bound }) => ({ ...bound, value: score })),
        'points',
      )
    case 'all-or-nothing':
      return when(
        reaches(kpi, kpi.direction, kpi.target),
        constant(scores.target, 'points'),
        constant('0', 'points'),
      )
    case 'within':
      return within(kpi, scores)
    case 'line':
    case undefined:
      return line(kpi, scores)
  }
}

function measured({ kpi, unit, scale, label = kpi }: ScorecardKpi): Expression {
  return input(kpi, unit, scale, label)
}

function reaches(kpi: ScorecardKpi, direction: 'higher' | 'lower', level: string): Condition {
  const bound = constant(level, kpi.unit)
  return direction === 'higher' ? atLeast(measured(kpi), bound) : atLeast(bound, measured(kpi))
}

function line(kpi: Line, scores: Scores): Expression {
  const { direction, threshold, target, stretch, beyond } = kpi
  const points = [
    { at: threshold, value: scores.threshold },
    { at: target, value: scores.target },
    ...(decimal(stretch).equals(target) ? [] : [{ at: stretch, value: scores.stretch }]),
  ]
  const onLine = interpolate(measured(kpi), direction === 'higher' ? points : points.toReversed(), {
    ...precise,
    unit: 'points',
  })
  const reached = when(reaches(kpi, direction, threshold), onLine, constant('0', 'points'))
  return beyond === 'uncapped'
    ? when(reaches(kpi, direction, stretch), pastStretch(kpi, scores), reached)
    : reached
}

/** On along the line from target to stretch: each further such distance scores as much again. */
function pastStretch(kpi: Line, scores: Scores): Expression {
  const distance = decimal(kpi.stretch).minus(kpi.target).toFixed()
  const rise = decimal(scores.stretch).minus(scores.target).toFixed()
  const past = subtract(measured(kpi), constant(kpi.stretch, kpi.unit))
  const part = divide(past, constant(distance, kpi.unit), precise)
  return add(constant(scores.stretch, 'points'), multiply(part, constant(rise, 'points')))
}

function within(kpi: Curve<'within'>, scores: Scores): Expression {
  const { lowest, highest, tolerance } = kpi
  if (decimal(tolerance).isZero()) {
    const none = constant('0', 'points')
    const inside = when(reaches(kpi, 'lower', highest), constant(scores.target, 'points'), none)
    return when(reaches(kpi, 'higher', lowest), inside, none)
  }
  const full = (at: string) => ({ at, value: scores.target })
  const points = [
    { at: decimal(lowest).minus(tolerance).toFixed(), value: '0' },
    full(lowest),
    ...(decimal(lowest).equals(highest) ? [] : [full(highest)]),
    { at: decimal(highest).plus(tolerance).toFixed(), value: '0' },
  ]
  return interpolate(measured(kpi), points, { ...precise, unit: 'points' })
}
