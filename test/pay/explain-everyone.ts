import { type Figure, type PayData, type Person, parseData, type Row } from '../../src/pay/index.js'

const figures = (name: string, values: readonly (readonly [string, string])[]): readonly Figure[] =>
  values.map(([period, value]) => ({ name, period, value }))

const person = (id: string, team: string, score: string, more: Partial<Person> = {}): Person => ({
  id,
  employment: [{ from: '2026-01-05' }],
  ...more,
  attributes: {
    team: [
      { from: '2026-01-05', value: team === 'red' ? 'blue' : 'red' },
      { from: '2026-03-10', value: team },
    ],
    pay: [{ from: '2026-01-05', value: '100.01' }],
    hired: [{ from: '2026-01-05', value: '2024-02-29' }],
    trained: [{ from: '2026-01-05', value: '2025-08-30' }],
    week: [{ from: '2026-01-05', value: 'six' }],
    ...more.attributes,
  },
  figures: [
    ...figures('score', [
      ['2026-02', '1'],
      ['2026-03', score],
    ]),
    { name: 'gone', period: '2026-03', value: '5', recorded: '2026-03-30' },
    { name: 'gone', period: '2026-03', value: '5', void: true },
  ],
})

const shift = (id: string, on: string, worth: string, place: string): Row => ({
  id,
  on,
  person: 'an',
  amount: worth,
  place,
})

export const everything: PayData = parseData({
  people: [
    person('an', 'red', '4', {
      absences: [{ id: 'x', from: '2026-03-02', to: '2026-03-03', kind: 'sick' }],
    }),
    person('bo', 'red', '4', {
      employment: [{ from: '2026-01-05', to: '2026-02-10' }, { from: '2026-03-02' }],
      attributes: { manager: [{ from: '2026-01-05', value: 'an' }] },
    }),
    person('cy', 'blue', '9'),
  ],
  groups: [
    {
      of: 'company',
      figures: figures('pot', [
        ['2026-02', '100.00'],
        ['2026-03', '1000.00'],
      ]),
    },
  ],
  records: {
    shifts: [
      { ...shift('gone', '2026-03-02', '9', 'dock'), void: true },
      shift('s1', '2026-02-20', '1', 'dock'),
      ...Array.from({ length: 23 }, (_, i) => {
        const day = String(i + 1).padStart(2, '0')
        return shift(
          `t${day}`,
          `2026-03-${day}`,
          String(1 + (i % 9)),
          i % 2 === 0 ? 'dock' : 'yard',
        )
      }),
    ],
  },
})
