import { describe, expect, test } from 'vitest'
import { parseRollUp, rollUp } from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { credit } from './plans.js'

const always = (value: string | null) => [{ from: '2020-01-01', value }]
const rule = (levels: number, managers: Record<string, unknown>, share = '0.1') =>
  parseRollUp({ of: 'direct', credit: 'team', share, levels, managers })
const rolled = (...given: Parameters<typeof rule>) =>
  rollUp([credit], rule(...given)).map(({ person, credit: kind, amount }) => [person, kind, amount])

describe('a roll-up', () => {
  const managers = { amina: always('mo'), mo: always('vic'), vic: always(null) }

  test.each([
    [1, ['mo']],
    [2, ['mo', 'vic']],
    [3, ['mo', 'vic']],
  ])('over %i levels credits %j', (levels, people) => {
    expect(rolled(levels, managers)).toEqual(people.map((person) => [person, 'team', '1.01']))
  })

  test('goes to the manager on the day of the deal', () => {
    const history = {
      amina: [
        { from: '2026-01-01', value: 'mo' },
        { from: '2026-02-15', value: 'zoe' },
      ],
    }
    expect(rolled(1, history)).toEqual([['mo', 'team', '1.01']])
    const later = rollUp([{ ...credit, dealt: '2026-02-15' }], rule(1, history))
    expect(later.map(({ person }) => person)).toEqual(['zoe'])
    expect(rollUp([{ ...credit, dealt: '2025-12-31' }], rule(1, history))).toEqual([])
  })

  test('takes credits of its kind alone, and people with a manager, none that objects inherit', () => {
    expect(rollUp([{ ...credit, credit: 'indirect' }], rule(1, managers))).toEqual([])
    expect(rollUp([{ ...credit, person: 'toString' }], rule(1, managers))).toEqual([])
  })

  test('rounds half-up to the minor unit, figures to their own places', () => {
    const fine = { ...credit, amount: '-10.05', figures: { margin: '0.3335', units: '3' } }
    const [own] = rollUp([fine], rule(1, managers, '0.5'))
    expect([own?.amount, own?.figures]).toEqual(['-5.03', { margin: '0.1668', units: '1.50' }])
  })

  test('is refused where somebody is a manager of themselves, once each', () => {
    const loop = { amina: always('mo'), mo: always('vic'), vic: always('mo'), zoe: always('zoe') }
    const credits = [credit, credit, { ...credit, person: 'zoe' }]
    const problems = problemsOf(() => rollUp(credits, rule(9, loop)))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['manager-loop', 'managers.amina'],
      ['manager-loop', 'managers.zoe'],
    ])
    expect(describeProblems(problems.slice(0, 1), 'zh-CN')).toBe(
      'managers.amina：“amina” 是自己的上级。请修正汇报关系。',
    )
  })
})
