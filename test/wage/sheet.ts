import { policy, version } from '../payroll/policies.js'
import { since } from './firm.js'

/** A warehouse that pays by every kind of a pay sheet, and what happens there from January to June 2026. */

const least = { attribute: 'city', values: { shanghai: '2740', suzhou: '2490' } }
const floor = { amount: least, prorated: true, unpaid: ['personal'] }
const base = { attribute: 'base' }
const gross = { tags: ['gross'] }
const wage = { tags: ['wage', 'gross'] }
const off = { tags: ['off'] }
const sick = { years: [{ value: '0.5' }, { from: '2', value: '0.7' }, { from: '4', value: '0.8' }] }
const packers = { where: { department: ['packing'] } }
const desk = { amount: '120', prorated: true, label: { en: 'Desk allowance', 'zh-CN': '岗位津贴' } }

export const policies = [
  policy('salary', 'base', { prorated: true, label: { en: 'Base', 'zh-CN': '基本工资' } }, wage),
  policy('leave', 'leave', { base, kinds: { sick, annual: '1' } }, wage),
  policy(
    'leave',
    'hours_off',
    { base, kinds: { personal: '0' }, hours: { table: 'hours_off', perDay: '8' } },
    wage,
  ),
  policy('allowance', 'meals', { perDay: '20', basis: 'working' }, gross),
  policy(
    'allowance',
    'seniority',
    { amount: { perYear: '50', most: '500' }, prorated: false },
    wage,
  ),
  policy('allowance', 'desk', desk, {
    ...gross,
    versions: [version(desk, { eligible: { where: { department: ['desk'] } } })],
  }),
  policy(
    'overtime',
    'overtime',
    { base, records: { table: 'overtime', factors: { workday: '1.5', rest: '2', holiday: '3' } } },
    gross,
  ),
  policy(
    'topUp',
    'top_up',
    { of: { tag: 'wage' }, minimum: least, prorated: true, unpaid: ['personal'] },
    gross,
  ),
  policy('subtotal', 'gross', { of: { tag: 'gross' }, label: { en: 'Gross', 'zh-CN': '应发' } }),
  policy(
    'deduction',
    'damage',
    { records: { table: 'damages' }, of: ['gross'], atMost: '0.2', floor },
    {
      ...off,
      versions: [
        version(
          { records: { table: 'damages' }, of: ['gross'], atMost: '0.2', floor },
          { eligible: packers },
        ),
      ],
    },
  ),
  policy(
    'deduction',
    'loan',
    { records: { table: 'loans' }, of: ['gross'], instalment: '300', floor, after: ['damage'] },
    off,
  ),
  policy('rounding', 'rounding', { of: { tag: ['gross', 'off'] }, step: '1' }),
]

const person = (id: string, from: string, attributes: object, more: object = {}) => ({
  id,
  employment: [{ from }],
  attributes: {
    hired: since(from, from),
    department: since('packing', from),
    city: since('suzhou', from),
    ...attributes,
  },
  ...more,
})

export const people = [
  // Her raise of February is signed in March; she moves to the desk in mid-April, and to Shanghai in May.
  person(
    'li',
    '2021-03-15',
    {
      base: [
        ...since('2300.00', '2021-03-15'),
        { from: '2026-02-16', value: '2450.00', recorded: '2026-03-10' },
      ],
      department: [...since('packing', '2021-03-15'), ...since('desk', '2026-04-16')],
      city: [...since('suzhou', '2021-03-15'), ...since('shanghai', '2026-05-11')],
    },
    {
      absences: [
        { id: 'l1', kind: 'sick', from: '2026-02-09', to: '2026-02-12' },
        // First taken for personal; the certificate comes in April.
        { id: 'l2', kind: 'personal', from: '2026-03-23', to: '2026-03-24' },
        { id: 'l2', kind: 'sick', from: '2026-03-23', to: '2026-03-24', recorded: '2026-04-09' },
        { id: 'l3', kind: 'annual', from: '2026-06-15', to: '2026-06-15', part: '0.5' },
      ],
    },
  ),
  person('wu', '2026-02-10', { base: since('3200.00', '2026-02-10') }),
  // Away all of March; leaves in May with debts.
  {
    ...person('zhao', '2023-07-01', { base: since('2800.00', '2023-07-01') }),
    employment: [{ from: '2023-07-01', to: '2026-05-20' }],
    absences: [{ id: 'z1', kind: 'personal', from: '2026-03-01', to: '2026-03-31' }],
  },
]

const of = (person: string, id: string, on: string, more: object) => ({ id, person, on, ...more })

export const records = {
  overtime: [
    of('li', 'o1', '2026-01-10', { kind: 'rest', hours: '8' }),
    of('li', 'o2', '2026-02-28', { kind: 'rest', hours: '4.5' }),
    of('wu', 'o3', '2026-04-06', { kind: 'holiday', hours: '7.25' }),
    of('wu', 'o4', '2026-03-31', { kind: 'workday', hours: '2', recorded: '2026-04-04' }),
    of('zhao', 'o5', '2026-05-09', { kind: 'workday', hours: '3' }),
  ],
  hours_off: [
    of('li', 'h1', '2026-01-14', { kind: 'personal', hours: '4' }),
    of('wu', 'h2', '2026-05-14', { kind: 'personal', hours: '1.5' }),
    of('wu', 'h2', '2026-05-14', {
      kind: 'personal',
      hours: '1.5',
      void: true,
      recorded: '2026-06-03',
    }),
  ],
  damages: [
    of('zhao', 'd1', '2026-02-11', { amount: '2000.00' }),
    of('li', 'd2', '2026-03-18', { amount: '900.00', recorded: '2026-04-02' }),
    of('wu', 'd3', '2026-04-20', { amount: '250.00' }),
    of('wu', 'd3', '2026-04-20', { amount: '100.00', recorded: '2026-05-06' }),
  ],
  loans: [
    of('zhao', 'n1', '2026-01-08', { amount: '1000.00' }),
    of('wu', 'n2', '2026-03-02', { amount: '700.00' }),
  ],
}
