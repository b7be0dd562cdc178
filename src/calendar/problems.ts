import { namesIn, type Problem, problem, shown } from '../problem/index.js'

export function notADate(path: string, value: unknown): Problem {
  if (value instanceof Date)
    return problem(
      'not-a-date',
      path,
      [
        'a Date object is not a date',
        'Give text such as "2026-02-28": a Date is an instant, whose day depends on the time zone',
      ],
      ['Date 对象不是日期', '请给出文本，例如 "2026-02-28"：Date 是时刻，其日期取决于时区'],
    )
  const text = typeof value === 'string'
  const found = text ? `"${value.slice(0, 40)}"` : typeof value
  const shaped = text && /^\d{4}-\d{2}-\d{2}$/.test(value)
  return problem(
    'not-a-date',
    path,
    shaped
      ? [`${found} is not in the calendar`, 'Give a month from 01 to 12 and a day that it has']
      : [`${found} is not a date`, 'Write a date such as "2026-02-28", with all its digits'],
    shaped
      ? [`日历中没有 ${found}`, '月份须为 01 至 12，日期须在该月之内']
      : [`${found} 不是日期`, '请写成如 "2026-02-28" 的日期，位数须齐全'],
  )
}

export function dateOutOfRange(): Problem {
  return problem(
    'date-out-of-range',
    '',
    ['the result is outside the years 0000 to 9999', 'Start from a nearer date'],
    ['结果超出 0000 至 9999 年', '请从较近的日期起算'],
  )
}

export function notWholeDays(days: unknown): Problem {
  return problem(
    'not-whole-days',
    'days',
    [`${shown(days).en} is not a whole number of days`, 'Give a whole number'],
    [`${shown(days)['zh-CN']} 不是整天数`, '请给出整数'],
  )
}

export function notWholeMonthCount(months: unknown): Problem {
  return problem(
    'not-whole-months',
    'months',
    [`${shown(months).en} is not a whole number of months`, 'Give a whole number'],
    [`${shown(months)['zh-CN']} 不是整月数`, '请给出整数'],
  )
}

export function notAYear(year: unknown): Problem {
  const found = shown(year)
  return problem(
    'not-a-year',
    'year',
    [`${found.en} is not a year`, 'Give a whole number from 0 to 9999'],
    [`${found['zh-CN']} 不是年份`, '请给出 0 至 9999 的整数'],
  )
}

export function notAPeriodKind(kind: unknown, known: readonly string[]): Problem {
  const found = shown(kind)
  const names = namesIn(known)
  return problem(
    'not-a-period-kind',
    'kind',
    [`${found.en} is no kind of period`, `Use one of: ${names.en}`],
    [`${found['zh-CN']} 不是期间类型`, `可选：${names['zh-CN']}`],
  )
}

export function notAPeriod(name: unknown, examples: readonly string[]): Problem {
  const found = typeof name === 'string' ? `"${name.slice(0, 40)}"` : typeof name
  return problem(
    'not-a-period',
    'name',
    [`${found} is not a period of this calendar`, `Write it as in: ${examples.join(', ')}`],
    [`此日历没有期间 ${found}`, `请按此写法：${examples.join('、')}`],
  )
}

export function noWeeksFrom(kind: string): Problem {
  return problem(
    'no-weeks-from',
    'calendar.weeksFrom',
    [
      `is missing: a period of kind ${kind} may begin in any week`,
      'Give a day on which one begins',
    ],
    [`缺失：类型为 ${kind} 的期间可从任何一周开始`, '请给出某一期间的起始日'],
  )
}

export function noPartsOfMonths(kind: string): Problem {
  return problem(
    'no-parts-of-months',
    'kind',
    [
      `A calendar of weeks has no periods of kind ${kind}`,
      'Use weeks, or a calendar of months beside it',
    ],
    [`按周的日历没有类型为 ${kind} 的期间`, '请使用周，或另用按月的日历'],
  )
}

export function otherCalendar(name: string, start: string, end: string): Problem {
  return problem(
    'other-calendar',
    'period',
    [
      `"${name}" runs from ${start} to ${end} in this calendar, not as given`,
      'Give the calendar that the period was made with',
    ],
    [`在此日历中“${name}”为 ${start} 至 ${end}，与所给不符`, '请使用生成该期间的日历'],
  )
}

export function endsBeforeStart(path: string, start: string, end: string): Problem {
  return problem(
    'ends-before-start',
    path,
    [`${end} is before the start, ${start}`, 'Give an end on the day of the start, or later'],
    [`${end} 早于开始日期 ${start}`, '结束日期不得早于开始日期'],
  )
}

export function offAndWorkday(path: string, date: string): Problem {
  return problem(
    'off-and-workday',
    path,
    [`${date} is both a day off and a working day`, 'Keep it in one of the two lists'],
    [`${date} 既是休息日又是工作日`, '请只保留在一个列表中'],
  )
}

export function notAPartOfADay(path: string, part: string, places: number): Problem {
  return problem(
    'not-a-part-of-a-day',
    path,
    [
      `${part} is not the part of a day`,
      `Give a decimal above 0, at most 1, of at most ${places} places, such as "0.5" for half a day`,
    ],
    [
      `${part} 不是一天的一部分`,
      `请给出大于 0、不超过 1、至多 ${places} 位小数的数，例如半天写作 "0.5"`,
    ],
  )
}

export function noDayCounted(basis: string, start: string, end: string): Problem {
  return problem(
    'no-day-counted',
    'basis',
    [
      `the basis ${basis} counts no day from ${start} to ${end}, so nothing can be divided`,
      'Mend the weekend and days off, or prorate by calendar days',
    ],
    [
      `基准 ${basis} 在 ${start} 至 ${end} 没有可计天数，无法折算`,
      '请更正周末和休息日，或按日历日折算',
    ],
  )
}

export function notWholeMonths(basis: string, start: string, end: string): Problem {
  return problem(
    'not-whole-months',
    'period',
    [
      `the basis ${basis} is a number of days a month, and ${start} to ${end} is not whole months`,
      'Give whole calendar months, or prorate by calendar or working days',
    ],
    [
      `基准 ${basis} 是每月天数，而 ${start} 至 ${end} 不是整月`,
      '请给出整月，或按日历日或工作日折算',
    ],
  )
}

export function notAscending(path: string, from: string, previous: string): Problem {
  return problem(
    'not-ascending',
    path,
    [
      `${from} does not come after ${previous}, the entry before it`,
      'Sort the history by date, one entry a day',
    ],
    [`${from} 不晚于前一条的 ${previous}`, '请按日期升序排列，每天一条'],
  )
}

export function notCovered(path: string, start: string): Problem {
  return problem(
    'no-value-yet',
    path,
    [
      `the history has no value on ${start}`,
      'Give an entry from that day or before, or split from a later day',
    ],
    [`历史在 ${start} 尚无值`, '请补充当日或更早的记录，或从较晚的日期开始拆分'],
  )
}
