import { describe, expect, test } from 'vitest'
import { constant, multiply } from '../../src/formula/index.js'
import { describeProblems } from '../../src/index.js'
import { figure, member, service } from '../../src/pay/index.js'
import { parseRunData, run } from '../../src/payroll/index.js'
import { money } from '../../src/quantity/index.js'
import { bookOf, component, policy } from './policies.js'

const since = (value: string) => [{ from: '2020-01-01', value }]
const li = (attributes: object, more: object = {}) => ({
  id: 'li',
  employment: [{ from: '2020-01-01' }],
  attributes,
  ...more,
})

/** What a run of March pays, and what it withholds, in both languages. */
function march(policies: readonly ReturnType<typeof policy>[], person: object, records = {}) {
  const book = bookOf(policies)
  const { data } = parseRunData(book, { people: [person], records })
  const { lines, withheld } = run(book, data, { period: '2026-03', before: 'first' })
  return {
    paid: lines.map(({ component, amount }) => `${component} ${amount}`),
    told: withheld.flatMap(({ problems }) =>
      (['en', 'zh-CN'] as const).map((locale) => describeProblems(problems, locale)),
    ),
  }
}

describe('a number below zero withholds what reads it', () => {
  const base = { attribute: 'base' }
  const hours = (name: string, value: string) => ({
    figures: [{ name, period: '2026-03', value }],
  })
  test.each([
    [
      'a salary',
      policy('salary', 'base', { prorated: true }),
      li({ base: since('-9000.00') }),
      'base',
      '-9000.00',
    ],
    [
      'one that is not prorated',
      policy('salary', 'base', { prorated: false }),
      li({ base: since('-0.01') }),
      'base',
      '-0.01',
    ],
    [
      'an allowance',
      policy('allowance', 'car', { amount: { attribute: 'car' }, prorated: false }),
      li({ car: since('-80') }),
      'car',
      '-80',
    ],
    [
      'a part of several',
      policy('overtime', 'over', { base: [base, { attribute: 'post' }], figures: { late: '1.5' } }),
      li({ base: since('9000'), post: since('-1') }, hours('late', '4')),
      'post',
      '-1',
    ],
    [
      'hours',
      policy('overtime', 'over', { base, figures: { late: '1.5' } }),
      li({ base: since('9000') }, hours('late', '-4')),
      'late',
      '-4',
    ],
    [
      'days',
      policy('allowance', 'meals', { perDay: '20', days: 'eaten' }),
      li({}, hours('eaten', '-3')),
      'eaten',
      '-3',
    ],
  ])('%s', (_, of, person, source, value) => {
    const { paid, told } = march([of], person)
    expect(paid).toEqual([])
    expect(told[0]).toContain(`"${source}" of li on 2026-03-31 is ${value}, less than 0`)
    expect(told[1]).toContain(`li 在 2026-03-31 的“${source}”为 ${value}，低于 0`)
  })

  test('of zero it does not', () => {
    const { paid, told } = march(
      [policy('salary', 'base', { prorated: true })],
      li({ base: since('0') }),
    )
    expect([paid, told]).toEqual([['base 0.00'], []])
  })
})

describe('what is not given may be given by another name', () => {
  const wu = { ...li({ base: since('9000') }), id: 'wu' }
  const told = (
    attributes: object,
    more: object,
    policies: readonly ReturnType<typeof policy>[],
  ) => {
    const paidWu = { ...wu, figures: [{ name: 'score', period: '2026-03', value: '5' }] }
    const asked = { person: 'wu', on: '2026-03-02' }
    const row = { ...asked, amount: '5.00' }
    const { person = {}, row: own = {} } = more as { person?: object; row?: object }
    const book = bookOf(policies)
    const { data } = parseRunData(book, {
      people: [paidWu, li(attributes, person)],
      records: {
        tips: [
          { ...row, id: 't1' },
          { ...asked, id: 't2', ...own, person: 'li' },
        ],
      },
    })
    const { withheld } = run(book, data, { period: '2026-03', before: 'first' })
    return withheld.flatMap(({ problems }) =>
      (['en', 'zh-CN'] as const).map((locale) => describeProblems(problems, locale)),
    )
  }
  const base = policy('salary', 'base', { prorated: false })
  const score = component('points', { pays: 'due' }, figure('score', money('CNY'), 2))
  const tips = component(
    'tips',
    { pays: 'due', each: { record: 'tips' } },
    member('amount', money('CNY'), 2),
  )

  test.each([
    ['an attribute', { bsae: since('9000') }, {}, [base], 'bsae', 'base'],
    [
      'a figure',
      { base: since('9000') },
      { person: { figures: [{ name: 'scores', period: '2026-03', value: '5' }] } },
      [score],
      'scores',
      'score',
    ],
    [
      'a member of a record',
      { base: since('9000') },
      { row: { amuont: '5.00' } },
      [tips],
      'amuont',
      'amount',
    ],
  ])('%s', (_, attributes, more, policies, near, name) => {
    const [en, zh] = told(attributes, more, policies)
    expect(en).toContain(`"${near}" is given, and nothing reads it: call it "${name}"`)
    expect(zh).toContain(`已提供的“${near}”没有任何项目读取：请改名为“${name}”`)
  })

  test.each([
    ['none that is like it', { shoe_size: since('42') }, [base]],
    [
      'one that another policy reads',
      { base2: since('42') },
      [base, policy('salary', 'base2', { prorated: false })],
    ],
  ])('not %s', (_, attributes, policies) => {
    const [en, zh] = told(attributes, {}, policies)
    expect(en).toContain('Give it, or say in the source')
    expect(zh).toContain('请给出该值')
  })

  test('nor of what no name is given to', () => {
    const of = component(
      'years',
      { pays: 'due' },
      multiply(service('years', 'base', { unit: 'count' }), constant('1.00', money('CNY'))),
    )
    expect(told({ hired: since('2020-01-01') }, {}, [of])[0]).toContain('Give it')
  })
})
