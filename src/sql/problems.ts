import { type Problem, problem } from '../problem/index.js'

/** What of a formula, or of the names around it, cannot be written in SQL. */

export function unknownDialect(found: string, known: readonly string[]): Problem {
  return problem(
    'unknown-dialect',
    'dialect',
    [`"${found}" is no dialect`, `Use one of: ${known.join(', ')}`],
    [`没有方言“${found}”`, `可选：${known.join('、')}`],
  )
}

export function badIdentifier(path: string): Problem {
  return problem(
    'not-an-identifier',
    path,
    ['cannot name a column or a table of this engine', 'Rename it, in a view if need be'],
    ['不能作为该引擎的列名或表名', '请改名，必要时使用视图'],
  )
}

export function badText(path: string, text: string): Problem {
  const shown = JSON.stringify(text)
  return problem(
    'not-a-text',
    path,
    [`no column can hold the category ${shown}`, 'Remove NUL and unpaired surrogates from it'],
    [`任何列都存不下类别 ${shown}`, '请去掉其中的 NUL 和不成对的代理字符'],
  )
}

export function repeatedColumn(path: string, name: string): Problem {
  return problem(
    'repeated-column',
    path,
    [`the result already has a column "${name}"`, 'Rename it in a view, or leave it out'],
    [`结果中已有列“${name}”`, '请在视图中改名，或不要列出'],
  )
}

export function tooManyDigits(path: string, op: string, digits: number, limit: number): Problem {
  return problem(
    'too-many-digits',
    path,
    [
      `a ${op} can need ${digits} digits, more than the ${limit} of this engine`,
      'Cap or round a part of it before, declare fewer places, or use PostgreSQL',
    ],
    [
      `${op} 可能需要 ${digits} 位数字，超过该引擎的 ${limit} 位`,
      '请先对其中一部分封顶或舍入，减少小数位，或使用 PostgreSQL',
    ],
  )
}

export function tooManyPlacesForDecimal(path: string, places: number, limit: number): Problem {
  return problem(
    'too-many-places',
    path,
    [
      `a decimal of ${places} places is more than the ${limit} of this engine`,
      'Take the integer of the smallest unit, or round the formula',
    ],
    [`该引擎的小数最多 ${limit} 位，这里需要 ${places} 位`, '请取最小单位的整数，或对公式舍入'],
  )
}

export function tooLong(limit: number): Problem {
  return problem(
    'sql-too-long',
    '',
    [
      `the expression is longer than ${limit} characters`,
      'Use selectSql, which writes what is used twice once',
    ],
    [`表达式超过 ${limit} 个字符`, '请使用 selectSql，重复使用的部分只写一次'],
  )
}
