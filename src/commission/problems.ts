import { type Problem, problem } from '../problem/index.js'

export function duplicateName(path: string, name: string): Problem {
  return problem(
    'duplicate-name',
    path,
    [`"${name}" already names another input of the plan`, 'Give each input a name of its own'],
    [`“${name}” 已是本方案另一项输入的名称`, '每项输入须有各自的名称'],
  )
}

export function signAgainstKind(path: string, kind: string, amount: string): Problem {
  return problem(
    'sign-against-kind',
    path,
    [
      `${amount} has the wrong sign for an event of kind "${kind}"`,
      'Give orders zero or a positive amount, refunds a negative one',
    ],
    [`“${kind}” 的金额 ${amount} 正负号不对`, '订单金额为零或正数，退款金额为负数'],
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

export function noOwner(path: string, event: string, by: string, found: string): Problem {
  return problem(
    'no-owner',
    path,
    [
      `nobody owns ${found} as "${by}" of the event "${event}"`,
      'Name an owner, or let the rule skip what nobody owns',
    ],
    [`事件“${event}”的“${by}”为 ${found}，没有归属人`, '请指定归属人，或让规则跳过无归属的事件'],
  )
}

export function otherCurrency(path: string, found: string, expected: string): Problem {
  return problem(
    'other-currency',
    path,
    [`is in ${found}, the plan is in ${expected}`, 'Convert it first, at a rate of a stated date'],
    [`币种为 ${found}，而方案币种为 ${expected}`, '请先按约定日期的汇率换算'],
  )
}

export function repeatedEvent(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the event "${id}" stands more than once`, 'Give each event an id of its own'],
    [`事件“${id}”重复出现`, '每个事件须有唯一标识'],
  )
}

export function unlistedPerson(path: string, person: string): Problem {
  return problem(
    'unlisted-person',
    path,
    [
      `"${person}" is credited but is not among the people paid`,
      'Add the person, or mend the rule',
    ],
    [`“${person}” 有计提业绩但不在发放名单中`, '请加入此人，或修正规则'],
  )
}
