import { expect, test } from 'vitest'
import { credited, direct, later, order } from './shop.js'

/** What is told late of owners and managers moves what was given, on the day on which it is told. */

const sold = order({ attributes: { seller: 'li' } })

test('what was told late of several above is worked in one after the other', () => {
  const told = (first: string, second: string, recorded: string) => [
    { from: '2025-01-01', value: first },
    { from: '2026-01-01', value: second, recorded },
  ]
  const people = [
    { id: 'li', attributes: { manager: told('mo', 'na', '2026-03-01') } },
    { id: 'mo', attributes: { manager: told('xi', 'yu', '2026-02-01') } },
    { id: 'wu', attributes: { manager: told('mo', 'na', '2026-02-20') } },
  ]
  const rules = direct(
    {
      rules: [
        {
          by: 'seller',
          owners: [
            { of: 'li', person: 'li', share: '0.5' },
            { of: 'li', person: 'wu', share: '0.5' },
          ],
        },
      ],
    },
    { team: { of: 'direct', manager: 'manager', shares: ['0.1', '0.1'] } },
  )
  const { credits } = credited(rules, [sold], { people })
  const rows = credits.flatMap(({ credit, person, sales, on }) =>
    credit === 'team' ? [`${on} ${person} ${sales}`] : [],
  )
  expect(rows.sort()).toEqual([
    '2026-01-10 mo 10.00',
    '2026-01-10 xi 10.00',
    '2026-02-01 xi -10.00',
    '2026-02-01 yu 10.00',
    '2026-02-20 mo -5.00',
    '2026-02-20 na 5.00',
    '2026-02-20 yu -5.00',
    '2026-03-01 mo -5.00',
    '2026-03-01 na 5.00',
    '2026-03-01 yu -5.00',
  ])
})

test('what is told late of owners and of managers is worked in by its days', () => {
  const rules = (told: string) =>
    direct(
      {
        rules: [
          {
            by: 'seller',
            owners: [
              { of: 'li', person: 'li' },
              { of: 'li', person: 'li', void: true, recorded: told },
              { of: 'li', person: 'wu', recorded: told },
            ],
          },
        ],
      },
      { team: { of: 'direct', manager: 'manager', shares: ['0.1'] } },
    )
  const people = [
    {
      id: 'li',
      attributes: {
        manager: [
          { from: '2026-01-02', value: 'na', recorded: '2026-02-10' },
          { from: '2025-01-01', value: 'mo' },
        ],
      },
    },
    { id: 'wu', attributes: { manager: [{ from: '2025-01-01', value: 'mo' }] } },
  ]
  const team = (told: string) =>
    credited(rules(told), [sold], { people }).credits.flatMap(({ credit, person, sales, on }) =>
      credit === 'team' ? [`${on} ${person} ${sales}`] : [],
    )
  expect(team('2026-02-20').sort()).toEqual([
    '2026-01-10 mo 10.00',
    '2026-02-10 mo -10.00',
    '2026-02-10 na 10.00',
    '2026-02-20 mo 10.00',
    '2026-02-20 na -10.00',
  ])
  expect(team('2026-02-01')).toEqual(['2026-01-10 mo 10.00'])
})

test('what is told late of who is above a share that was given away is heard too', () => {
  const rank = (value: string, ...told: readonly object[]) => [
    { from: '2025-01-01', value },
    ...told,
  ]
  const people = [
    { id: 'li', attributes: { rank: rank('bronze'), manager: rank('mo') } },
    {
      id: 'mo',
      attributes: {
        rank: rank('gold', { from: '2026-01-10', value: 'bronze', recorded: '2026-02-08' }),
      },
    },
  ]
  const rules = direct(
    { rules: [{ owner: 'seller' }] },
    {
      team: {
        of: 'direct',
        manager: 'manager',
        ranked: { rank: 'rank', rates: { bronze: '0.1', gold: '0.2' } },
      },
    },
    { takeBacks: 'own' },
  )
  const moved = later('transfer', { from: 'li', to: 'wu' })
  const { credits } = credited(rules, [sold, moved], { people })
  const rows = credits.flatMap(({ credit, person, sales, on, counts }) =>
    credit === 'team' ? [`${on} ${person} ${sales} ${counts}`] : [],
  )
  expect(rows.sort()).toEqual([
    '2026-01-10 mo 10.00 2026-01-10',
    '2026-02-03 mo -10.00 2026-02-03',
    '2026-02-08 mo -10.00 2026-01-10',
    '2026-02-08 mo 10.00 2026-02-03',
  ])
})
