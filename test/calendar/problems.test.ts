import { expect, test } from 'vitest'
import {
  addDays,
  countDays,
  historyOf,
  nextPeriod,
  parsePeriod,
  periodsOf,
  prorate,
  splitByChange,
} from '../../src/calendar/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'

const february = parsePeriod('2026-02')
const employment = { from: '2020-01-01' }
const holidays = ['2026-02-16']
const april = { kind: 'gregorian', startMonth: 4 } as const
const unknown = (value: unknown) => value as string

test.each<[string, () => unknown, en: string, zh: string]>([
  [
    'a day that the month does not have',
    () => addDays('2026-02-30', 1),
    'date: "2026-02-30" is not in the calendar. Give a month from 01 to 12 and a day that it has.',
    'date：日历中没有 "2026-02-30"。月份须为 01 至 12，日期须在该月之内。',
  ],
  [
    'text that is no date',
    () => addDays('2026-2-3', 1),
    'date: "2026-2-3" is not a date. Write a date such as "2026-02-28", with all its digits.',
    'date："2026-2-3" 不是日期。请写成如 "2026-02-28" 的日期，位数须齐全。',
  ],
  [
    'long text, which is cut',
    () => addDays('x'.repeat(100), 1),
    `date: "${'x'.repeat(40)}" is not a date. Write a date such as "2026-02-28", with all its digits.`,
    `date："${'x'.repeat(40)}" 不是日期。请写成如 "2026-02-28" 的日期，位数须齐全。`,
  ],
  [
    'a value that is no text',
    () => addDays(unknown(20_260_228), 1),
    'date: number is not a date. Write a date such as "2026-02-28", with all its digits.',
    'date：number 不是日期。请写成如 "2026-02-28" 的日期，位数须齐全。',
  ],
  [
    'a Date',
    () => addDays(unknown(new Date(0)), 1),
    'date: a Date object is not a date. Give text such as "2026-02-28": a Date is an instant, whose day depends on the time zone.',
    'date：Date 对象不是日期。请给出文本，例如 "2026-02-28"：Date 是时刻，其日期取决于时区。',
  ],
  [
    'a date after the year 9999',
    () => addDays('9999-12-31', 1),
    'the result is outside the years 0000 to 9999. Start from a nearer date.',
    '结果超出 0000 至 9999 年。请从较近的日期起算。',
  ],
  [
    'half a day',
    () => addDays('2026-02-28', 0.5),
    'days: 0.5 is not a whole number of days. Give a whole number.',
    'days：0.5 不是整天数。请给出整数。',
  ],
  [
    'a year that is none',
    () => periodsOf(10_000, 'year'),
    'year: 10000 is not a year. Give a whole number from 0 to 9999.',
    'year：10000 不是年份。请给出 0 至 9999 的整数。',
  ],
  [
    'a period that the calendar year does not have',
    () => parsePeriod('2026-13'),
    'name: "2026-13" is not a period of this calendar. Write it as in: 2026-01, 2026-Q1, 2026-H1, 2026.',
    'name：此日历没有期间 "2026-13"。请按此写法：2026-01、2026-Q1、2026-H1、2026。',
  ],
  [
    'a period that the fiscal calendar does not have',
    () => parsePeriod('2026', april),
    'name: "2026" is not a period of this calendar. Write it as in: 2025-04, FY2026-Q1, FY2026-H1, FY2026.',
    'name：此日历没有期间 "2026"。请按此写法：2025-04、FY2026-Q1、FY2026-H1、FY2026。',
  ],
  [
    'a period without a name',
    () => parsePeriod(unknown(undefined)),
    'name: undefined is not a period of this calendar. Write it as in: 2026-01, 2026-Q1, 2026-H1, 2026.',
    'name：此日历没有期间 undefined。请按此写法：2026-01、2026-Q1、2026-H1、2026。',
  ],
  [
    'a period of another calendar',
    () =>
      nextPeriod({ ...parsePeriod('FY2027', april), from: '2026-10-01', to: '2027-09-30' }, april),
    'period: "FY2027" runs from 2026-04-01 to 2027-03-31 in this calendar, not as given. Give the calendar that the period was made with.',
    'period：在此日历中“FY2027”为 2026-04-01 至 2027-03-31，与所给不符。请使用生成该期间的日历。',
  ],
  [
    'an end before its start',
    () => splitByChange({ from: '2026-02-28', to: '2026-02-01' }),
    'span.to: 2026-02-01 is before the start, 2026-02-28. Give an end on the day of the start, or later.',
    'span.to：2026-02-01 早于开始日期 2026-02-28。结束日期不得早于开始日期。',
  ],
  [
    'a day off that is a working day',
    () => countDays(february, { basis: 'working-days', weekend: [], holidays, workdays: holidays }),
    'basis.workdays[0]: 2026-02-16 is both a day off and a working day. Keep it in one of the two lists.',
    'basis.workdays[0]：2026-02-16 既是休息日又是工作日。请只保留在一个列表中。',
  ],
  [
    'a basis without a day',
    () => {
      const day = { from: '2026-02-16', to: '2026-02-16' }
      prorate({ period: day, employment, basis: { basis: 'working-days', weekend: [], holidays } })
    },
    'basis: the basis working-days counts no day from 2026-02-16 to 2026-02-16, so nothing can be divided. Mend the weekend and days off, or prorate by calendar days.',
    'basis：基准 working-days 在 2026-02-16 至 2026-02-16 没有可计天数，无法折算。请更正周末和休息日，或按日历日折算。',
  ],
  [
    'a fixed basis on a part month',
    () => {
      const half = { from: '2026-02-01', to: '2026-02-14' }
      prorate({ period: half, employment, basis: { basis: 'fixed-30' } })
    },
    'period: the basis fixed-30 is a number of days a month, and 2026-02-01 to 2026-02-14 is not whole months. Give whole calendar months, or prorate by calendar or working days.',
    'period：基准 fixed-30 是每月天数，而 2026-02-01 至 2026-02-14 不是整月。请给出整月，或按日历日或工作日折算。',
  ],
  [
    'a history that does not ascend',
    () => historyOf([employment, employment].map((entry) => ({ ...entry, value: 1 }))),
    '[1].from: 2020-01-01 does not come after 2020-01-01, the entry before it. Sort the history by date, one entry a day.',
    '[1].from：2020-01-01 不晚于前一条的 2020-01-01。请按日期升序排列，每天一条。',
  ],
  [
    'a history that begins too late',
    () => splitByChange(february, historyOf([{ from: '2026-02-02', value: 1 }])),
    'histories[0]: the history has no value on 2026-02-01. Give an entry from that day or before, or split from a later day.',
    'histories[0]：历史在 2026-02-01 尚无值。请补充当日或更早的记录，或从较晚的日期开始拆分。',
  ],
])('%s is told in English and Chinese', (_, task, en, zh) => {
  const problems = problemsOf(task)
  expect(describeProblems(problems)).toBe(en)
  expect(describeProblems(problems, 'zh-CN')).toBe(zh)
})
