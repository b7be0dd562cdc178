import {
  choiceHints,
  formatHints,
  likely,
  namesIn,
  type Problem,
  problem,
  shown,
} from '../problem/index.js'
import type { Unit } from '../quantity/index.js'

/** What can be wrong with a formula, or with the data it is run on. */

export function emptyList(path: string): Problem {
  return problem(
    'empty-list',
    path,
    ['is empty', 'Give at least one entry'],
    ['为空', '至少给出一项'],
  )
}

export function missingBound(path: string): Problem {
  return problem(
    'missing',
    path,
    ['is missing', 'Only the first entry may leave out where it begins'],
    ['缺失', '只有第一项可以省略起点'],
  )
}

export function firstBoundOpen(path: string): Problem {
  return problem(
    'first-band-bounded',
    path,
    [
      'the first band begins somewhere, so that smaller numbers fall in none',
      'Leave "from" out of the first band, and begin with the value of the lowest numbers',
    ],
    ['第一档设了起点，更小的数不属于任何一档', '第一档请不要写“from”，从最低一档的值开始'],
  )
}

export function unordered(path: string, from: string, previous: string): Problem {
  return problem(
    'unordered-bounds',
    path,
    [
      `${from} is not above ${previous}, where the entry before begins: they overlap`,
      'List the entries from the lowest bound up, each bound once',
    ],
    [
      `${from} 不大于上一项的起点 ${previous}，区间重叠`,
      '请按起点从低到高排列，每个起点只出现一次',
    ],
  )
}

export function badPlaces(path: string, places: unknown, limit: number): Problem {
  return problem(
    'bad-places',
    path,
    [
      `${shown(places).en} is no number of decimal places`,
      `Give a whole number from 0 to ${limit}`,
    ],
    [`${shown(places)['zh-CN']} 不是有效的小数位数`, `请给出 0 到 ${limit} 的整数`],
  )
}

/** What stands for a unit, where it may be of any type. */
function textOf(unit: unknown): string {
  return typeof unit === 'string' ? unit : shown(unit).en
}

export function badUnit(path: string, unit: unknown): Problem {
  return problem(
    'unknown-unit',
    path,
    [`"${textOf(unit)}" is not a unit`, choiceHints.unit[0]],
    [`“${textOf(unit)}” 不是单位`, choiceHints.unit[1]],
  )
}

export function badName(path: string, name: string): Problem {
  return problem(
    'not-a-name',
    path,
    [`"${name}" cannot name an input`, formatHints.name[0]],
    [`“${name}” 不能作为输入名称`, formatHints.name[1]],
  )
}

export function mixedUnits(path: string, units: readonly Unit[]): Problem {
  const found = [...new Set(units)]
  return problem(
    'mixed-units',
    path,
    [
      `puts ${found.join(' and ')} together`,
      'Bring all parts to one unit: multiply by a rate, or divide by a number of the same unit',
    ],
    [`混用了 ${found.join(' 与 ')}`, '请先统一单位：乘以费率，或除以同单位的数'],
  )
}

export function noProduct(path: string, left: Unit, right: Unit): Problem {
  return problem(
    'no-product',
    path,
    [
      `${left} times ${right} has no unit`,
      'Multiply by a ratio or a count, or money for each hour by hours',
    ],
    [`${left} 乘以 ${right} 没有单位`, '请乘以比率或数量，或用每小时金额乘以小时数'],
  )
}

export function noQuotient(path: string, left: Unit, right: Unit): Problem {
  return problem(
    'no-quotient',
    path,
    [
      `${left} divided by ${right} has no unit`,
      'Divide by the same unit, a ratio or a count, or money by hours or days',
    ],
    [`${left} 除以 ${right} 没有单位`, '请除以同单位的数、比率或数量，或用金额除以时长'],
  )
}

