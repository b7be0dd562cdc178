import { type Problem, problem } from '../problem/index.js'

/** What can be wrong with the columns of a batch, or with one number in them. */

export function wrongColumn(path: string, expected: 'number' | 'category'): Problem {
  return expected === 'number'
    ? problem(
        'wrong-column',
        path,
        [
          'is no column of numbers',
          'Give a Float64Array or BigInt64Array of integers at the declared scale, or numberColumn(values, scale)',
        ],
        [
          '不是数字列',
          '请提供按声明小数位缩放的整数（Float64Array 或 BigInt64Array），或 numberColumn(values, scale)',
        ],
      )
    : problem(
        'wrong-column',
        path,
        ['is no column of categories', 'Give categoryColumn(values), or codes with a dictionary'],
        ['不是类别列', '请提供 categoryColumn(values)，或编码数组与字典'],
      )
}

export function wrongScale(path: string, found: number, declared: number): Problem {
  return problem(
    'wrong-scale',
    path,
    [
      `holds integers of ${found} decimal places, and the input has ${declared}`,
      `Build it with numberColumn(values, ${declared})`,
    ],
    [
      `列为 ${found} 位小数的整数，而输入声明为 ${declared} 位`,
      `请用 numberColumn(values, ${declared}) 构造`,
    ],
  )
}

export function unequalColumns(path: string, found: number, expected: number): Problem {
  return problem(
    'unequal-columns',
    path,
    [`has ${found} rows, and the first column has ${expected}`, 'Give every column the same rows'],
    [`有 ${found} 行，而第一列有 ${expected} 行`, '各列的行数须相同'],
  )
}

export function notAnInteger(path: string, found: number): Problem {
  return problem(
    'not-a-number',
    path,
    [
      `${found} is not a safe integer`,
      'Give integers at the declared scale, such as cents, or text through numberColumn',
    ],
    [
      `${found} 不是安全整数`,
      '请按声明的小数位给出整数（例如以分为单位），或用 numberColumn 给文本',
    ],
  )
}
