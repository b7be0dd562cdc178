import { likely, type Problem, problem } from '../problem/index.js'

/** What can be wrong with events, and with what is worked out from them before any plan. */

export function signAgainstKind(path: string, kind: string, amount: string): Problem {
  return problem(
    'sign-against-kind',
    path,
    [
      `${amount} has the wrong sign for an event of kind "${kind}"`,
      'Orders and invoices are zero or more, refunds and cancellations zero or less',
    ],
    [`“${kind}” 的金额 ${amount} 正负号不对`, '订单与发票不小于零，退款与取消不大于零'],
  )
}

export function figureAgainstKind(path: string, kind: string, value: string): Problem {
  return problem(
    'sign-against-kind',
    path,
    [
      `${value} has the wrong sign for a figure of an event of kind "${kind}"`,
      'Let it have the sign of the amount; tell a loss by a correction, which may have any sign',
    ],
    [
      `“${kind}” 的数据 ${value} 正负号不对`,
      '请与金额的正负号一致；亏损请另记一笔更正（correction），其正负号不限',
    ],
  )
}

export function repeatedEvent(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the event "${id}" is duplicated`, 'Give each event an id of its own'],
    [`事件“${id}”重复出现`, '每个事件须有唯一标识'],
  )
}

export function unknownOriginal(path: string, id: string, of: string): Problem {
  return problem(
    'unknown-event',
    path,
    [
      `the event "${id}" is of "${of}", which is not in the ledger`,
      'Add that event, or mend its id',
    ],
    [`事件“${id}”指向“${of}”，账簿中没有此事件`, '请补记该事件，或改正标识'],
  )
}

export function endlessChain(path: string, id: string, of: string): Problem {
  return problem(
    'endless-chain',
    path,
    [
      `the event "${id}" comes back to "${of}" by its chain of events`,
      'Let "of" name an earlier event',
    ],
    [`事件“${id}”的来源链回到了“${of}”`, '“of”须指向更早的事件'],
  )
}

export function sharesNotWhole(path: string, whole: string): Problem {
  return problem(
    'shares-not-whole',
    path,
    [`the shares add up to ${whole}`, 'Make them add up to exactly 1'],
    [`份额合计为 ${whole}`, '份额之和须恰好等于 1'],
  )
}

export function repeatedOwner(path: string, person: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`"${person}" already has a share`, 'Give each person one share'],
    [`“${person}” 已有一份`, '每人只写一份'],
  )
}

export function missingAttribute(
  path: string,
  event: string,
  by: string,
  known: readonly string[],
): Problem {
  const [hint, hintZh] = likely(by, known, [
    'Give it, or let the rule skip what nobody owns',
    '请补上，或让规则跳过无归属的事件',
  ])
  return problem(
    'missing-attribute',
    path,
    [`the event "${event}" has no attribute "${by}"`, hint],
    [`事件“${event}”没有属性“${by}”`, hintZh],
  )
}

export function noOwner(
  path: string,
  { event, by, found }: { readonly event: string; readonly by: string; readonly found: string },
  known: () => readonly string[],
): Problem {
  const [hint, hintZh] = likely(found, known, [
    'Name an owner, or let the rule skip what nobody owns',
    '请指定归属人，或让规则跳过无归属的事件',
  ])
  return problem(
    'no-owner',
    path,
    [`nobody owns the ${by} "${found}" of the event "${event}"`, hint],
    [`事件“${event}”的“${by}”为“${found}”，没有归属人`, hintZh],
  )
}

export function managerLoop(path: string, person: string): Problem {
  return problem(
    'manager-loop',
    path,
    [`"${person}" is a manager of themselves`, 'Mend the hierarchy'],
    [`“${person}” 是自己的上级`, '请修正汇报关系'],
  )
}

export function repeatedTouch(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the touch "${id}" is duplicated`, 'Give each touch an id of its own'],
    [`接触“${id}”重复出现`, '每次接触须有唯一标识'],
  )
}
