import { describe, expect, test } from 'vitest'
import {
  above,
  add,
  check,
  constant,
  divide,
  type Expression,
  input,
  match,
  multiply,
  named,
  when,
} from '../../src/formula/index.js'
import { component, matching } from '../../src/pay/build.js'
import type { Source } from '../../src/pay/component.js'
import * as pay from '../../src/pay/index.js'
import { sourceOf } from '../../src/pay/sourced.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'

const { amount, attribute, book, days, figure, member, records, service, tagged } = pay
const yuan = money('CNY')
const salary = attribute('salary', yuan, 2)
const rounded = { places: 2, rounding: 'half-up' } as const
const base = component(
  'base',
  { pays: 'due', each: 'stretch' },
  divide(multiply(salary, days('part')), days('whole'), rounded),
)
const texts = (task: () => unknown) => {
  const problems = problemsOf(task)
  return [describeProblems(problems), describeProblems(problems, 'zh-CN')]
}

describe('an input', () => {
  test.each<[name: string, node: object, as: object, source: Source]>([
    [
      'of an attribute',
      attribute('salary', yuan, 2, { on: 'start', missing: '0', label: 'Salary' }),
      { op: 'input', name: 'salary', unit: yuan, scale: 2, label: 'Salary' },
      { from: 'attribute', name: 'salary', on: 'start', missing: '0' },
    ],
    [
      'of an attribute that is a text',
      attribute('city'),
      { text: 'city' },
      { from: 'attribute', name: 'city' },
    ],
    [
      'of a labelled text',
      attribute('city', { input: 'place', label: 'City', on: 'start' }),
      { text: 'place', label: 'City' },
      { from: 'attribute', name: 'city', on: 'start' },
    ],
    [
      'of a figure',
      figure('overtime', 'duration:hour', 1, { missing: '0', period: 'quarter' }),
      { op: 'input', name: 'overtime', unit: 'duration:hour', scale: 1 },
      { from: 'figure', name: 'overtime', missing: '0', period: 'quarter' },
    ],
    [
      'of whether a figure is given',
      figure('rating', 'count', 0, { is: 'given', input: 'rated' }),
      { op: 'input', name: 'rated', unit: 'count', scale: 0 },
      { from: 'figure', name: 'rating', is: 'given' },
    ],
    [
      'of days',
      days('absent', { kinds: ['sick'], basis: 'paid', over: { last: 12 } }),
      { op: 'input', name: 'absent', unit: 'duration:day', scale: 4 },
      { from: 'time', count: 'absent', kinds: ['sick'], basis: 'paid', over: { last: 12 } },
    ],
    [
      'of days as a count',
      days('present', { unit: 'count', scale: 0, kinds: undefined }),
      { op: 'input', name: 'present', unit: 'count', scale: 0 },
      { from: 'time', count: 'present' },
    ],
    [
      'of months of service',
      service('months', 'hired', { missing: '0' }),
      { op: 'input', name: 'months', unit: 'duration:month', scale: 0 },
      { from: 'time', count: 'months', since: 'hired', missing: '0' },
    ],
    [
      'of years of service',
      service('years', 'hired'),
      { op: 'input', name: 'years', unit: 'duration:year', scale: 0 },
      { from: 'time', count: 'years', since: 'hired' },
    ],
    [
      'of years of service, as a count',
      service('years', { first: { kind: ['win'] } }, { until: 'left', unit: 'count' }),
      { op: 'input', name: 'years', unit: 'count', scale: 0 },
      { from: 'time', count: 'years', since: { first: { kind: ['win'] } }, until: 'left' },
    ],
    [
      'of the month',
      pay.monthOfYear(),
      { op: 'input', name: 'month', unit: 'count', scale: 0 },
      { from: 'time', count: 'month' },
    ],
    [
      'of the quarter',
      pay.quarterOfYear({ input: 'q' }),
      { op: 'input', name: 'q', unit: 'count', scale: 0 },
      { from: 'time', count: 'quarter' },
    ],
    [
      'of a member',
      member('amount', yuan, 2, { missing: '0' }),
      { op: 'input', name: 'amount', unit: yuan, scale: 2 },
      { from: 'record', name: 'amount', missing: '0' },
    ],
    [
      'of a member that is a text',
      member('product'),
      { text: 'product' },
      { from: 'record', name: 'product' },
    ],
    [
      'of a number of records',
      records('orders', 'count', { where: { state: ['won'] } }),
      { op: 'input', name: 'orders.count', unit: 'count', scale: 0 },
      { from: 'records', of: 'orders', as: 'count', where: { state: ['won'] } },
    ],
    [
      'of different values of records',
      records('orders', 'distinct', { value: 'customer', over: { since: 'year' } }),
      { op: 'input', name: 'orders.customer.distinct', unit: 'count', scale: 0 },
      {
        from: 'records',
        of: 'orders',
        as: 'distinct',
        value: 'customer',
        over: { since: 'year' },
      },
    ],
    [
      'of a quantile of records',
      records('orders', { quantile: '0.5' }, { value: 'amount', unit: yuan, scale: 2 }),
      { op: 'input', name: 'orders.amount.quantile', unit: yuan, scale: 2 },
      { from: 'records', of: 'orders', as: { quantile: '0.5' }, value: 'amount' },
    ],
    [
      'of a component',
      amount('base', yuan, 2, { over: 'before', missing: '0', input: 'last' }),
      { op: 'input', name: 'last', unit: yuan, scale: 2 },
      { from: 'component', name: 'base', over: 'before', missing: '0' },
    ],
    [
      'of a tag',
      tagged('wage', yuan, 2, { what: 'due' }),
      { op: 'input', name: 'wage', unit: yuan, scale: 2 },
      { from: 'component', tag: 'wage', what: 'due' },
    ],
  ])('%s knows its source, which no JSON shows', (_, node, as, source) => {
    expect(node).toEqual(as)
    expect(JSON.parse(JSON.stringify(node))).toEqual(as)
    expect(Object.keys(node)).toEqual(Object.keys(as))
    expect(sourceOf(node)).toEqual(source)
  })

  test('keeps its source in a formula, and not in what check makes of it', () => {
    const formula = add(salary, constant('1', yuan))
    expect(sourceOf(formula.of[0] as Expression)).toEqual({ from: 'attribute', name: 'salary' })
    expect(sourceOf(check(salary).expression)).toBeUndefined()
  })
})

