import { type Label, labelIn } from '../../problem/index.js'
import { type Found, found, type Write } from './finding.js'

/** What can be found in the rules around the curve, and in how they can be played. */

/** What missing a condition by the smallest step costs. */
export function missed(
  write: Write,
  path: string,
  at: {
    readonly kpi: Label
    readonly amount: string
    readonly cost: string
    readonly all: boolean
  },
): Found {
  const { kpi, amount, cost, all } = at
  return found(
    write,
    { severity: all ? 'warning' : 'info', code: 'missed-condition', path, cost },
    ({ measured, paid }) => [
      `missing it by the smallest step of ${labelIn(kpi, 'en')} costs ${paid(cost)} at ${measured(amount)}${
        all ? ', all that was earned' : ''
      }`,
      all ? 'Keep a share below it (keeps)' : 'Check that so much should depend on it',
    ],
    ({ measured, paid }) => [
      `${labelIn(kpi, 'zh-CN')} 差最小一步未达标，在 ${measured(amount)} 时就少得 ${paid(cost)}${
        all ? '，即全部提成' : ''
      }`,
      all ? '请在未达标时保留一定比例（keeps）' : '请确认该条件应有如此大的影响',
    ],
  )
}

/** Reaching a condition pays less than missing it. */
export function harmful(
  write: Write,
  path: string,
  at: { readonly kpi: Label; readonly amount: string; readonly cost: string },
): Found {
  const { kpi, amount, cost } = at
  return found(
    write,
    { severity: 'error', code: 'harmful-condition', path, cost },
    ({ measured, paid }) => [
      `reaching it pays ${paid(cost)} less at ${measured(amount)} than missing it by the smallest step of ${labelIn(kpi, 'en')}`,
      'Give factors of 1 and more',
    ],
    ({ measured, paid }) => [
      `在 ${measured(amount)} 时，${labelIn(kpi, 'zh-CN')} 达标反而比差最小一步少得 ${paid(cost)}`,
      '系数应不小于 1',
    ],
  )
}

export function alwaysMet(write: Write, path: string, measure: Label): Found {
  return found(
    write,
    { severity: 'warning', code: 'always-met', path },
    () => [
      `${labelIn(measure, 'en')} of zero or more never misses it`,
      'Raise it, or remove the condition',
    ],
    () => [`${labelIn(measure, 'zh-CN')} 不小于零时总是达标`, '请提高要求，或删除该条件'],
  )
}

/** A rule that changes nothing that is paid. */
export function withoutEffect(write: Write, path: string): Found {
  return found(
    write,
    { severity: 'warning', code: 'without-effect', path },
    () => ['it changes nothing that is paid', 'Change it, or remove it'],
    () => ['对应发金额没有任何影响', '请修改，或删除'],
  )
}

/** A quota of zero would be reached by everybody, so whoever has one is refused. */
export function quotaAboveZero(write: Write, path: string): Found {
  return found(
    write,
    { severity: 'info', code: 'quota-above-zero', path },
    () => [
      'whoever has a quota of zero or less is refused by name: even no sales would reach any part of it',
      'Give everybody a quota above zero; give somebody who is away all period the full quota',
    ],
    () => [
      '目标为零或负数的人会被指名拒绝计算：否则零业绩也算达标',
      '每人的目标须大于零；整期不在岗者，请给出未折算的目标',
    ],
  )
}

/** Holding sales back, or pulling them forward, pays. */
export function shift(
  write: Write,
  at: {
    readonly first: string
    readonly second: string
    readonly moved: string
    readonly cost: string
  },
): Found {
  const { first, second, moved, cost } = at
  return found(
    write,
    { severity: 'warning', code: 'shift-gain', path: 'measuring', cost },
    ({ measured, paid }) => [
      `of two periods of ${measured(first)} and ${measured(second)}, moving ${measured(moved)} from one to the other gains ${paid(cost)}`,
      'Measure from the start of the year to date, so that it does not matter when',
    ],
    ({ measured, paid }) => [
      `两期业绩分别为 ${measured(first)} 和 ${measured(second)} 时，把 ${measured(moved)} 挪到另一期可多得 ${paid(cost)}`,
      '请改为按年初至今累计（year-to-date），使业绩归属哪一期不影响提成',
    ],
  )
}

/** Two deals earn more than the one that they are parts of. */
export function split(
  write: Write,
  path: string,
  at: {
    readonly whole: string
    readonly part: string
    readonly rest: string
    readonly cost: string
  },
): Found {
  const { whole, part, rest, cost } = at
  return found(
    write,
    { severity: 'warning', code: 'split-gain', path, cost },
    ({ measured, paid }) => [
      `a deal of ${measured(whole)} booked as two, ${measured(part)} and ${measured(rest)}, earns ${paid(cost)} more`,
      'Say what one deal is, such as all of a customer in a month',
    ],
    ({ measured, paid }) => [
      `把一单 ${measured(whole)} 拆成 ${measured(part)} 与 ${measured(rest)} 两单，可多得 ${paid(cost)}`,
      '请写明一单的口径，例如同一客户当月合并为一单',
    ],
  )
}

/** A stage of which a later one holds wherever it does. */
export function neverTheBest(write: Write, path: string, later: number): Found {
  return found(
    write,
    { severity: 'error', code: 'unreachable-stage', path },
    () => [
      `wherever it holds, stage ${later + 1} holds too, and is paid in its place`,
      'List stages from the least to the best, or mend what they ask for',
    ],
    () => [
      `只要满足本级，就同时满足第 ${later + 1} 级，并按后者计算`,
      '请按由低到高的顺序列出各级，或改正其条件',
    ],
  )
}

/** A stage that pays less than one before it. */
export function lessThanBefore(write: Write, path: string, before: number): Found {
  return found(
    write,
    { severity: 'error', code: 'stage-pays-less', path },
    () => [
      `it is listed as better than stage ${before + 1}, and pays less`,
      'List stages from the least to the best, or raise its rate',
    ],
    () => [
      `本级列在第 ${before + 1} 级之后，费率却更低`,
      '请按由低到高的顺序列出各级，或提高其费率',
    ],
  )
}
