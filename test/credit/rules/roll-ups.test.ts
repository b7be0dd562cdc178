import { describe, expect, test } from 'vitest'
import { credited, direct, later, order, shown } from './shop.js'

const since = (value: string, from = '2025-01-01') => [{ from, value }]
const person = (id: string, manager: string | undefined, attributes: object = {}) => ({
  id,
  attributes: { ...(manager !== undefined && { manager: since(manager) }), ...attributes },
})
const line = [
  person('li', 'mo', { rank: since('bronze') }),
  person('mo', 'na', { rank: since('gold') }),
  person('na', 'ou', { rank: since('gold') }),
  person('ou', undefined, { rank: since('platinum') }),
]
const sold = order({ amount: '1000.00', attributes: { seller: 'li' } })
const rates = { bronze: '0.10', silver: '0.15', gold: '0.20', platinum: '0.25' }

function team(kind: object, people: readonly object[] = line, events: readonly object[] = [sold]) {
  const rules = direct(
    { rules: [{ owner: 'seller' }] },
    { team: { of: 'direct', manager: 'manager', ...kind } },
  )
  return shown(credited(rules, events, { people }), 'sales').filter((row) => row.includes(' team '))
}

describe('a share for each level', () => {
  test('kind 3 goes up the line as far as there are shares, and people', () => {
    expect(team({ shares: ['0.02', '0.015', '0.01'] })).toEqual([
      'o1 team mo 20.00',
      'o1 team na 15.00',
      'o1 team ou 10.00',
    ])
    expect(team({ shares: ['0.02', '0', '1/3'] })).toEqual([
      'o1 team mo 20.00',
      'o1 team ou 333.333333',
    ])
    expect(team({ shares: ['0.02', '0.015', '0.01', '0.005'] })).toHaveLength(3)
  })

  test('C4 passes over who does not qualify, and gives the rest to somebody', () => {
    expect(
      team({ shares: ['0.02', '0.01'], qualified: { rank: ['platinum'] }, rest: 'fund' }),
    ).toEqual(['o1 team ou 20.00', 'o1 team fund 10.00'])
  })

  test.each([
    [{ unqualified: 'passed-over' }, ['o1 team ou 20.00', 'o1 team fund 10.00']],
    [{ unqualified: 'unpaid' }, ['o1 team fund 30.00']],
    [
      { unqualified: 'unpaid', shares: ['0.02', '0.01', '0.005'] },
      ['o1 team ou 5.00', 'o1 team fund 30.00'],
    ],
    [{ whose: { rank: ['bronze'] } }, ['o1 team ou 20.00', 'o1 team fund 10.00']],
    [{ whose: { rank: ['gold'] } }, []],
  ])('is for who qualifies, of who counts: %j', (more, expected) => {
    const kind = { shares: ['0.02', '0.01'], qualified: { rank: ['platinum'] }, rest: 'fund' }
    expect(team({ ...kind, ...more })).toEqual(expected)
  })

  test('is of the day of the deal', () => {
    const people = [
      person('li', undefined, { manager: [...since('mo'), ...since('na', '2026-01-10')] }),
    ]
    expect(team({ shares: ['0.02'] }, people)).toEqual(['o1 team na 20.00'])
    expect(team({ shares: ['0.02'] }, people, [{ ...sold, on: '2026-01-09' }])).toEqual([
      'o1 team mo 20.00',
    ])
  })
})

describe('differences of rank', () => {
  test('kind 2 are one rate less the highest below; equal ranks get nothing', () => {
    expect(team({ ranked: { rank: 'rank', rates } })).toEqual([
      'o1 team mo 100.00',
      'o1 team ou 50.00',
    ])
  })

  test('kind 2 who keeps their rank unpaid leaves to those above what they are above', () => {
    const kind = { ranked: { rank: 'rank', rates }, qualified: { rank: ['platinum'] } }
    expect(team(kind)).toEqual(['o1 team ou 150.00'])
    expect(team({ ...kind, unqualified: 'unpaid', rest: 'fund' })).toEqual([
      'o1 team ou 50.00',
      'o1 team fund 100.00',
    ])
  })

  test('kind 2 have a cap, and what it cuts off goes to the rest', () => {
    expect(team({ ranked: { rank: 'rank', rates, cap: '0.08' }, rest: 'fund' })).toEqual([
      'o1 team mo 80.00',
      'o1 team ou 50.00',
      'o1 team fund 20.00',
    ])
  })

  test('count an unknown rank as nothing', () => {
    const people = [
      person('li', 'mo'),
      person('mo', 'na', { rank: since('wood') }),
      person('na', undefined, { rank: since('silver') }),
    ]
    expect(team({ ranked: { rank: 'rank', rates } }, people)).toEqual(['o1 team na 150.00'])
  })

  test('pass nothing on above the highest', () => {
    const people = [
      person('li', 'mo', { rank: since('platinum') }),
      person('mo', undefined, { rank: since('gold') }),
    ]
    expect(team({ ranked: { rank: 'rank', rates }, rest: 'fund' }, people)).toEqual([
      'o1 team fund 0.00',
    ])
  })
})

test('what rolls up rolls up again, and follows a transfer to who is above the receiver', () => {
  const rules = direct(
    { rules: [{ owner: 'seller' }] },
    {
      team: { of: 'direct', manager: 'manager', shares: ['0.1'] },
      board: { of: 'team', manager: 'manager', shares: ['0.5'] },
    },
  )
  const people = [...line, person('wu', 'xi'), person('xi', 'ou')]
  const moved = later('transfer', { from: 'li', to: 'wu', share: '0.4' })
  expect(shown(credited(rules, [sold, moved], { people }), 'sales')).toEqual([
    'o1 direct li 1000.00',
    'o1 team mo 100.00',
    'o1 board na 50.00',
    'transfer-1 direct li -400.00',
    'transfer-1 team mo -40.00',
    'transfer-1 board na -20.00',
    'transfer-1 direct wu 400.00',
    'transfer-1 team xi 40.00',
    'transfer-1 board ou 20.00',
  ])
})

test('a manager told late takes over, on the day on which that was told', () => {
  const people = [
    person('li', undefined, {
      manager: [...since('mo'), { from: '2026-01-01', value: 'na', recorded: '2026-02-15' }],
    }),
  ]
  const rules = direct(
    { rules: [{ owner: 'seller' }] },
    {
      team: { of: 'direct', manager: 'manager', shares: ['0.1'] },
    },
  )
  const refund = later('refund', { amount: '-500.00', on: '2026-03-02' })
  const { credits } = credited(rules, [sold, refund], { people })
  expect(
    credits.flatMap(({ id, person, sales, on, credit }) =>
      credit === 'team' ? [`${id} ${person} ${sales} ${on}`] : [],
    ),
  ).toEqual([
    'o1|team|mo mo 100.00 2026-01-10',
    'o1@2026-02-15|team|mo mo -100.00 2026-02-15',
    'o1@2026-02-15|team|na na 100.00 2026-02-15',
    'refund-1|team|na na -50.00 2026-03-02',
  ])
})

test('a line that comes back to somebody is refused, with where that is', () => {
  const people = [person('li', 'mo'), person('mo', 'na'), person('na', 'mo')]
  expect(() => team({ shares: ['0.1', '0.1', '0.1'] }, people)).toThrow(
    /people\[1\]: "manager" leads up from "mo" back to "mo"/,
  )
})
