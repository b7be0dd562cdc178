import { type Problem, problem, shown } from '../problem/index.js'

export function notANumber(path: string, value: unknown): Problem {
  const { en: found, 'zh-CN': zh } = shown(value)
  const binary = typeof value === 'number' && Number.isFinite(value)
  return problem(
    'not-a-number',
    path,
    binary
      ? [`${found} is not a safe integer`, `Write it as text, "${found}"`]
      : [`${found} is not a number`, 'Give a decimal string, a safe integer or a Decimal'],
    binary
      ? [`${found} 不是安全整数`, `请写成文本 "${found}"`]
      : [`${zh} 不是数字`, '请给出十进制文本、安全整数或 Decimal'],
  )
}

export function tooManyDigits(path: string, digits: number, limit: number): Problem {
  return problem(
    'too-many-digits',
    path,
    [`has ${digits} digits, more than ${limit}`, 'Give fewer digits'],
    [`有 ${digits} 位数字，超过 ${limit} 位`, '请减少位数'],
  )
}

/** A number has more decimal places than its scale: it is refused, since rounding is a rule. */
export function tooManyPlaces(path: string, found: string, scale: number): Problem {
  return problem(
    'too-many-places',
    path,
    [
      `${found} has more than ${scale} decimal places`,
      'Round it first by a rule of your own, or declare more places',
    ],
    [`${found} 的小数位超过 ${scale} 位`, '请先按自己的规则舍入，或声明更多小数位'],
  )
}

export function negative(path: string): Problem {
  return problem(
    'negative',
    path,
    ['is negative', 'Give zero or more'],
    ['为负数', '须大于或等于零'],
  )
}

export function repeatedShare(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`the id "${id}" is duplicated`, 'Give each share an id of its own'],
    [`标识“${id}”重复`, '每一份须有唯一标识'],
  )
}

export function noWeight(total: string): Problem {
  return problem(
    'no-weight',
    'shares',
    [`${total} cannot be divided: every weight is zero`, 'Give at least one weight above zero'],
    [`无法分配 ${total}：所有权重均为零`, '至少一份的权重须大于零'],
  )
}

export function boundsCross(path: string): Problem {
  return problem(
    'floor-above-cap',
    path,
    ['the floor is above the cap', 'Lower the floor or raise the cap'],
    ['下限高于上限', '请降低下限或提高上限'],
  )
}

export function boundOnNegativeTotal(path: string): Problem {
  return problem(
    'bound-on-negative-total',
    path,
    ['a floor or cap cannot hold on a negative total', 'Leave floors and caps out for a recovery'],
    ['负的总额不能设上下限', '追回款项时请不要设上下限'],
  )
}

export function totalBelowFloors(total: string, floors: string): Problem {
  return problem(
    'floors-above-total',
    'total',
    [`the floors add up to ${floors}, more than the total of ${total}`, 'Lower the floors'],
    [`下限合计 ${floors}，超过总额 ${total}`, '请降低下限'],
  )
}

export function totalAboveCaps(total: string, caps: string): Problem {
  return problem(
    'caps-below-total',
    'total',
    [
      `the shares can take at most ${caps} of the total of ${total}`,
      'Raise the caps, or allocate less',
    ],
    [`各份最多可得 ${caps}，低于总额 ${total}`, '请提高上限，或减少分配总额'],
  )
}
