import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { objectivesComponents, parseObjectives } from '../../src/commission/index.js'
import { figuresOf, objectivesPolicies } from '../../src/testing/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf, writtenText } from '../pay/written.js'
import { asFigures, paid, paidBy, staff, workedOut } from '../payroll/bonus-months.js'
import { bookOf as policies, policy } from '../payroll/policies.js'

const about = { id: 'mbo', currency: 'CNY' } as const
const objectives = {
  rounding: 'half-up',
  objectives: [
    { objective: 'playbook', weight: '0.4', label: 'Playbook' },
    { objective: 'hiring', weight: '0.6' },
  ],
  label: { en: 'Objectives', 'zh-CN': '季度目标' },
  clause: '§5',
} as const
const mbo = (terms: object = {}, more: object = {}) => [
  policy('objectives', 'mbo', { objectives, ...terms }, { ...more }),
]
const done = (playbook: string, hiring?: string) => ({
  '2026-03': { playbook, ...(hiring !== undefined && { hiring }) },
})
const target = { target_bonus: '5000.00' }

describe('objectives as a component', () => {
  test('writes what is golden', () => {
    const eligible = { where: { department: ['service'] } }
    const written = objectivesComponents(
      { objectives: { ...objectives, ...about }, reads: asFigures(['target']) },
      { ...about, eligible, retro: 1 },
    )
    expectGolden('test/commission/golden/objectives.txt', writtenText(written))
    const plain = objectivesComponents({ objectives: { ...objectives, ...about } }, about)
    expect(bookOf(plain).components.size).toBe(1)
  })

  test('pays what the objectives come to', () => {
    fc.assert(
      fc.property(
        objectivesPolicies().chain((drawn) =>
          fc.record({ drawn: fc.constant(drawn), row: figuresOf(parseObjectives(drawn).formula) }),
        ),
        ({ drawn, row }) => {
          const reads = asFigures(['target'])
          const written = objectivesComponents({ objectives: drawn, reads }, about)
          expect(paidBy(written, drawn.currency, row)).toBe(
            workedOut(parseObjectives(drawn).formula, row),
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('objectives in a book', () => {
  test.each([
    ['half of one', done('1', '0.5'), ['2026-03 li mbo 3500.00']],
    ['none', done('0', '0'), []],
    ['more than all', done('1', '1.2'), ['2026-03 li mbo 5600.00']],
    ['one that is not told', done('1'), ['2026-03 li mbo 2026-03 nothing-there']],
  ])('are paid by what is done: %s', (_, told, expected) => {
    expect(paid(mbo(), { people: [staff('li', target, told)] }, ['2026-03'])).toEqual(expected)
  })

  test('what is not told is nothing where the terms say so', () => {
    const reads = { hiring: { from: 'figure', name: 'hiring', missing: '0' } }
    const people = [staff('li', target, done('1'))]
    expect(paid(mbo({ reads }), { people }, ['2026-03'])).toEqual(['2026-03 li mbo 2000.00'])
  })

  test('of a quarter fall due with its last month, and are put right', () => {
    const rhythms = { month: { kind: 'month' }, quarter: { kind: 'quarter' } }
    const told = (name: string, value: string, recorded?: string) => ({
      name,
      rhythm: 'quarter',
      period: '2026-Q1',
      value,
      ...(recorded !== undefined && { recorded }),
    })
    const figures = [
      told('playbook', '1'),
      told('hiring', '0.5'),
      told('hiring', '1', '2026-04-20'),
    ]
    const people = [
      staff('li', target, {}, { figures }),
      // Who left in February has what was agreed then.
      staff('wu', target, {}, { figures, employment: [{ from: '2025-01-01', to: '2026-02-10' }] }),
    ]
    const months = ['2026-01', '2026-02', '2026-03', '2026-04']
    expect(paid(mbo({}, { period: 'quarter' }), { people }, months, { rhythms })).toEqual([
      '2026-03 li mbo 2026-Q1 3500.00',
      '2026-03 wu mbo 2026-Q1 3500.00',
      '2026-04 li mbo 2026-Q1 1500.00',
      '2026-04 wu mbo 2026-Q1 1500.00',
    ])
  })

  test('the target is that of the last day, also of who moved', () => {
    const attributes = {
      target_bonus: [
        { from: '2020-01-01', value: '5000.00' },
        { from: '2026-03-16', value: '6000.00' },
      ],
    }
    const people = [staff('li', {}, done('1', '1'), { attributes })]
    expect(paid(mbo(), { people }, ['2026-03'])).toEqual(['2026-03 li mbo 6000.00'])
  })

  test.each([
    [{ objectives: { ...objectives, currency: 'USD' } }, 'said-otherwise', 'objectives.currency'],
    [{ objectives, table: 'x' }, 'unknown-key', 'table'],
    [{ objectives: { ...objectives, objectives: [] } }, 'too-small', 'objectives.objectives'],
  ])('bad terms are told where they stand: %j', (terms, code, path) => {
    expect(found(() => policies(mbo(terms)))).toEqual([
      [code, `policies[0].versions[0].terms.${path}`],
    ])
  })
})
