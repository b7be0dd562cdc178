import { type Problem, problem } from '../../problem/index.js'

/** What can be wrong with the question that an analysis is asked. */

export function notANumberInput(path: string, name: string): Problem {
  return problem(
    'not-a-number-input',
    path,
    [`the input "${name}" is a category, not a number`, 'Vary a number, and give the category'],
    [`输入“${name}”是类别，不是数字`, '请选择数字输入作为变量，并给定该类别'],
  )
}

export function variedAndGiven(path: string, name: string): Problem {
  return problem(
    'varied-and-given',
    path,
    [`the input "${name}" is varied and cannot be given`, 'Remove it, or vary another input'],
    [`输入“${name}”是变量，不能同时给定`, '请删除，或改以其他输入为变量'],
  )
}

export function reversedDomain(path: string, from: string, to: string): Problem {
  return problem(
    'reversed-domain',
    path,
    [`ends at ${to}, before it begins at ${from}`, 'Give the lower end as "from"'],
    [`终点 ${to} 小于起点 ${from}`, '请把较小的一端写在“from”'],
  )
}

export function outsideDomain(path: string, value: string): Problem {
  return problem(
    'outside-domain',
    path,
    [`${value} is outside the domain that was analysed`, 'Analyse a wider domain'],
    [`${value} 不在所分析的范围之内`, '请扩大分析范围'],
  )
}

export function unboundedDomain(path: string): Problem {
  return problem(
    'unbounded-domain',
    path,
    ['has no lower end, so that any amount could be moved', 'Give "from"'],
    ['没有下限，可移动的金额不受限制', '请填写“from”'],
  )
}

export function notLinear(path: string): Problem {
  return problem(
    'not-linear',
    path,
    [
      'the formula is not piecewise linear here, so nothing exact follows from the analysis',
      'Hold fixed the inputs that make it so, or analyse a domain where it is linear',
    ],
    ['公式在此处不是分段线性，无法由分析得出精确结果', '请固定相关输入，或改用其为线性的范围'],
  )
}

export function badPartCount(path: string, found: unknown, limit: number): Problem {
  return problem(
    'bad-part-count',
    path,
    [`${String(found)} is no number of parts`, `Give a whole number from 2 to ${limit}`],
    [`${String(found)} 不是有效的份数`, `请给出 2 到 ${limit} 的整数`],
  )
}

export function tooMuchWork(path: string, limit: number): Problem {
  return problem(
    'too-much-work',
    path,
    [
      `an exact analysis would take more than ${limit} steps`,
      'Analyse a smaller domain, or split the rule into several formulas',
    ],
    [`精确分析超过 ${limit} 步`, '请缩小分析范围，或把规则拆成几个公式'],
  )
}

export function tooManyPieces(path: string, limit: number): Problem {
  return problem(
    'too-many-pieces',
    path,
    [`has more than ${limit} pieces`, 'Analyse a smaller domain, or simplify the tables'],
    [`超过 ${limit} 段`, '请缩小分析范围，或简化表格'],
  )
}
