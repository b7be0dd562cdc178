import {
  add,
  check,
  constant,
  evaluate,
  type Formula,
  input,
  multiply,
  named,
  type Step,
} from '../formula/index.js'
import { decimal, type NumericInput } from '../quantity/index.js'
import { type BlendPolicy, parseBlendPolicy } from './blend-schema.js'

/** A blend of ratings and objective results, and its formula. */
export interface Blend {
  readonly policy: BlendPolicy
  /** The blended score, in points: reads each part by its name. */
  readonly formula: Formula
}

/** A blended score, and what each part brought to it. */
export interface Blended {
  readonly value: string
  /** Weight × part, exact: they add up to the value. */
  readonly contributions: Readonly<Record<string, string>>
  readonly trace: Step
}

/**
 * A blend from untrusted JSON: the sum of weight × part, exact, nothing rounded. Weights add up to
 * exactly 1. Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseBlend({ id: 'b', parts: [{ part: 'rating', weight: '0.3', scale: 2 }, { part: 'result', weight: '0.7', scale: 1 }] }).formula.scale //=> 3
 */
export function parseBlend(json: unknown): Blend {
  const policy = parseBlendPolicy(json)
  const parts = policy.parts.map(({ part, weight, scale, label }) =>
    multiply(constant(weight), input(part, 'points', scale, label ?? part)),
  )
  const title = policy.label ?? { en: 'Blended score', 'zh-CN': '综合评分' }
  return Object.freeze({ policy, formula: check(named(title, add(...parts), policy.clause)) })
}

/**
 * The blended score of one person or event. Throws a `PolicyError` for what `evaluate` refuses.
 *
 * @example
 * blend(parseBlend(json), { rating: '82.50', result: '91.0' }).contributions
 */
export function blend(
  { policy, formula }: Blend,
  parts: Readonly<Record<string, NumericInput>>,
): Blended {
  const { value, inputs, trace } = evaluate(formula, parts)
  const contributions = policy.parts.map(
    ({ part, weight }) =>
      [
        part,
        decimal(weight)
          .times(inputs[part] as string)
          .toFixed(),
      ] as const,
  )
  return { value, contributions: Object.fromEntries(contributions), trace }
}
