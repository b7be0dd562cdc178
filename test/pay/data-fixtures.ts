import type { Data, Person, Row } from '../../src/pay/data.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'

export const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
export const texts = (task: () => unknown) => {
  const problems = problemsOf(task)
  return [describeProblems(problems), describeProblems(problems, 'zh-CN')]
}
export const from = '2020-01-01'
export const li: Person = { id: 'li', employment: [{ from }], attributes: {} }

export const wang: Person = {
  id: 'wang',
  name: '王芳',
  employment: [
    { from, to: '2023-12-31' },
    { from: '2025-01-01' },
    { from: '2025-01-01', to: '2026-03-31', recorded: '2026-03-15' },
  ],
  assignments: [
    {
      id: 'desk',
      from: '2025-01-01',
      attributes: { team: [{ from: '2025-01-01', value: 'north' }] },
    },
    { id: 'desk', from: '2025-01-01', attributes: {}, recorded: '2026-02-01', void: true },
  ],
  attributes: {
    salary: [
      { from, value: '8000.00' },
      { from, value: '8100.00', recorded: '2020-02-01' },
      { from: '2026-01-01', value: '9000.00' },
    ],
  },
  absences: [{ id: 'a1', from: '2026-03-02', to: '2026-03-03', kind: 'sick', part: '0.5' }],
  figures: [
    { name: 'hours', period: '2026-03', value: '12.5' },
    { name: 'hours', period: '2026-03', value: '13', recorded: '2026-04-02' },
    { name: 'hours', period: '2026-03', value: '2', assignment: 'desk' },
    { name: 'hours', period: '2026', rhythm: 'year', value: '100' },
  ],
}
export const orders: readonly Row[] = [
  { id: 'o1', on: '2026-03-02', person: 'wang', amount: '120.00', product: 'car', note: '' },
  { id: 'o1', on: '2026-03-02', person: 'wang', recorded: '2026-03-09', void: true },
  {
    id: 'r1',
    on: '2026-04-02',
    counts: '2026-03-02',
    made: '2026-03-01',
    order: '1',
    assignment: 'desk',
  },
]
export const data: Data = {
  people: [li, wang],
  groups: [
    { of: 'company', attributes: { budget: [{ from, value: '100000' }] } },
    {
      of: { by: 'team', value: 'north' },
      figures: [{ name: 'kpi', period: '2026-03', value: '1' }],
    },
    { of: { by: 'team', value: 'south' } },
  ],
  records: { orders, shifts: [] },
}
