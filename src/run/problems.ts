import { nearest, type Problem, problem } from '../problem/index.js'

/** A hint that names the likely word, or else all of them. */
function choices(word: string, known: readonly string[]): readonly [en: string, zh: string] {
  const near = nearest(word, known)
  return near === undefined
    ? [`It knows: ${known.join(', ') || 'none'}`, `可用：${known.join('、') || '无'}`]
    : [`Perhaps "${near}" was meant`, `也许是“${near}”`]
}

export function unknownReference(path: string, id: string, known: readonly string[]): Problem {
  const [en, zh] = choices(id, known)
  return problem(
    'unknown-reference',
    path,
    [`the book has no "${id}"`, en],
    [`政策手册中没有“${id}”`, zh],
  )
}

export function repeatedId(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the id "${id}" stands more than once`, 'Give each an id of its own'],
    [`标识“${id}”重复`, '请使用唯一标识'],
  )
}

export function otherCurrency(path: string, found: string, expected: string): Problem {
  return problem(
    'other-currency',
    path,
    [`is ${found}, while the book is in ${expected}`, 'Keep one book a currency'],
    [`币种为 ${found}，而手册币种为 ${expected}`, '每个币种请使用各自的手册'],
  )
}

export function unknownFigure(path: string, name: string, known: readonly string[]): Problem {
  const [en, zh] = choices(name, known)
  return problem(
    'unknown-figure',
    path,
    [`no policy of the department reads "${name}"`, en],
    [`该部门没有政策读取“${name}”`, zh],
  )
}

export function unknownComponent(path: string, name: string, known: readonly string[]): Problem {
  const [en, zh] = choices(name, known)
  return problem(
    'unknown-component',
    path,
    [`the department has no pay component "${name}"`, en],
    [`该部门没有工资项目“${name}”`, zh],
  )
}

export function missingPay(path: string, day: string): Problem {
  return problem(
    'missing-pay',
    path,
    [`has no amount on ${day}`, 'Give a history that begins by then'],
    [`${day} 没有金额`, '请提供自该日或更早生效的金额'],
  )
}

export function missingTarget(path: string): Problem {
  return problem(
    'missing-target',
    path,
    ['the department pays a target bonus, but the person has none', 'Give it, "0" for nobody\'s'],
    ['该部门发放绩效奖金，但此人没有目标奖金', '请填写；不发放者填 "0"'],
  )
}

export function unlistedPerson(path: string, person: string): Problem {
  return problem(
    'unlisted-person',
    path,
    [
      `"${person}" is credited but is not among the people of the run`,
      'Add the person, or mend the rule',
    ],
    [`“${person}” 有计提业绩但不在名单中`, '请加入此人，或修正规则'],
  )
}

export function otherPeriod(path: string, kind: string, period: string): Problem {
  return problem(
    'other-period',
    path,
    [`is paid by the ${kind}, and ${period} is none`, 'Run it for a period of its own kind'],
    [`按${kind}结算，而 ${period} 不是`, '请按该方案自己的期间运行'],
  )
}
