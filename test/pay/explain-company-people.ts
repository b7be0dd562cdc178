import { type Data, type PayData, type Person, parseData } from '../../src/pay/index.js'

const months = ['2026-03', '2026-04', '2026-05']
const figures = (name: string, values: readonly string[]) =>
  values.flatMap((value, i) => (value === '' ? [] : [{ name, period: months[i] as string, value }]))

const li: Person = {
  id: 'li',
  employment: [{ from: '2023-01-15' }],
  attributes: {
    salary: [
      { from: '2023-01-15', value: '8000.00' },
      { from: '2026-03-16', value: '9000.00', recorded: '2026-04-20' },
    ],
    department: [{ from: '2023-01-15', value: 'sales' }],
    hired: [{ from: '2023-01-15', value: '2023-01-15' }],
  },
  absences: [
    { id: 'a1', from: '2026-03-04', to: '2026-03-05', kind: 'sick' },
    { id: 'a2', from: '2026-03-09', to: '2026-03-09', kind: 'leave', part: '0.5' },
  ],
  figures: [
    ...figures('hours', ['10.0', '8.0']),
    ...figures('points', ['3', '2', '2']),
    ...figures('fine', ['3000.00']),
  ],
}

const wang: Person = {
  id: 'wang',
  employment: [{ from: '2026-03-10' }],
  attributes: {
    salary: [{ from: '2026-03-10', value: '6000.00' }],
    department: [{ from: '2026-03-10', value: 'sales' }],
    hired: [{ from: '2026-03-10', value: '2026-03-10' }],
  },
  figures: figures('points', ['2', '2', '2']),
}

const zhao: Person = {
  id: 'zhao',
  employment: [{ from: '2025-01-01' }],
  attributes: {
    salary: [{ from: '2025-01-01', value: '7000.00' }],
    department: [{ from: '2025-01-01', value: 'office' }],
    hired: [{ from: '2025-01-01', value: '2025-01-01' }],
  },
  figures: figures('points', ['1', '1', '1']),
}

const order = (id: string, on: string, worth: string, more: object = {}) => ({
  id,
  on,
  person: 'li',
  amount: worth,
  state: 'won',
  deal: id,
  product: 'car',
  ...more,
})

export const told: Data = {
  people: [li, wang, zhao],
  groups: [{ of: 'company', figures: figures('profit', ['10000.00', '9000.00', '0.00']) }],
  records: {
    orders: [
      order('o1', '2026-03-03', '4000.00'),
      order('o2', '2026-03-20', '3000.00', { product: 'van' }),
      order('o3', '2026-03-21', '2500.00', { person: 'wang' }),
      order('o2-back', '2026-04-11', '-3000.00', {
        counts: '2026-03-20',
        made: '2026-03-20',
        deal: 'o2',
        product: 'van',
      }),
      order('o4', '2026-04-02', '500.00', { state: 'lost' }),
    ],
  },
}

export const data: PayData = parseData(told)
