import { check, type Expression, type Formula, named, round } from '../formula/index.js'
import { at, type Label, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { minorUnits, money, type Unit } from '../quantity/index.js'
import { type LevelPolicy, type PoolPolicy, parsePoolPolicy } from './pool-schema.js'
import { wrongUnit } from './problems.js'

/** One level of a pool: the formulas of its members' weights and bounds. */
export interface PoolLevel {
  readonly level: string
  readonly label: Label
  readonly clause?: string | undefined
  readonly weight: Formula
  readonly floor?: Formula
  readonly cap?: Formula
}

/** A pool: the policy as it was written, and the formulas it means, level by level. */
export interface Pool {
  readonly id: string
  readonly policy: PoolPolicy
  readonly levels: readonly PoolLevel[]
}

/**
 * How a pool is divided, from untrusted JSON: at each level a member gets its share by `weight`, at
 * least `floor`, at most `cap`. All three are formulas of the member's own figures: a weight may be
 * salary × months × rating, a cap three salaries. A floor is rounded up to the minor unit, a cap down,
 * so that what is paid keeps both.
 *
 * Throws a `PolicyError` with every problem and its path: of the shape, of each formula, and of a floor
 * or cap that is no money of the pool's currency.
 *
 * @example
 * const weight = input('months', 'count', 2)
 * parsePool({ id: 'p', currency: 'CNY', ties: 'id', levels: [{ level: 'person', weight }] }).levels.length //=> 1
 */
export function parsePool(json: unknown): Pool {
  const policy = parsePoolPolicy(json)
  const unit = money(policy.currency)
  refuse(
    policy.levels.flatMap(({ weight, floor, cap }, i) => [
      ...formulaProblems(at(at('levels', i), 'weight'), weight),
      ...formulaProblems(at(at('levels', i), 'floor'), floor, unit),
      ...formulaProblems(at(at('levels', i), 'cap'), cap, unit),
    ]),
  )
  const levels = policy.levels.map((level) => levelOf(level, minorUnits(policy.currency)))
  return Object.freeze({ id: policy.id, policy, levels })
}

function formulaProblems(
  path: string,
  expression: Expression | undefined,
  expected?: Unit,
): readonly Problem[] {
  if (expression === undefined) return []
  let unit = expected
  const found = problemsOf(() => {
    unit = check(expression).unit
  })
  if (found.length > 0) return under(path, found)
  return expected === undefined || unit === expected ? [] : [wrongUnit(path, `${unit}`, expected)]
}

function levelOf({ weight, floor, cap, ...level }: LevelPolicy, places: number): PoolLevel {
  return {
    ...level,
    label: level.label ?? level.level,
    weight: check(named({ en: 'Weight', 'zh-CN': '权重' }, weight)),
    ...(floor !== undefined && {
      floor: check(
        named({ en: 'Floor', 'zh-CN': '下限' }, round(floor, { places, rounding: 'ceiling' })),
      ),
    }),
    ...(cap !== undefined && {
      cap: check(named({ en: 'Cap', 'zh-CN': '上限' }, round(cap, { places, rounding: 'floor' }))),
    }),
  }
}
