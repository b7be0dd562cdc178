import { choiceHints, formatHints, likely, type Problem, problem } from '../problem/index.js'
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
    [`${String(places)} is no number of decimal places`, `Give a whole number from 0 to ${limit}`],
    [`${String(places)} 不是有效的小数位数`, `请给出 0 到 ${limit} 的整数`],
  )
}

export function badUnit(path: string, unit: unknown): Problem {
  return problem(
    'unknown-unit',
    path,
    [`"${String(unit)}" is not a unit`, choiceHints.unit[0]],
    [`“${String(unit)}” 不是单位`, choiceHints.unit[1]],
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
    [`the input "${name}" is missing`, 'Give it; where it may be absent, say so in the policy'],
    [`缺少输入“${name}”`, '请提供；若允许缺失，请在政策中写明'],
  )
}

export function unknownInput(path: string, name: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(name, known, [
    `Remove it; it reads: ${known.join(', ')}`,
    `请删除；它读取：${known.join('、')}`,
  ])
  return problem(
    'unknown-input',
    path,
    [`the formula reads no input "${name}"`, hint],
    [`公式不读取输入“${name}”`, hintZh],
  )
}

export function unknownCategory(path: string, found: unknown, known: readonly string[]): Problem {
  return problem(
    'unknown-category',
    path,
    [
      `${typeof found === 'string' ? `"${found}"` : String(found)} is none of the cases`,
      `Use one of: ${known.join(', ')}; or give the policy an "otherwise"`,
    ],
    [
      `${typeof found === 'string' ? `“${found}”` : String(found)} 不在各情形之中`,
      `可选：${known.join('、')}；或在政策中写“otherwise”`,
    ],
  )
}

export function divisionByZero(path: string): Problem {
  return problem(
    'division-by-zero',
    path,
    ['divides by zero', 'Guard it with "when", or mend the data'],
    ['除数为零', '请用“when”加以判断，或修正数据'],
  )
}
