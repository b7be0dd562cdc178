import { likely, namesIn, type Problem, problem } from '../problem/index.js'

/** What can be wrong with the people who are compared, and with what is asked of them. */

export function repeatedPerson(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the person "${id}" is duplicated`, 'Give each person one entry'],
    [`人员“${id}”重复出现`, '每人只写一次'],
  )
}

/** The records of a person that a name is looked up in. */
export type Field = 'attributes' | 'amounts' | 'measures'

const fields: Readonly<Record<Field, readonly [code: string, en: string, zh: string]>> = {
  attributes: ['missing-attribute', 'attribute', '属性'],
  amounts: ['missing-amount', 'amount', '金额'],
  measures: ['missing-measure', 'measure', '度量'],
}

export function missingField(
  path: string,
  field: Field,
  name: string,
  known: readonly string[],
): Problem {
  const [code, en, zh] = fields[field]
  const [hint, hintZh] = likely(name, known, ['Give it for every person', '请为每个人填写'])
  return problem(code, path, [`has no ${en} "${name}"`, hint], [`没有${zh}“${name}”`, hintZh])
}

export function unknownGroup(
  path: string,
  attribute: string,
  group: string,
  known: readonly string[],
): Problem {
  const [hint, hintZh] = likely(group, known, [
    `The people have: ${namesIn(known).en}`,
    `现有：${namesIn(known)['zh-CN']}`,
  ])
  return problem(
    'unknown-group',
    path,
    [`nobody has the ${attribute} "${group}"`, hint],
    [`没有人的“${attribute}”为“${group}”`, hintZh],
  )
}

export function sameGroup(path: string, group: string): Problem {
  return problem(
    'same-group',
    path,
    [`"${group}" is compared with itself`, 'Name two different groups'],
    [`“${group}”与自身比较`, '请写两个不同的群体'],
  )
}

export function payNotPositive(path: string): Problem {
  return problem(
    'pay-not-positive',
    path,
    ['pay is zero, and has no logarithm', 'Leave the person out, or use a raw gap'],
    ['薪酬为零，无法取对数', '请去掉此人，或使用原始差距'],
  )
}

export function notPositive(path: string): Problem {
  return problem(
    'not-positive',
    path,
    ['is not above zero', 'Give a number above zero, or leave the person out'],
    ['须大于零', '请给出大于零的数，或去掉此人'],
  )
}

export function intervalUnbounded(path: string): Problem {
  return problem(
    'interval-unbounded',
    path,
    [
      'asks for an interval wider than numbers reach',
      'Ask for less, such as 0.95, or compare more people',
    ],
    ['所求区间过宽，无法用数字表示', '请降低置信度，例如 0.95，或增加比较的人数'],
  )
}

export function aboveWhole(path: string, target: string): Problem {
  return problem(
    'above-whole',
    path,
    [`is ${target}, more than the whole of pay`, 'Give a part of 1, such as 0.05 for 5 %'],
    [`为 ${target}，超过全部薪酬`, '请填写 0 到 1 之间的比例，例如 0.05 表示 5%'],
  )
}

export function gapNotIdentified(attribute: string, of: readonly string[]): Problem {
  return problem(
    'gap-not-identified',
    'explainedBy',
    [
      `${attribute} cannot be told apart from ${of.join(', ')}`,
      'Leave out what only one of the groups has, or compare fewer people',
    ],
    [`“${attribute}”与 ${of.join('、')} 无法区分`, '请去掉只有一个群体才有的因素，或缩小比较范围'],
  )
}

export function noCommonSupport(
  path: string,
  attribute: string,
  level: string,
  group: string,
): Problem {
  return problem(
    'no-common-support',
    path,
    [
      `nobody of "${group}" has the ${attribute} "${level}"`,
      'Merge it with another level, or leave these people out and say so',
    ],
    [`“${group}”中没有人的“${attribute}”为“${level}”`, '请与其他类别合并，或去掉这些人并说明'],
  )
}

export function collinearIn(group: string, name: string, of: readonly string[]): Problem {
  return problem(
    'collinear',
    'explainedBy',
    [`among "${group}", ${name} is made of ${of.join(', ')}`, 'Leave one of them out'],
    [`在“${group}”中，“${name}”可由 ${of.join('、')} 得出`, '请去掉其中一项'],
  )
}

export function unknownManager(path: string, manager: string): Problem {
  return problem(
    'unknown-person',
    path,
    [`the manager "${manager}" is not among the people`, 'Add the manager, or mend the id'],
    [`主管“${manager}”不在人员名单中`, '请加入主管，或改正标识'],
  )
}

export function nothingPaid(path: string): Problem {
  return problem(
    'nothing-paid',
    path,
    ['the amounts add up to zero, so nobody has a share', 'Give people with pay'],
    ['金额合计为零，无法计算份额', '请给出有薪酬的人员'],
  )
}

export function valueContradicts(path: string, name: string, others: readonly string[]): Problem {
  const [same, sameZh] =
    others.length === 0
      ? ['', '所有人']
      : [` who has the same ${others.join(', ')}`, `“${others.join('、')}”相同的所有人`]
  return problem(
    'value-contradicts',
    path,
    [
      `${name} differs from what it is for everybody${same}`,
      'Mend the value, or leave it out of what explains pay',
    ],
    [`“${name}”与${sameZh}都不一致`, '请改正该值，或不用它解释薪酬'],
  )
}

export function payUnbounded(path: string): Problem {
  return problem(
    'pay-unbounded',
    path,
    [
      'lies so far from the people that no number holds the pay',
      'Give measures nearer to those of the people',
    ],
    ['与现有人员相差过大，薪酬无法用数字表示', '请给出更接近现有人员的度量'],
  )
}
