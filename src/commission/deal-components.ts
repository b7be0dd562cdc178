import { add, type Expression, named, subtract } from '../formula/index.js'
import { type Component, component } from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { partLabel, partsInOrder } from './held-components.js'
import { amountPart, dealsInput, eachOf, partName, type Reader, readFrom } from './plan-reads.js'

/** What each deal earns by itself: by what it has come to, less what it had come to before. */
export function dealsComponent(reader: Reader, expression: Expression): Component {
  const by = (through: 'row' | 'before') =>
    readFrom(reader, expression, { through, same: ['deal'] })
  return component(
    partName(reader, dealsInput),
    { each: { ...eachOf(reader), by: 'deal' } },
    named({ en: 'Commission of deals', 'zh-CN': '各笔提成' }, subtract(by('row'), by('before'))),
  )
}

/** What each deal brings to the plan in the order of booking, as what its records bring. */
export function listedComponents(reader: Reader): readonly Component[] {
  const parts = amountPart(reader, 'parts', { same: ['deal'], label: broughtLabel })
  return [
    ...(reader.plan.policy.holdback === undefined ? partsInOrder(reader) : []),
    component(
      partName(reader, dealsInput),
      { each: { ...eachOf(reader), by: 'deal' } },
      named(listedLabel, parts),
    ),
  ]
}

/** What the plan earns, told as what deals bring and the rest, such as a floor, which is of none of them. */
export function listed(reader: Reader, label: Label): Expression {
  const deals = amountPart(reader, dealsInput, { label: listedLabel })
  const all = amountPart(reader, 'all', { label })
  const parts = amountPart(reader, 'parts', { label: partLabel })
  return add(
    deals,
    // The same amount by its records, so that it is told how each of them came to what it brings.
    named({ en: 'Of no one deal', 'zh-CN': '不属于任何一笔' }, subtract(all, parts)),
  )
}

const listedLabel: Label = { en: 'Commission by deal', 'zh-CN': '逐笔提成' }
const broughtLabel: Label = { en: 'Brought by the deal', 'zh-CN': '该笔带来的提成' }
