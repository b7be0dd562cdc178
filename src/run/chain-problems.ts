import type { Period } from '../calendar/index.js'
import { type Problem, problem } from '../problem/index.js'

/** What can be wrong with the order of runs: with a period, the run before it, or a chain of them. */

export function notTheDays(path: string, { name, from, to }: Period): Problem {
  return problem(
    'not-the-days',
    path,
    [
      `"${name}" runs from ${from} to ${to} in the calendar of the book, not as given`,
      'Give the period that parsePeriod reads from its name',
    ],
    [
      `在手册的日历中“${name}”为 ${from} 至 ${to}，与所给不符`,
      '请使用 parsePeriod 由名称得到的期间',
    ],
  )
}

export function unsaidBefore(path: string): Problem {
  return problem(
    'missing',
    path,
    [
      'is missing: without the run before, all that it settled would be paid again',
      `Give the run of the period before, or "first" where this is the first run of all`,
    ],
    ['缺失：没有上一期的运行，已结算的款项会重复发放', '请提供上一期的运行；首次运行请写 "first"'],
  )
}

export function notARun(path: string, member: string): Problem {
  return problem(
    'not-a-run',
    path,
    [
      `is no run: its member "${member}" is missing or of another kind`,
      'Give the whole of what the run of the period before gave',
    ],
    [`不是一次运行的结果：成员“${member}”缺失或类型不符`, '请完整提供上一期运行的结果'],
  )
}

export function notTheRunBefore(
  path: string,
  found: string,
  period: string,
  expected: string,
): Problem {
  return problem(
    'not-the-run-before',
    path,
    [
      `is ${found}, while the period before ${period} is ${expected}`,
      'Pay each period once, in order; rerunCompensation makes a run again after late data',
    ],
    [
      `为 ${found}，而 ${period} 的上一期是 ${expected}`,
      '请按顺序逐期运行，每期一次；数据迟到时请用 rerunCompensation 重算',
    ],
  )
}

export function toldLater(path: string, before: string, now: string): Problem {
  return problem(
    'told-later',
    path,
    [
      `is ${now}, while the run before knew what was recorded by ${before}`,
      'Give the same day or a later one',
    ],
    [`为 ${now}，而上一期运行已知截至 ${before} 的记录`, '请填写同一日或更晚的日期'],
  )
}

export function brokenOrder(
  path: string,
  { name, from }: Period,
  { name: before }: { readonly name: string },
  due: string,
): Problem {
  const [en, zh] = from < due ? ['would be paid twice', '会重复发放'] : ['is left out', '被遗漏']
  return problem(
    'broken-order',
    path,
    [
      `${name} begins on ${from}, while the one after ${before} begins on ${due}: something ${en}`,
      'Give the runs in order, one for each period',
    ],
    [
      `${name} 自 ${from} 开始，而 ${before} 的下一期应自 ${due} 开始：有期间${zh}`,
      '请按顺序提供各期的运行，每期一次',
    ],
  )
}

export function otherCurrencyBefore(path: string, found: string, expected: string): Problem {
  return problem(
    'other-currency',
    path,
    [`is ${found}, while the run before is in ${expected}`, 'Keep a chain for each currency'],
    [`币种为 ${found}，而上一期为 ${expected}`, '每个币种请各用一条运行链'],
  )
}

export function notTheFirst(path: string): Problem {
  return problem(
    'not-the-first',
    path,
    ['names a run before the first one', 'Give the chain from its first run on'],
    ['首次运行却指明了上一期', '请从首次运行开始提供整条链'],
  )
}
