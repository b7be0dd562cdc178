/** What the web shop of `everything.ts` is told in half a year, each thing once, and much of it late. */

export const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']
const quarters = ['2026-Q1', '2026-Q2']

type Known = { readonly recorded?: string; readonly void?: true }
const since = (from: string, value: string, more: Known = {}) => ({ from, value, ...more })
const figure = (name: string, period: string, value: string, more: object = {}) => ({
  ...{ name, period, value },
  ...more,
})
const monthly = (name: string, values: readonly (string | undefined)[]) =>
  values.flatMap((value, i) => (value === undefined ? [] : [figure(name, months[i] ?? '', value)]))
const result = quarters.map((period, i) =>
  figure('result', period, i === 0 ? '1.10' : '0.95', { rhythm: 'quarter' }),
)

interface Joined {
  readonly from: string
  readonly base: string
  readonly department?: string
  readonly manager?: string
  readonly hired?: string
}
const joined = ({
  from,
  base,
  department = 'service',
  manager = 'zhou',
  hired = from,
}: Joined) => ({
  employment: [{ from }],
  attributes: {
    department: [since(from, department)],
    base: [since(from, base)],
    hired: [since(from, hired)],
    target_bonus: [since(from, department === 'management' ? '3000.00' : '600.00')],
    ...(manager !== '' && { manager: [since(from, manager)] }),
  },
})

const an = joined({ from: '2021-03-15', base: '6200.00' })
const chen = joined({ from: '2023-05-04', base: '5600.00' })
const deng = joined({ from: '2024-08-01', base: '5400.00' })
const hua = joined({ from: '2026-02-16', base: '2500.00', department: 'warehouse' })
const zhou = joined({ from: '2019-02-01', base: '12000.00', department: 'management', manager: '' })

const people = [
  {
    ...{ id: 'an', name: 'Li An', ...an },
    attributes: {
      ...an.attributes,
      // A raise that is told a month late.
      base: [...an.attributes.base, since('2026-02-01', '6800.00', { recorded: '2026-03-05' })],
    },
    absences: [{ id: 'an1', kind: 'annual', from: '2026-05-06', to: '2026-05-08' }],
    figures: [
      ...monthly('satisfaction', ['0.93', '0.91', '0.95', '0.92', '0.90', '0.96']),
      ...monthly('first_reply', ['50', '62', '45', '58', '70', '40']),
      ...monthly('workday_hours', ['6', '0', '4', '0', '0', '2']),
      figure('rest_hours', '2026-03', '8', { recorded: '2026-04-03' }),
      figure('nights', '2026-W06', '2', { rhythm: 'week' }),
      figure('nights', '2026-W19', '1', { rhythm: 'week', recorded: '2026-06-02' }),
      ...result,
    ],
  },
  {
    ...{ id: 'bo', name: 'Wang Bo', ...joined({ from: '2026-01-12', base: '5000.00' }) },
    absences: [
      // Told in time, and taken back when it was found to be somebody else's.
      { id: 'bo1', kind: 'personal', from: '2026-03-10', to: '2026-03-11' },
      {
        ...{ id: 'bo1', kind: 'personal', from: '2026-03-10', to: '2026-03-11' },
        ...{ recorded: '2026-04-02', void: true },
      },
    ],
    figures: [
      ...monthly('satisfaction', ['0.84', '0.86', '0.90', '0.91', '0.93', '0.92']),
      // Corrected, and higher than it was.
      figure('satisfaction', '2026-02', '0.91', { recorded: '2026-03-10' }),
      ...monthly('first_reply', ['90', '80', '66', '60', '55', '52']),
      ...result,
    ],
  },
  {
    ...{ id: 'chen', name: 'Chen Xi', ...chen },
    // Chen left in April; payroll hears of it in May.
    employment: [
      { from: '2023-05-04' },
      { from: '2023-05-04', to: '2026-04-15', recorded: '2026-05-06' },
    ],
    attributes: {
      ...chen.attributes,
      leaving: [since('2026-04-15', 'bad', { recorded: '2026-05-06' })],
    },
    figures: [
      ...monthly('satisfaction', ['0.90', '0.88', '0.92', '0.89', undefined, undefined]),
      ...monthly('first_reply', ['60', '70', '58', '75', undefined, undefined]),
      ...result,
    ],
  },
  {
    ...{ id: 'deng', name: 'Deng Yu', ...deng },
    attributes: {
      ...deng.attributes,
      department: [...deng.attributes.department, since('2026-03-16', 'warehouse')],
    },
    absences: [
      {
        ...{ id: 'deng1', kind: 'sick', from: '2026-02-24', to: '2026-02-25' },
        recorded: '2026-03-03',
      },
    ],
    figures: [
      ...monthly('satisfaction', ['0.87', '0.90', '0.89', undefined, undefined, undefined]),
      ...monthly('first_reply', ['65', '60', '72', undefined, undefined, undefined]),
      ...monthly('workday_hours', ['0', '0', '0', '10', '0', '6']),
      ...result,
    ],
  },
  {
    ...{ id: 'hua', name: 'Hua Min', ...hua },
    // The form came in March.
    employment: [{ from: '2026-02-16', recorded: '2026-03-04' }],
    assignments: [
      {
        ...{ id: 'cellar', from: '2026-04-01' },
        attributes: { rate: [since('2026-04-01', '400.00')] },
      },
    ],
    figures: result,
  },
  {
    ...{ id: 'zhou', name: 'Zhou Ping', ...zhou },
    figures: [
      figure('hiring', '2026-Q1', '1', { rhythm: 'quarter' }),
      // Nobody says in time what came of the handbook.
      figure('handbook', '2026-Q1', '0.5', { rhythm: 'quarter', recorded: '2026-05-08' }),
      figure('hiring', '2026-Q2', '0.5', { rhythm: 'quarter' }),
      figure('handbook', '2026-Q2', '1', { rhythm: 'quarter' }),
      ...result,
    ],
  },
]

