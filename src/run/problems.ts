import type { PeriodKind } from '../calendar/index.js'
import { nearest, type Problem, problem } from '../problem/index.js'

/** What can be wrong with a book, with the people and events of a run, or with its period. */

/** A hint that names the likely word, or else all of them. */
function choices(word: string, known: readonly string[]): readonly [en: string, zh: string] {
  const near = nearest(word, known)
  if (near !== undefined) return [`Perhaps "${near}" was meant`, `也许是“${near}”`]
  return known.length === 0
    ? ['There is none: add it, or leave this out', '目前没有任何一项：请补充，或删去此处']
    : [`Use one of: ${known.join(', ')}`, `可用：${known.join('、')}`]
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

export function uncreditedMeasure(path: string, kind: string, known: readonly string[]): Problem {
  const [en, zh] = choices(kind, known)
  return problem(
    'uncredited-measure',
    path,
    [`no crediting rule gives the credit "${kind}", so the plan would measure nothing`, en],
    [`没有计提规则给出“${kind}”，该方案将无业绩可计`, zh],
  )
}

export function repeatedId(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`"${id}" stands more than once`, 'Give each its own, or leave one out'],
    [`“${id}” 重复出现`, '请各用各的标识，或删去一项'],
  )
}

export function otherCurrency(path: string, found: string, expected: string): Problem {
  return problem(
    'other-currency',
    path,
    [`is ${found}, while the book is in ${expected}`, 'Keep a book for each currency'],
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
    [
      `has no amount on ${day}`,
      'Give a history that begins by then, with "0" where nothing is paid',
    ],
    [`${day} 没有金额`, '请提供自该日或更早生效的金额，不发放者填 "0"'],
  )
}

export function missingTarget(path: string): Problem {
  return problem(
    'missing-target',
    path,
    ['is missing, while the department pays a target bonus', 'Give it, "0" where none is promised'],
    ['缺失，而该部门发放绩效奖金', '请填写，没有约定者填 "0"'],
  )
}

export function unpaidTarget(path: string): Problem {
  return problem(
    'unpaid-target',
    path,
    [
      'is given, while the department pays no target bonus',
      'Leave it out, or give the department a bonus',
    ],
    ['已填写，而该部门不发放绩效奖金', '请删去，或为该部门设置奖金'],
  )
}

export function unlistedPerson(path: string, person: string): Problem {
  return problem(
    'unlisted-person',
    path,
    [
      `"${person}" is credited but is not among the people of the run`,
      'Add the person, or mend the crediting rule',
    ],
    [`“${person}” 有计提业绩但不在名单中`, '请加入此人，或修正计提规则'],
  )
}

const kindsInChinese: Readonly<Record<PeriodKind, string>> = {
  month: '月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
}

export function otherPeriod(path: string, kind: PeriodKind, period: string): Problem {
  return problem(
    'other-period',
    path,
    [
      `is paid by the ${kind} of the calendar year, and ${period} is none`,
      'Run it for a period of its own kind',
    ],
    [`按自然年的${kindsInChinese[kind]}结算，而 ${period} 不是`, '请按该方案自己的期间运行'],
  )
}
