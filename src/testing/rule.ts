import type { Plan, PlanPolicy } from '../commission/index.js'
import { figureNames } from '../commission/internal.js'
import type { Formula } from '../formula/index.js'
import type { Scorecard } from '../kpi/index.js'
import { allKpis } from '../kpi/schema.js'
import type { Expectation, PolicyTest } from '../payroll/index.js'

/** An input that a rule measures, and which way is better. */
export interface Measure {
  readonly input: string
  readonly better: 'higher' | 'lower'
}

/** A formula as the laws look at it. */
export interface Rule {
  /** What reports call it. */
  readonly name: string
  readonly formula: Formula
  /** The inputs of which more (or less) must never pay less. */
  readonly measures: readonly Measure[]
  /** The least and most that it may pay. */
  readonly floor?: string | undefined
  readonly cap?: string | undefined
  /** What the author knows and accepts. */
  readonly expect?: Expectation | undefined
  readonly tests?: readonly PolicyTest[] | undefined
  /** What one deal pays, where deals are paid one by one; where it reads the deal's amount alone, that is split. */
  readonly deal?: Formula | undefined
}

/**
 * A commission plan as a rule: more of what it measures must never pay less, and it pays between its
 * floor and its cap.
 */
export function ruleOfPlan(plan: Plan, name: string = plan.id): Rule {
  const figures = [...figureNames(plan), 'earned_to_date']
  const measured = Object.keys(plan.formula.inputs).filter((input) => !figures.includes(input))
  const { floor, cap }: PlanPolicy = plan.policy
  return {
    name,
    formula: plan.formula,
    floor: literal(floor),
    cap: literal(cap),
    deal: plan.deal,
    measures: measured.map((input) => ({ input, better: 'higher' })),
  }
}

/** A bound that is the same for everybody. */
function literal(bound: PlanPolicy['cap']): string | undefined {
  return typeof bound === 'string' ? bound : undefined
}

/**
 * A scorecard as a rule: a better KPI must never give a lower coefficient. Its bands are steps by
 * declaration, so where they begin is expected.
 */
export function ruleOfScorecard(card: Scorecard, name: string = card.id): Rule {
  const measures = allKpis(card.policy).flatMap(([kpi]): readonly Measure[] =>
    kpi.curve === 'within' ? [] : [{ input: kpi.kpi, better: kpi.direction }],
  )
  return { name, formula: card.coefficient, measures, expect: { cliffsAt: 'any' } }
}