describe('a component', () => {
  test('collects where its inputs come from, in order of reading', () => {
    expect(base).toEqual({
      component: 'base',
      pays: 'due',
      each: 'stretch',
      formula: {
        op: 'divide',
        left: {
          op: 'multiply',
          of: [
            { op: 'input', name: 'salary', unit: yuan, scale: 2 },
            { op: 'input', name: 'part', unit: 'duration:day', scale: 4 },
          ],
        },
        right: { op: 'input', name: 'whole', unit: 'duration:day', scale: 4 },
        ...rounded,
      },
      reads: {
        salary: { from: 'attribute', name: 'salary' },
        part: { from: 'time', count: 'part' },
        whole: { from: 'time', count: 'whole' },
      },
    })
    expect(Object.keys(base.reads)).toEqual(['salary', 'part', 'whole'])
  })

  test('finds inputs in conditions, cases and labelled steps', () => {
    const factor = matching(
      attribute('shift', { label: 'Shift' }),
      { night: figure('nights', 'ratio', 2) },
      figure('days', 'ratio', 2),
    )
    const guarded = when(
      above(tagged('wage', yuan, 2), constant('0', yuan)),
      named('Pay', multiply(salary, factor)),
      constant('0', yuan),
    )
    const { reads, formula } = component('pay', {}, guarded)
    expect(Object.keys(reads)).toEqual(['wage', 'salary', 'shift', 'nights', 'days'])
    expect(JSON.stringify(formula)).toContain('"key":"shift"')
    expect(factor.label).toBe('Shift')
  })

  test('takes a case without a default, and a text of another make', () => {
    const reads = { grade: { from: 'attribute', name: 'grade' } } as const
    const plain = matching({ text: 'grade' }, { A: constant('1') })
    expect(plain).toEqual(match('grade', { A: constant('1') }))
    expect(component('pay', { reads }, plain).reads).toEqual(reads)
    expect(texts(() => component('pay', {}, plain))).toEqual([
      'reads.grade: "pay" reads "grade", which has no source. Say in its reads where "grade" comes from.',
      'reads.grade：“pay”要读取“grade”，却没有写明其来源。请在 reads 中写明“grade”的来源。',
    ])
  })

  test('is refused where inputs have no source or two, all told at once', () => {
    const formula = add(
      salary,
      attribute('salary', yuan, 2, { on: 'start' }),
      input('bonus', yuan, 2),
      input('bonus', yuan, 2),
    )
    expect(texts(() => component('pay', {}, formula))).toEqual([
      [
        'reads.bonus: "pay" reads "bonus", which has no source. Say in its reads where "bonus" comes from.',
        'reads.salary: "pay" reads "salary" from two sources. Give one of them another name with `input`.',
      ].join('\n'),
      [
        'reads.bonus：“pay”要读取“bonus”，却没有写明其来源。请在 reads 中写明“bonus”的来源。',
        'reads.salary：“pay”的“salary”有两个不同的来源。请用 `input` 给其中一个另取名称。',
      ].join('\n'),
    ])
  })

  test('takes one source that is said twice, and another name for a second', () => {
    const twice = add(salary, attribute('salary', yuan, 2), input('salary', yuan, 2))
    expect(component('pay', {}, twice).reads).toEqual({
      salary: { from: 'attribute', name: 'salary' },
    })
    const both = add(salary, attribute('salary', yuan, 2, { on: 'start', input: 'first' }))
    expect(Object.keys(component('pay', {}, both).reads)).toEqual(['salary', 'first'])
  })

  test('has what its options say of an input, which must be what the input says', () => {
    const reads = { salary: { from: 'attribute', name: 'wage' } } as const
    expect(problemsOf(() => component('pay', { reads }, salary))[0]?.code).toBe('two-sources')
    expect(component('pay', { reads }, input('salary', yuan, 2)).reads).toEqual(reads)
  })

  test('reads a formula that refers to one node many times once', () => {
    let formula: Expression = salary
    for (let i = 0; i < 60; i++) formula = add(formula, formula)
    expect(Object.keys(component('pay', {}, formula).reads)).toEqual(['salary'])
  })
})

