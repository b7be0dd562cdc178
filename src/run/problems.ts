import type { PeriodKind } from '../calendar/index.js'
import { likely, type Problem, problem, shown } from '../problem/index.js'

/** What can be wrong with a book, with the people and events of a run, or with its period. */

export function unknownReference(path: string, id: string, known: readonly string[]): Problem {
  const [en, zh] = likely(id, known)
  return problem(
    'unknown-reference',
    path,
    [`the book has no "${id}"`, en],
    [`政策手册中没有“${id}”`, zh],
  )
}

export function uncreditedMeasure(path: string, kind: string, known: readonly string[]): Problem {
  const [en, zh] = likely(kind, known)
  return problem(
    'uncredited-measure',
    path,
    [`no crediting rule gives the credit "${kind}", so the plan would measure nothing`, en],
    [`没有计提规则给出“${kind}”，该方案将无业绩可计`, zh],
  )
}

export function otherId(path: string, found: string, expected: string): Problem {
  return problem(
    'other-id',
    path,
    [`is "${found}", while the policy is "${expected}"`, `Write "${expected}" in both places`],
    [`为“${found}”，而该政策为“${expected}”`, `两处请都写“${expected}”`],
  )
}

export function versionOverlap(path: string, from: string, before: string): Problem {
  return problem(
    'version-overlap',
    path,
    [
      `begins on ${from}, while the version before it holds ${before} still`,
      'Give versions in order of time, each from the day after the one before it ends',
    ],
    [`自 ${from} 生效，而上一版本 ${before} 仍有效`, '请按时间顺序填写，每版从上一版结束次日起'],
  )
}

export function versionGap(path: string, from: string, before: string): Problem {
  return problem(
    'version-gap',
    path,
    [
      `begins on ${from}, while the version before it ends on ${before}: no version holds between`,
      'Close the gap, or make it two policies',
    ],
    [`自 ${from} 生效，而上一版本止于 ${before}，其间没有有效版本`, '请补上空缺，或拆成两项政策'],
  )
}

export function notInForce(
  path: string,
  id: string,
  first: string,
  last: string | undefined,
): Problem {
  const [en, zh] =
    last === undefined
      ? [`from ${first}`, `自 ${first} 起`]
      : [`from ${first} to ${last}`, `${first} 至 ${last}`]
  return problem(
    'not-in-force',
    path,
    [
      `"${id}" holds ${en}, which is less than the version that names it`,
      'Add a version of it, or end this one with it',
    ],
    [`“${id}” 的有效期为${zh}，短于引用它的版本`, '请为其补充版本，或让此版本同时结束'],
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
  const [en, zh] = likely(name, known)
  return problem(
    'unknown-figure',
    path,
    [`no policy of the department reads "${name}"`, en],
    [`该部门没有政策读取“${name}”`, zh],
  )
}

export function unknownComponent(path: string, name: string, known: readonly string[]): Problem {
  const [en, zh] = likely(name, known)
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
  week: '周',
  'ten-days': '旬',
  'two-weeks': '双周',
  'half-month': '半月',
  'four-weeks': '四周',
  month: '月',
  quarter: '季度',
  'half-year': '半年',
  year: '年',
}

export function otherPeriod(path: string, kind: PeriodKind, period: string): Problem {
  return problem(
    'other-period',
    path,
    [`is paid by the ${kind}, and ${period} is none`, 'Run it for a period of its own kind'],
    [`按${kindsInChinese[kind]}结算，而 ${period} 不是`, '请按该方案自己的期间运行'],
  )
}

export function budgetBreached(path: string, spent: string, most: string): Problem {
  return problem(
    'budget-breached',
    path,
    [
      `the period costs ${spent}, more than the budget of ${most}`,
      'Raise the budget in a new version, or change what is paid',
    ],
    [`本期成本 ${spent}，超出预算 ${most}`, '请以新版本提高预算，或调整发放'],
  )
}

export function notWhole(path: string, least: number): Problem {
  return problem(
    'not-whole',
    path,
    [`is not a whole number of ${least} or more`, `Give one, such as ${least + 1}`],
    [`不是不小于 ${least} 的整数`, `请填写整数，例如 ${least + 1}`],
  )
}

export function differs(path: string, found: string, expected: string): Problem {
  return problem(
    'differs',
    path,
    [
      `says ${found}, while book and data give ${expected}`,
      'Use the book and the data of that run; if they are, the statement was changed',
    ],
    [
      `为 ${found}，而按政策手册与数据应为 ${expected}`,
      '请使用当期的手册与数据；若无误，则工资单已被改动',
    ],
  )
}

export function otherDigest(path: string): Problem {
  return problem(
    'other-digest',
    path,
    ['is not the digest of what it stands with', 'It was changed later: take the original'],
    ['与内容的摘要不符', '内容在生成后被改动，请使用原件'],
  )
}

export function brokenChain(path: string, before: string): Problem {
  return problem(
    'broken-chain',
    path,
    [
      `is not the digest of the run of ${before}`,
      `Give the runs in order; else the run of ${before} was made again or changed`,
    ],
    [`不是 ${before} 期运行的摘要`, `请按顺序提供各期；否则 ${before} 期已被重算或改动`],
  )
}

export function noAudience(found: unknown): Problem {
  const quoted = shown(found)
  return problem(
    'no-audience',
    'audience',
    [
      `${quoted.en} is nobody to whom a statement is shown`,
      'Give what redact(statement, audience) copies for "employee", "manager", "peer" or "auditor"',
    ],
    [
      `${quoted['zh-CN']} 不是工资单的阅读对象`,
      '请提供 redact(statement, audience) 的结果，对象为 "employee"、"manager"、"peer" 或 "auditor"',
    ],
  )
}

export function nobodyNamed(path: string): Problem {
  return problem(
    'nobody-named',
    path,
    [
      'is not in this copy, so nobody can tell whose it is',
      'Verify the copy of the employee, the manager or the auditor',
    ],
    ['此副本未载明，无法判断属于何人', '请核对员工本人、主管或审计的副本'],
  )
}

export function noSeasonality(path: string, plan: string): Problem {
  return problem(
    'no-seasonality',
    path,
    [
      `the plan "${plan}" is settled this year and has no seasonality`,
      'Give its weights: twelve times "1" where no month differs from another',
    ],
    [`方案“${plan}”本年有结算，但没有季节权重`, '请给出各期权重；若各月无差别，写十二个 "1"'],
  )
}

export function notSettled(path: string, period: string): Problem {
  return problem(
    'not-settled',
    path,
    [
      `${period} is not settled for this person, so what they sold is not known`,
      'Mend what the run lists under "unpaid", and make it again',
    ],
    [`${period} 尚未为此人结算，业绩未知`, '请改正运行结果“unpaid”中列出的问题后重新运行'],
  )
}

export function noPost(path: string, person: string): Problem {
  return problem(
    'no-post',
    path,
    [
      `the run has settled "${person}" and does not say where they work`,
      'Give the run as it was made: verifyChain tells whether it is',
    ],
    [
      `运行结果为“${person}”做过结算，却未载明其部门`,
      '请提供未经改动的运行结果；可用 verifyChain 核对',
    ],
  )
}
