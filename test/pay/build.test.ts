import { describe, expect, test } from 'vitest'
import {
  above,
  add,
  constant,
  type Expression,
  input,
  match,
  multiply,
  named,
  when,
} from '../../src/formula/index.js'
import { component, matching } from '../../src/pay/build.js'
import { problemsOf } from '../../src/problem/index.js'
import {
  attribute,
  base,
  book,
  figure,
  records,
  rounded,
  salary,
  tagged,
  texts,
  yuan,
} from './build-fixtures.js'

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
