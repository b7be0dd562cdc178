import { nearest, type Problem, problem } from '../problem/index.js'

export function repeatedId(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`"${id}" stands more than once`, 'Give each a name of its own'],
    [`“${id}”重复出现`, '请使用唯一名称'],
  )
}

export function crossedRange(
  path: string,
  minimum: string,
  midpoint: string,
  maximum: string,
): Problem {
  return problem(
    'crossed-range',
    path,
    [
      `minimum ${minimum}, midpoint ${midpoint} and maximum ${maximum} do not rise`,
      'Put the minimum at or below the midpoint, and that at or below the maximum',
    ],
    [
      `最低 ${minimum}、中点 ${midpoint}、最高 ${maximum} 没有依次递增`,
      '须满足：最低 ≤ 中点 ≤ 最高',
    ],
  )
}

function unknown(code: string, what: string, was: string) {
  return (path: string, found: string, known: readonly string[]): Problem => {
    const near = nearest(found, known)
    return problem(
      code,
      path,
      [
        `"${found}" is no ${what}`,
        near === undefined ? `Use one of: ${known.join(', ')}` : `Perhaps "${near}" was meant`,
      ],
      [
        `没有${was}“${found}”`,
        near === undefined ? `可选：${known.join('、')}` : `也许是“${near}”`,
      ],
    )
  }
}

export const unknownRating = unknown('unknown-rating', 'rating of the matrix', '评级')
export const unknownGrade = unknown('unknown-grade', 'grade of the ranges', '职级')

export function wrongRow(path: string, columns: number): Problem {
  return problem(
    'wrong-row',
    path,
    [`does not have ${columns} increases`, 'Give one increase a band of the compa-ratio'],
    [`不是 ${columns} 个调幅`, '每个均薪比区间一个调幅'],
  )
}

export function belowLowest(path: string, points: string, lowest: string): Problem {
  return problem(
    'below-lowest-grade',
    path,
    [
      `${points} points are below the lowest grade, which begins at ${lowest}`,
      'Let the lowest grade begin at 0',
    ],
    [`${points} 分低于最低职级的起点 ${lowest}`, '请让最低职级从 0 开始'],
  )
}

export function noSteps(path: string, grade: string): Problem {
  return problem(
    'no-steps',
    path,
    [`the range of "${grade}" has no steps`, 'Give its steps, or use another promotion rule'],
    [`“${grade}”的薪酬区间没有档位`, '请填写档位，或改用其他晋升规则'],
  )
}

export function notAStep(path: string, salary: string, grade: string): Problem {
  return problem(
    'not-a-step',
    path,
    [`${salary} is no step of "${grade}"`, 'Bring the salary to a step first'],
    [`${salary} 不是“${grade}”的档位`, '请先将工资归入某一档'],
  )
}

export function tooFewJobs(path: string): Problem {
  return problem(
    'too-few-jobs',
    path,
    [
      'do not give two different point values',
      'A line needs two benchmark jobs of different points',
    ],
    ['没有两个不同的分值', '拟合直线至少需要两个分值不同的基准岗位'],
  )
}

export function noExpectedPay(path: string, job: string): Problem {
  return problem(
    'no-expected-pay',
    path,
    [`the line gives "${job}" nothing or less`, 'Leave out benchmark jobs far from the others'],
    [`直线对“${job}”给出的薪酬不为正`, '请去掉偏离过远的基准岗位'],
  )
}

export function reviewOverlaps(path: string): Problem {
  return problem(
    'review-overlaps',
    path,
    [
      'promotion and step-down overlap, or ask for more periods than the window has',
      'Put the score of promotion above that of stepping down, and the periods within the window',
    ],
    ['晋升与降级条件重叠，或所需期数超过窗口', '晋升分须高于降级分，期数不得超过窗口'],
  )
}