export function gridShape(path: string, rows: number, columns: number): Problem {
  return problem(
    'grid-shape',
    path,
    [
      `is not a table of ${rows} rows and ${columns} columns`,
      'Give one list of values a row, with one value a column',
    ],
    [`不是 ${rows} 行 ${columns} 列的表`, '每行一个列表，每列一个值'],
  )
}

export function tooWide(path: string, digits: number, limit: number): Problem {
  return problem(
    'too-many-digits',
    path,
    [`can need ${digits} digits, more than ${limit}`, 'Round a part of it before'],
    [`可能需要 ${digits} 位数字，超过 ${limit} 位`, '请先对其中一部分舍入'],
  )
}

export function redeclared(path: string, name: string): Problem {
  return problem(
    'redeclared-input',
    path,
    [
      `the input "${name}" is declared in two ways`,
      'Give it one unit and one scale, or the same cases, everywhere; or use two names',
    ],
    [`输入“${name}”有两种声明`, '请统一单位与小数位，或统一各情形；或使用两个名称'],
  )
}

export function missingInput(path: string, name: string): Problem {
  return problem(
    'missing-input',
    path,
    [
      `the input "${name}" is missing`,
      'Give it; every input is needed, also where only one branch would use it',
    ],
    [`缺少输入“${name}”`, '请提供；每项输入都须给出，即使只有某一分支用到'],
  )
}

/** A number of which parts are asked, such as a quota, and which has none. */
export function notAbove(path: string, found: string, above: string): Problem {
  return problem(
    'not-above',
    path,
    [`${found} is not above ${above}`, `Give a number above ${above}`],
    [`${found} 不大于 ${above}`, `请给出大于 ${above} 的数`],
  )
}

export function unknownInput(path: string, name: string, known: readonly string[]): Problem {
  const names = namesIn(known)
  const [hint, hintZh] = likely(name, known, [
    `Remove it; it reads: ${names.en}`,
    `请删除；它读取：${names['zh-CN']}`,
  ])
  return problem(
    'unknown-input',
    path,
    [`the formula reads no input "${name}"`, hint],
    [`公式不读取输入“${name}”`, hintZh],
  )
}

export function unknownCategory(path: string, found: unknown, known: readonly string[]): Problem {
  const names = namesIn(known)
  return problem(
    'unknown-category',
    path,
    [
      `${typeof found === 'string' ? `"${found}"` : shown(found).en} is none of the cases`,
      `Use one of: ${names.en}; or give the policy an "otherwise"`,
    ],
    [
      `${typeof found === 'string' ? `“${found}”` : shown(found)['zh-CN']} 不在各情形之中`,
      `可选：${names['zh-CN']}；或在制度中写“otherwise”`,
    ],
  )
}

/** A division by zero, of an input by its name: where it stands says little to who gives the data. */
export function divisionByZero(path: string, divisor?: string): Problem {
  return problem(
    'division-by-zero',
    path,
    [
      divisor === undefined
        ? 'divides by zero'
        : `divides by the input "${divisor}", which is zero`,
      'Guard it with "when", or mend the data',
    ],
    [divisor === undefined ? '除数为零' : `除数“${divisor}”为零`, '请用“when”加以判断，或修正数据'],
  )
}

const smaller = ['Split the rule into several formulas', '请把规则拆成几个公式'] as const

export function tooManyNodes(limit: number): Problem {
  return problem(
    'too-many-nodes',
    '',
    [`the formula has more than ${limit} nodes`, smaller[0]],
    [`公式超过 ${limit} 个节点`, smaller[1]],
  )
}

export function tooDeepFormula(limit: number): Problem {
  return problem(
    'too-deep',
    '',
    [`the formula is nested more than ${limit} levels deep`, smaller[0]],
    [`公式嵌套超过 ${limit} 层`, smaller[1]],
  )
}

export function tooManySteps(limit: number): Problem {
  return problem(
    'too-many-steps',
    '',
    [`the explanation has more than ${limit} steps`, 'Render its steps one by one'],
    [`说明超过 ${limit} 步`, '请逐步分别输出'],
  )
}
