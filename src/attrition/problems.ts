import { type Localized, likely, namesIn, type Problem, problem } from '../problem/index.js'

/** What can be wrong with a card, its signals, and the history that it is made from. */

export function repeatedPerson(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the person "${id}" is duplicated`, 'Give each person one entry'],
    [`人员“${id}”重复出现`, '每人只写一次'],
  )
}

export function repeatedSignal(path: string, signal: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the signal "${signal}" is duplicated`, 'Give each signal one entry'],
    [`信号“${signal}”重复出现`, '每个信号只写一次'],
  )
}

export function bandRepeated(path: string, band: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the band "${band}" is duplicated`, 'Give each band a name of its own'],
    [`等级“${band}”重复出现`, '请为每个等级起不同的名称'],
  )
}

export function badSignalName(path: string, signal: string): Problem {
  return problem(
    'not-a-name',
    path,
    [
      `"${signal}" cannot name a signal`,
      'Write at most 58 letters, digits, "_" and "-", a letter or "_" first, and no word that JavaScript reserves',
    ],
    [
      `“${signal}” 不能作为信号名称`,
      '请以字母或“_”开头，由字母、数字、“_”和“-”组成，最多 58 个字符，且不是 JavaScript 保留的词',
    ],
  )
}

export function protectedSignal(path: string, signal: string, attribute: Localized): Problem {
  return problem(
    'protected-attribute',
    path,
    [
      `"${signal}" speaks of a protected attribute: ${attribute.en}`,
      'Leave it out; where it only sounds so, or the law allows it, state why under "permitted"',
    ],
    [
      `“${signal}”涉及受保护的属性：${attribute['zh-CN']}`,
      '请删去；若只是名称相近，或法律允许使用，请在“permitted”中写明理由',
    ],
  )
}

export function notMonotone(path: string, risk: 'rises' | 'falls'): Problem {
  const rises = risk === 'rises'
  return problem(
    'not-monotone',
    path,
    [
      `${rises ? 'falls' : 'rises'} where the risk ${risk}`,
      `Let each entry be at ${rises ? 'least' : 'most'} the one before`,
    ],
    [
      `风险应${rises ? '递增' : '递减'}，此处却${rises ? '下降' : '上升'}`,
      `每一项不得${rises ? '小' : '大'}于前一项`,
    ],
  )
}

export function probabilityAboveOne(path: string, probability: string): Problem {
  return problem(
    'probability-above-one',
    path,
    [`${probability} is no probability`, 'Give a decimal from 0 to 1'],
    [`${probability} 不是概率`, '请给出 0 到 1 的小数'],
  )
}

export function noCases(path: string): Problem {
  return problem(
    'too-small',
    path,
    ['has no case', 'Give the points of one case at least'],
    ['没有情形', '请至少给出一种情形的分值'],
  )
}

export function unknownSignal(path: string, signal: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(signal, known, [
    `It has: ${namesIn(known).en}`,
    `可用信号：${namesIn(known)['zh-CN']}`,
  ])
  return problem(
    'unknown-signal',
    path,
    [`the card has no signal "${signal}"`, hint],
    [`评分卡没有信号“${signal}”`, hintZh],
  )
}

export function missingSignal(path: string, signal: string): Problem {
  return problem(
    'missing-signal',
    path,
    [`has no signal "${signal}"`, 'Give it for every person, or leave the signal out'],
    [`没有信号“${signal}”`, '请为每个人填写，或不使用该信号'],
  )
}

export function missingAttribute(path: string, attribute: string): Problem {
  return problem(
    'missing-attribute',
    path,
    [`has no attribute "${attribute}"`, 'Give it for every person'],
    [`没有属性“${attribute}”`, '请为每个人填写'],
  )
}

export function tooFewOutcomes(left: number, stayed: number, needed: number): Problem {
  return problem(
    'too-few-outcomes',
    'history',
    [
      `${left} people left and ${stayed} stayed; ${needed} of each are needed`,
      'Give a longer history, or ask for fewer folds',
    ],
    [
      `离职 ${left} 人、在职 ${stayed} 人，两者各需至少 ${needed} 人`,
      '请提供更长的历史数据，或减少折数',
    ],
  )
}

export function nothingTells(): Problem {
  return problem(
    'nothing-tells',
    'signals',
    ['no signal tells who left', 'Give other signals, or more bins'],
    ['没有信号能区分离职人员', '请提供其他信号，或增加分箱数'],
  )
}

export function penaltyNotPositive(path: string): Problem {
  return problem(
    'penalty-not-positive',
    path,
    ['is not above zero', 'Give a penalty above zero, such as 1: it keeps a card bounded'],
    ['须大于零', '请给出大于零的惩罚系数，例如 1，以保证评分卡有界'],
  )
}

export function tooManyPoints(path: string, points: number, most: number): Problem {
  return problem(
    'too-many-points',
    path,
    [`makes a card of ${points} points, more than ${most}`, 'Give fewer points, such as 10'],
    [`使评分卡达到 ${points} 分，超过 ${most} 分`, '请减少分值，例如 10'],
  )
}

export function notAProbability(path: string): Problem {
  return problem(
    'not-a-probability',
    path,
    ['is not a number from 0 to 1', 'Give a number from 0 to 1'],
    ['不是 0 到 1 的数', '请给出 0 到 1 的数'],
  )
}

export function nobody(path: string): Problem {
  return problem(
    'too-small',
    path,
    ['there is nobody', 'Give one person at least'],
    ['没有人员', '请至少提供一人'],
  )
}

export function notPositive(path: string): Problem {
  return problem(
    'not-positive',
    path,
    ['is not above zero', 'Give pay above zero'],
    ['须大于零', '请给出大于零的薪酬'],
  )
}

export function spellEmpty(path: string): Problem {
  return problem(
    'empty-span',
    path,
    ['is not above "from"', 'Give a later period'],
    ['须大于“from”', '请给出更晚的期数'],
  )
}

export function spellsOverlap(path: string, id: string): Problem {
  return problem(
    'overlapping-spells',
    path,
    [
      `another spell of "${id}" covers this time, or ended with leaving`,
      'Let spells of a person follow each other, the last alone with leaving; give who comes back a new id',
    ],
    [
      `“${id}”的其他时段已覆盖此时间，或已以离职结束`,
      '同一人的时段须前后相接，仅最后一段可为离职；再入职者请使用新编号',
    ],
  )
}
