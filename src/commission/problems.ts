import { nearest, type Problem, problem } from '../problem/index.js'

/** What can be wrong with plans, crediting rules, events and credits. */

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

/** A share above 1 would pay more where the KPI is missed. */
export function keepsTooMuch(path: string, keeps: string): Problem {
  return problem(
    'keeps-too-much',
    path,
    [
      `a share of ${keeps} is more than the whole commission`,
      'Give a share from 0 to 1: "0.5" is half',
    ],
    [`保留提成的 ${keeps} 倍，超过全部`, '请给出 0 到 1 的份额："0.5" 为一半'],
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
  const near = nearest(by, known)
  return problem(
    'missing-attribute',
    path,
    [
      `the event "${event}" has no attribute "${by}"`,
      near === undefined
        ? 'Give it, or let the rule skip what nobody owns'
        : `Perhaps "${near}" was meant`,
    ],
    [
      `事件“${event}”没有属性“${by}”`,
      near === undefined ? '请补上，或让规则跳过无归属的事件' : `也许是“${near}”`,
    ],
  )
}

export function noOwner(
  path: string,
  { event, by, found }: { readonly event: string; readonly by: string; readonly found: string },
  known: readonly string[],
): Problem {
  const near = nearest(found, known)
  return problem(
    'no-owner',
    path,
    [
      `nobody owns the ${by} "${found}" of the event "${event}"`,
      near === undefined
        ? 'Name an owner, or let the rule skip what nobody owns'
        : `Perhaps "${near}" was meant`,
    ],
    [
      `事件“${event}”的“${by}”为“${found}”，没有归属人`,
      near === undefined ? '请指定归属人，或让规则跳过无归属的事件' : `也许是“${near}”`,
    ],
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

export function givenMeasure(path: string, name: string): Problem {
  return problem(
    'given-measure',
    path,
    [`"${name}" is measured from the credits`, 'Leave it out of what is given of the person'],
    [`“${name}” 由计提业绩得出`, '请不要在人员数据中给出'],
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