describe('a book', () => {
  const old = component('base', { pays: 'due', tags: ['wage'], clause: '§1' }, salary)
  const now = component('base', { pays: 'due', tags: ['wage'], clause: '§2' }, salary)
  const gross = component('gross', {}, tagged('wage', yuan, 2))

  test('is made of components and versions, those of one name together', () => {
    const made = book(
      [{ to: '2025-12-31', value: old }, gross, { from: '2026-01-01', value: now }],
      { currency: 'CNY', retro: 2 },
    )
    expect(made.definition).toEqual({
      currency: 'CNY',
      retro: 2,
      components: {
        base: [
          { to: '2025-12-31', value: old },
          { from: '2026-01-01', value: now },
        ],
        gross: [{ value: gross }],
      },
    })
    expect([...made.components.keys()].sort()).toEqual(['base', 'gross'])
  })

  test('is made of its definition', () => {
    const components = { base: [{ value: now }] }
    const definition = { currency: 'CNY', retro: 0, components } as const
    expect(book(definition).definition).toEqual(definition)
  })

  test('takes what is not said for what is left out', () => {
    const over = { last: 3, through: undefined } as const
    const sum = { value: 'amount', unit: yuan, scale: 2, over } as const
    const sold = component('sold', { of: undefined }, records('orders', 'sum', sum))
    expect(book([sold], { currency: 'CNY', retro: 0 }).components.has('sold')).toBe(true)
  })

  test('tells what is misspelt in it, which TypeScript did not see', () => {
    const options = { missin: '0' } as object
    const wrong = component('pay', { payz: 'due' } as object, attribute('salary', yuan, 2, options))
    expect(texts(() => book([wrong], { currency: 'CNY', retro: 0 }))[0]).toBe(
      [
        'components.pay[0].value.reads.salary.missin: the key "missin" is not known here. Perhaps "missing" was meant.',
        'components.pay[0].value.payz: the key "payz" is not known here. Perhaps "pays" was meant.',
      ].join('\n'),
    )
  })
})
