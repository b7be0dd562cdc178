import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { parseFactorPlan } from '../../src/grade/evaluation.js'
import { found } from '../found.js'

const policy = {
  id: 'shop',
  label: { en: 'Points of a shop job', 'zh-CN': '店铺岗位分值' },
  clause: 'Handbook 2.1',
  factors: [
    {
      factor: 'knowledge',
      label: { en: 'Knowledge', 'zh-CN': '知识' },
      degrees: { basic: '50', skilled: '200', expert: '350' },
      weight: '1.5',
    },
    { factor: 'contacts', degrees: { team: '10', customers: '60' } },
  ],
}
const plan = parseFactorPlan(policy)

describe('parseFactorPlan', () => {
  test('a job has the sum of the points of its degrees, each times its weight', () => {
    const run = evaluate(plan.formula, { knowledge: 'skilled', contacts: 'customers' })
    expect(run.value).toBe('360.0')
    expect(plan.policy).toEqual(policy)
    expect(Object.isFrozen(plan)).toBe(true)
  })

  test('the explanation shows what each factor gave, and the clause', () => {
    const run = evaluate(plan.formula, { knowledge: 'expert', contacts: 'team' })
    expect(renderText(explain(run, { locale: 'en' }))).toBe(
      [
        'Points of a shop job: 535 points [Handbook 2.1]',
        '  Knowledge + contacts',
        '  525 points + 10 points',
        '    Knowledge: 525 points',
        '      350 points × 150%',
        '      Knowledge is "expert"',
        '    contacts: 10 points',
        '      contacts is "team"',
      ].join('\n'),
    )
    expect(renderText(explain(run, { locale: 'zh-CN' }))).toContain('店铺岗位分值')
  })

  test('a plan without a label has one of its own in both languages', () => {
    const bare = parseFactorPlan({ id: 'bare', factors: [{ factor: 'f', degrees: { one: '5' } }] })
    const run = evaluate(bare.formula, { f: 'one' })
    expect(renderText(explain(run, { locale: 'en' }))).toContain('Points of the job')
    expect(renderText(explain(run, { locale: 'zh-CN' }))).toContain('岗位总分')
  })

  test('a degree that the factor does not have is refused', () => {
    expect(found(() => evaluate(plan.formula, { knowledge: 'guru', contacts: 'team' }))).toEqual([
      ['unknown-category', 'inputs.knowledge'],
    ])
  })

  test('raising one factor by one degree raises the points by the difference, whatever the others', () => {
    const degrees = ['basic', 'skilled', 'expert'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1),
        fc.constantFrom('team', 'customers'),
        (degree, contacts) => {
          const at = (i: number) =>
            Number(evaluate(plan.formula, { knowledge: degrees[i] as string, contacts }).value)
          expect(at(degree + 1) - at(degree)).toBe(225)
        },
      ),
    )
  })
})
