import type { Data, Person } from '../../src/pay/data.js'

export const person: Person = {
  id: 'li',
  employment: [{ from: '2020-01-01' }],
  assignments: [
    {
      id: 'desk',
      from: '2020-01-01',
      attributes: { allowance: [{ from: '2020-01-01', value: '9' }] },
    },
  ],
  attributes: Object.fromEntries(
    ['salary', 'role', 'level', 'basis', 'hired', 'team', 'manager', 'meal'].map((name) => [
      name,
      [{ from: '2020-01-01', value: '1' }],
    ]),
  ),
  figures: [{ name: 'overtime', period: '2026-03', value: '2', assignment: 'desk' }],
}

export const data: Data = {
  people: [person, { id: 'wang', employment: [], attributes: { hired: [] } }],
  groups: [
    { of: 'company', figures: [{ name: 'profit', period: '2026-03', value: '100' }] },
    { of: { by: 'team', value: '1' }, attributes: {} },
  ],
  records: {
    orders: [
      { id: '1', on: '2026-03-01', person: 'li', assignment: 'desk' },
      { id: '2', on: '2026-03-01' },
      { id: '3', on: '2026-03-01', person: 'wang' },
    ],
  },
}
