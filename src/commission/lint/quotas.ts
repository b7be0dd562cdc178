import { at } from '../../problem/index.js'
import { money } from '../../quantity/index.js'
import type { Plan } from '../plan.js'
import { conditionsOf } from '../plan-asks.js'
import { type Finding, writtenIn } from './finding.js'
import { quotaAboveZero } from './rule-findings.js'
import type { Figures } from './usual.js'

/** Each quota of which the plan asks a part: nobody may have one of zero. */
export function quotaFindings({ policy, formula }: Plan, given: Figures): readonly Finding[] {
  const unit = money(policy.currency)
  const places = [
    ...(policy.quota === undefined ? [] : [{ name: policy.quota, path: 'quota' }]),
    ...conditionsOf(policy).flatMap(({ path, condition: { of } }) =>
      of === undefined || of === policy.quota ? [] : [{ name: of, path: at(path, 'of') }],
    ),
  ]
  return places
    .filter(({ name }) => !Object.hasOwn(given, name) && isBounded(formula, name))
    .map(({ path }) => ({ ...quotaAboveZero(writtenIn(unit, unit), path), given: {} }))
}

function isBounded({ inputs }: Plan['formula'], name: string): boolean {
  const declared = Object.hasOwn(inputs, name) ? inputs[name] : undefined
  return declared?.kind === 'number' && declared.above !== undefined
}
