import { formula, money, pay } from 'payproof'
import * as read from './inputs.js'

const { component, tagged } = pay
const { constant, divide, equals, maximum, minimum, multiply, round, step, subtract, when } =
  formula
const { cents, pounds } = read
const nothing = constant('0.00', pounds)

/** Salary for the days present; a raise within the month cuts it in two. */
const base = component(
  'base',
  {
    label: { en: 'Base', 'zh-CN': '基本工资' },
    pays: 'due',
    each: 'stretch',
    tags: ['earning', 'wage'],
  },
  divide(multiply(read.salary, read.present), read.workingDays, cents),
)

/** Sick days are paid by length of service. */
const sick = component(
  'sick',
  { label: { en: 'Sick pay', 'zh-CN': '病假工资' }, pays: 'due', tags: ['earning', 'wage'] },
  divide(
    multiply(
      read.salary,
      read.sick,
      step(read.years, [
        { value: '0.6' },
        { from: '2', value: '0.7' },
        { from: '4', value: '0.8' },
      ]),
    ),
    read.workingDays,
    cents,
  ),
)

const seniority = component(
  'seniority',
  { label: { en: 'Seniority', 'zh-CN': '司龄工资' }, pays: 'due', tags: ['earning', 'wage'] },
  minimum(multiply(read.years, constant('10', money('GBP', 'year'))), constant('60.00', pounds)),
)

const attendance = component(
  'attendance',
  { label: { en: 'Attendance', 'zh-CN': '全勤奖' }, pays: 'due', tags: ['earning', 'wage'] },
  when(equals(read.present, read.workingDays), constant('50.00', pounds), nothing),
)

const meal = component(
  'meal',
  { label: { en: 'Meals', 'zh-CN': '餐补' }, pays: 'due', tags: ['earning'] },
  round(multiply(read.present, constant('4.00', money('GBP', 'day'))), cents),
)

const overtime = component(
  'overtime',
  { label: { en: 'Overtime', 'zh-CN': '加班费' }, pays: 'due', tags: ['earning'] },
  divide(
    multiply(read.salary, read.overtimeHours, constant('1.5')),
    constant('174', 'duration:hour'),
    cents,
  ),
)

/** Each night shift by itself: at most 25.00. */
const night = component(
  'night',
  {
    label: { en: 'Nights', 'zh-CN': '夜班津贴' },
    pays: 'due',
    each: { record: 'nights' },
    tags: ['earning'],
  },
  round(
    minimum(
      multiply(read.nightHours, constant('3.00', money('GBP', 'hour'))),
      constant('25.00', pounds),
    ),
    cents,
  ),
)

/** What may not be paid less for the days that count; overtime, nights and meals are not set against it. */
const least = component(
  'least',
  { label: { en: 'Minimum wage', 'zh-CN': '最低工资' } },
  divide(multiply(constant('1030.00', pounds), read.entitled), read.workingDays, cents),
)

const topUp = component(
  'top_up',
  { label: { en: 'Top-up', 'zh-CN': '最低工资补差' }, pays: 'due', tags: ['earning'] },
  maximum(
    subtract(
      pay.amount('least', pounds, 2, { label: { en: 'Minimum wage', 'zh-CN': '最低工资' } }),
      tagged('wage', pounds, 2, { label: { en: 'Wage', 'zh-CN': '计入最低工资的工资' } }),
    ),
    nothing,
  ),
)

export const wages = [base, sick, seniority, attendance, meal, overtime, night, least, topUp]
