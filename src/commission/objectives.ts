import {
  add,
  check,
  constant,
  type Formula,
  input,
  multiply,
  named,
  round,
} from '../formula/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type ObjectivesPolicy, parseObjectivesPolicy } from './target-schema.js'

/** Objectives and the formula of what they pay. */
export interface Objectives {
  readonly id: string
  readonly policy: ObjectivesPolicy
  /** Reads `target` and the completion of each objective by its name: a ratio, 1 for done. */
  readonly formula: Formula
}

/** The decimal places that a completion may have: 0.8725 is 87.25 %. */
const completionScale = 6

/**
 * Management by objectives, from untrusted JSON: the target amount times the sum of each objective's
 * weight times its completion, rounded once, to the minor unit. Weights add up to exactly 1.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const mbo = parseObjectives({ id: 'q1', currency: 'CNY', rounding: 'half-up', objectives: [{ objective: 'playbook', weight: '0.4' }, { objective: 'hiring', weight: '0.6' }] })
 * evaluate(mbo.formula, { target: '5000.00', playbook: '1', hiring: '0.5' }).value //=> '3500.00'
 */
export function parseObjectives(json: unknown): Objectives {
  const policy = parseObjectivesPolicy(json)
  const { id, currency, rounding, objectives, label, clause } = policy
  const places = minorUnits(currency)
  const parts = objectives.map(({ objective, weight, ...own }) => {
    const completion = input(objective, 'ratio', completionScale, own.label ?? objective)
    return multiply(constant(weight), completion)
  })
  const completed = named({ en: 'Objectives completed', 'zh-CN': '目标完成度' }, add(...parts))
  const target = input('target', money(currency), places, { en: 'Target', 'zh-CN': '目标奖金' })
  const paid = round(multiply(target, completed), { places, rounding })
  const title = label ?? { en: 'Management by objectives', 'zh-CN': '目标管理奖金' }
  return Object.freeze({ id, policy, formula: check(named(title, paid, clause)) })
}
