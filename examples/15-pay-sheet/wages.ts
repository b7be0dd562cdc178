import { formula, money, pay } from 'payproof'
import * as read from './inputs.js'
import { own, policy } from './policies.js'

const { constant, equals, minimum, multiply, round, when } = formula
const { cents, pounds } = read

const wage = { tags: ['earning', 'wage'] }
const earning = { tags: ['earning'] }
const salary = { attribute: 'salary' }

/** Salary for the days present; a raise within the month cuts it in two. */
const base = policy(
  'salary',
  'base',
  { label: { en: 'Base', 'zh-CN': '基本工资' }, ...salary, prorated: true },
  wage,
)

/** Sick days are paid by length of service; other absences are not. */
const sick = policy(
  'leave',
  'sick',
  {
    label: { en: 'Sick pay', 'zh-CN': '病假工资' },
    base: salary,
    kinds: {
      sick: { years: [{ value: '0.6' }, { from: '2', value: '0.7' }, { from: '4', value: '0.8' }] },
    },
  },
  wage,
)

const seniority = policy(
  'allowance',
  'seniority',
  {
    label: { en: 'Seniority', 'zh-CN': '司龄工资' },
    amount: { perYear: '10', most: '60' },
    prorated: false,
  },
  wage,
)

/** No kind of policy knows full attendance: it is a formula of the company's own. */
const attendance = own(
  pay.component(
    'attendance',
    { label: { en: 'Attendance', 'zh-CN': '全勤奖' }, pays: 'due', ...wage },
    when(
      equals(read.present, read.workingDays),
      constant('50.00', pounds),
      constant('0.00', pounds),
    ),
  ),
)

const meal = policy(
  'allowance',
  'meal',
  { label: { en: 'Meals', 'zh-CN': '餐补' }, perDay: '4' },
  earning,
)

const overtime = policy(
  'overtime',
  'overtime',
  { label: { en: 'Overtime', 'zh-CN': '加班费' }, base: salary, figures: { overtime: '1.5' } },
  earning,
)

/** Each night shift by itself: at most 25.00. */
const night = own(
  pay.component(
    'night',
    {
      label: { en: 'Nights', 'zh-CN': '夜班津贴' },
      pays: 'due',
      each: { record: 'nights' },
      ...earning,
    },
    round(
      minimum(
        multiply(read.nightHours, constant('3.00', money('GBP', 'hour'))),
        constant('25.00', pounds),
      ),
      cents,
    ),
  ),
)

/** What may not be paid less for the days that count: only unpaid leave is taken off. */
export const least = { prorated: true, unpaid: ['unpaid'] }

/** Overtime, nights and meals are not set against the minimum. */
const topUp = policy(
  'topUp',
  'top_up',
  {
    label: { en: 'Top-up', 'zh-CN': '最低工资补差' },
    of: { tag: 'wage' },
    minimum: '1030',
    ...least,
  },
  earning,
)

export const wages = [base, sick, seniority, attendance, meal, overtime, night, topUp]
