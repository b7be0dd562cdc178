import { likely, namesIn, type Problem, problem } from '../problem/index.js'

/** What can be wrong with bonus policies, and with the data they are run on. */

export function boundsCross(path: string, floor: string, cap: string): Problem {
  return problem(
    'floor-above-cap',
    path,
    [`the cap of ${cap} is below the floor of ${floor}`, 'Lower the floor or raise the cap'],
    [`上限 ${cap} 低于下限 ${floor}`, '请降低下限或提高上限'],
  )
}

export function reservedName(path: string, name: string): Problem {
  return problem(
    'reserved-name',
    path,
    [`"${name}" is an input of the plan's own`, 'Choose another name'],
    [`“${name}” 是方案自身的输入名称`, '请改用其他名称'],
  )
}

export function weightsNotWhole(path: string, sum: string): Problem {
  return problem(
    'weights-not-whole',
    path,
    [`the weights add up to ${sum}, not to 1`, 'Make them add up to exactly 1'],
    [`权重合计为 ${sum}，不等于 1`, '权重合计须恰好等于 1'],
  )
}

export function unknownCoefficient(path: string, name: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(name, known)
  return problem(
    'unknown-coefficient',
    path,
    [`the plan has no coefficient "${name}"`, hint],
    [`方案没有系数“${name}”`, hintZh],
  )
}

export function wrongUnit(path: string, found: string, expected: string): Problem {
  return problem(
    'wrong-unit',
    path,
    [`is ${found}, not ${expected}`, 'Mend the formula'],
    [`单位为 ${found}，应为 ${expected}`, '请修正公式'],
  )
}

export function notAsDeep(path: string, level: string): Problem {
  return problem(
    'missing-members',
    path,
    [`has no members to divide among by ${level}`, 'List them, or leave this part out'],
    [`没有可按 ${level} 分配的成员`, '请列出成员，或删去此项'],
  )
}

export function tooDeepMembers(path: string): Problem {
  return problem(
    'unread-members',
    path,
    ['has members below the last level of the pool', 'Leave them out, or add a level'],
    ['在最后一级之下还有成员', '请删去，或增加一级'],
  )
}

export function negativeWeight(path: string, weight: string): Problem {
  return problem(
    'negative-weight',
    path,
    [`has a weight of ${weight}, below zero`, 'Mend the figures, or floor the formula at zero'],
    [`权重为 ${weight}，小于零`, '请修正数据，或在公式中设零为下限'],
  )
}

export function floorsAboveFund(path: string, floors: string, fund: string): Problem {
  return problem(
    'floors-above-fund',
    path,
    [
      `the floors add up to ${floors}, more than the ${fund} there can be`,
      'Lower the floors, or fund more',
    ],
    [`下限合计 ${floors}，超过可用的 ${fund}`, '请降低下限，或增加资金'],
  )
}

export function capsBelowFund(path: string, caps: string, fund: string): Problem {
  return problem(
    'caps-below-fund',
    path,
    [
      `the members can take at most ${caps} of the ${fund} there must be`,
      'Raise the caps, or fund less',
    ],
    [`成员最多可得 ${caps}，低于须分配的 ${fund}`, '请提高上限，或减少资金'],
  )
}

export function unreadFigure(path: string, name: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(name, known, [
    `Leave it out; they read: ${namesIn(known).en}`,
    `请删去；可读取：${namesIn(known)['zh-CN']}`,
  ])
  return problem(
    'unread-figure',
    path,
    [`no formula of this level reads "${name}"`, hint],
    [`本级没有公式读取“${name}”`, hintZh],
  )
}

export function unreadInput(path: string, name: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(name, known, [
    `Leave it out; they read: ${namesIn(known).en}`,
    `请删去；可读取：${namesIn(known)['zh-CN']}`,
  ])
  return problem(
    'unread-input',
    path,
    [`no formula of the pool reads "${name}"`, hint],
    [`奖池没有公式读取“${name}”`, hintZh],
  )
}

export function unknownMember(path: string, id: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(id, known, ['Give the id of somebody who is', '请给出名单中的标识'])
  return problem(
    'unknown-member',
    path,
    [`"${id}" is not listed`, hint],
    [`“${id}” 不在名单中`, hintZh],
  )
}

export function prizesAboveBudget(path: string, prizes: string, budget: string): Problem {
  return problem(
    'prizes-above-budget',
    path,
    [`the prizes add up to ${prizes}, more than the budget`, `Keep them within ${budget}`],
    [`奖金合计 ${prizes}，超过预算`, `请控制在 ${budget} 以内`],
  )
}

export function prizeRises(path: string, prize: string, before: string): Problem {
  return problem(
    'prize-rises',
    path,
    [`${prize} is more than ${before}, the prize of the place before`, 'List the largest first'],
    [`${prize} 高于上一名次的 ${before}`, '请从高到低排列'],
  )
}

export function noTeam(path: string): Problem {
  return problem(
    'missing-members',
    path,
    ['has no members to split the prize among', 'List them with the entry'],
    ['没有可分奖金的成员', '请随参评对象列出成员'],
  )
}

export function noSpread(path: string): Problem {
  return problem(
    'no-weight',
    path,
    ['has no member with a weight above zero', 'Weigh one at least, or split equally'],
    ['没有权重大于零的成员', '至少一人权重大于零，或平均分配'],
  )
}

export function notRising(path: string, found: string, before: string): Problem {
  return problem(
    'not-rising',
    path,
    [`${found} does not come after ${before}`, 'List the steps from the earliest, each once'],
    [`${found} 不在 ${before} 之后`, '请按先后排列，每项只出现一次'],
  )
}

export function notEven(path: string, months: number, every: number): Problem {
  return problem(
    'uneven-steps',
    path,
    [`${months} is no multiple of ${every} months`, 'Let the steps divide the whole'],
    [`${months} 不是 ${every} 个月的整数倍`, '各期须能等分总期限'],
  )
}

export function cliffTooLong(path: string, cliff: number, months: number): Problem {
  return problem(
    'cliff-too-long',
    path,
    [`a cliff of ${cliff} months is longer than the ${months} of the schedule`, 'Shorten it'],
    [`等待期 ${cliff} 个月长于归属期 ${months} 个月`, '请缩短等待期'],
  )
}

export function leavesBefore(path: string, left: string, start: string): Problem {
  return problem(
    'leaves-before-start',
    path,
    [`${left} is before ${start}, when it was granted`, 'Mend one of the dates'],
    [`${left} 早于授予日 ${start}`, '请更正其中一个日期'],
  )
}