const groups = [
  {
    of: 'company',
    figures: [
      ...monthly('profit', [
        '40000.00',
        '36000.00',
        '52000.00',
        '48000.00',
        '30000.00',
        '61000.00',
      ]),
      figure('profit', '2026-Q1', '128000.00', { rhythm: 'quarter' }),
      figure('profit', '2026-Q2', '139000.00', { rhythm: 'quarter' }),
    ],
  },
]

const sold = (id: string, on: string, seller: string, amount: string, more: object = {}) => ({
  ...{ id, kind: 'order', on, amount, currency: 'CNY', attributes: { seller } },
  ...more,
})
const back = (id: string, on: string, of: string, amount: string) => ({
  ...{ id, kind: 'refund', on, of, amount, currency: 'CNY' },
})
const events = [
  sold('o01', '2026-01-09', 'an', '18000.00'),
  sold('o02', '2026-01-20', 'chen', '15000.00'),
  sold('o03', '2026-01-28', 'bo', '4000.00'),
  sold('o04', '2026-02-05', 'an', '12000.00'),
  sold('o05', '2026-02-11', 'chen', '9000.00'),
  sold('o06', '2026-02-20', 'deng', '7000.00'),
  sold('o07', '2026-02-27', 'bo', '6000.00', { recorded: '2026-03-02' }),
  back('r01', '2026-03-06', 'o02', '-15000.00'),
  sold('o08', '2026-03-10', 'an', '30000.00'),
  sold('o09', '2026-03-24', 'bo', '5000.00'),
  sold('o10', '2026-04-08', 'an', '16000.00'),
  sold('o11', '2026-04-10', 'chen', '8000.00'),
  { id: 't01', kind: 'transfer', on: '2026-04-16', of: 'o11', from: 'chen', to: 'an' },
  sold('o12', '2026-05-12', 'bo', '27000.00'),
  back('r02', '2026-05-20', 'o08', '-10000.00'),
  sold('o13', '2026-06-09', 'an', '21000.00'),
  sold('o14', '2026-06-17', 'bo', '9000.00'),
  back('r03', '2026-06-22', 'o10', '-4000.00'),
]

const records = {
  damages: [
    { id: 'd1', on: '2026-02-10', person: 'deng', amount: '1500.00' },
    { id: 'd2', on: '2026-04-20', person: 'hua', amount: '260.00' },
    {
      id: 'd2',
      on: '2026-04-20',
      person: 'hua',
      amount: '260.00',
      recorded: '2026-05-04',
      void: true,
    },
  ],
  adjustments: [
    { id: 'a1', on: '2026-01-30', person: 'an', amount: '88.00', reason: 'Taxi' },
    {
      ...{ id: 'a2', on: '2026-02-26', recorded: '2026-03-09' },
      ...{ person: 'bo', amount: '-12.50', reason: 'Meals paid twice' },
    },
  ],
  stay: [
    { id: 'g1', on: '2026-01-05', person: 'chen', amount: '4000.00' },
    { id: 'g2', on: '2026-01-05', person: 'an', amount: '6000.00' },
  ],
  refer: [
    { id: 'f1', on: '2026-01-12', person: 'an', referred: 'bo', event: 'hired' },
    {
      ...{ id: 'f2', on: '2026-02-16', recorded: '2026-03-04' },
      ...{ person: 'deng', referred: 'hua', event: 'hired' },
    },
  ],
}

/** All that is told of the half-year, as JSON. */
export const told = { people, groups, deals: { events, people }, records }

/** What of it was recorded by a day: the rest of it nobody knew. */
export function knownBy(day: string, json: unknown = told): unknown {
  if (Array.isArray(json))
    return json.filter((each) => !isLater(each)).map((each) => knownBy(day, each))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, knownBy(day, value)]))

  function isLater(each: { readonly recorded?: string; readonly on?: string }) {
    const { recorded = each.on } = each
    return recorded !== undefined && recorded > day
  }
}
