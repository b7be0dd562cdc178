import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { evaluateEach } from '../../src/formula/evaluate-each.js'
import type { Expression } from '../../src/formula/nodes.js'
import { type ProgramDefinition, program } from '../../src/formula/program.js'
import { parseProgram } from '../../src/formula/schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import type { Unit } from '../../src/quantity/index.js'
import { codesAndPaths } from './outcome.js'

const cents = { places: 2, rounding: 'half-up' } as const
const sales = build.input('sales', 'money:CNY', 2)
const orders = build.input('orders', 'count', 0)
const read = (name: string, unit: Unit = 'money:CNY', scale = 2) => build.input(name, unit, scale)
const one = build.constant('1')
const quota = (above?: string) => build.input('quota', 'money:CNY', 2, undefined, above)
const plain = { kind: 'number', unit: 'money:CNY', scale: 2 } as const
const doubled = (name: string) => build.multiply(read(name), build.constant('2'))
const found = (results: Record<string, Expression>, inputs?: readonly string[]) =>
  problemsOf(() => program({ results, inputs }))
const codes = (...given: Parameters<typeof found>) => codesAndPaths(found(...given))

describe('program', () => {
  test('puts each result after those that it reads, and otherwise keeps the order', () => {
    const { results } = program({
      results: {
        gross: build.add(read('base'), read('bonus')),
        note: build.constant('1'),
        bonus: doubled('base'),
        base: sales,
      },
    })
    expect(Object.keys(results)).toEqual(['base', 'bonus', 'gross', 'note'])
  })

  test('its inputs are what is read from outside, a category with all cases that one accepts', () => {
    const { inputs } = program({
      results: {
        base: build.match('region', { east: sales, west: sales }),
        rate: build.match('region', { east: build.constant('1'), north: build.constant('2') }),
        bonus: build.match('grade', { A: doubled('base') }, read('base')),
      },
    })
    expect(inputs).toEqual({
      sales: { kind: 'number', unit: 'money:CNY', scale: 2 },
      region: { kind: 'category', cases: ['east', 'west', 'north'], open: false },
      grade: { kind: 'category', cases: ['A'], open: true },
    })
  })

  test('a category that one formula takes any text of takes any in the program', () => {
    const { inputs } = program({
      results: {
        a: build.match('region', { east: sales }),
        b: build.match('region', { west: sales }, sales),
      },
    })
    expect(inputs['region']).toEqual({ kind: 'category', cases: ['east', 'west'], open: true })
  })

  test.each<[string | undefined, string | undefined, string | undefined]>([
    ['0', '10.5', '0'],
    ['10.5', '-3', '-3'],
    ['10.5', undefined, undefined],
    [undefined, '0', undefined],
  ])(
    'a number above %s for one formula and above %s for another is above %s for all',
    (a, b, all) => {
      const { inputs, results } = program({
        results: { one: quota(a), two: build.multiply(quota(b), one) },
      })
      expect(inputs['quota']).toEqual({ ...plain, ...(all && { above: all }) })
      expect(results.one.inputs['quota']).toEqual({ ...plain, ...(a && { above: a }) })
      expect(results.two.inputs['quota']).toEqual({ ...plain, ...(b && { above: b }) })
    },
  )

  test('is frozen, and each formula is one that can be used alone', () => {
    const pay = program({ results: { base: sales, bonus: doubled('base') } })
    expect(Object.isFrozen(pay) && Object.isFrozen(pay.results)).toBe(true)
    expect(pay.results.bonus).toEqual(check(doubled('base')))
  })

  test('a reader may have more places, and a long chain is no matter', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 900 }, (_, i) => [
        `r${i}`,
        i === 899 ? sales : build.subtract(read(`r${i + 1}`, 'money:CNY', 2), read(`r${i + 1}`)),
      ]),
    )
    expect(Object.keys(program({ results: chain }).results).at(0)).toBe('r899')
    const finer = program({ results: { base: sales, bonus: read('base', 'money:CNY', 4) } })
    const { bonus } = evaluateEach(finer, { sales: '1.25' })
    expect(bonus?.evaluation?.value).toBe('1.2500')
  })
})

describe('what a program refuses', () => {
  test.each<[string, Record<string, Expression>, string[]]>([
    [
      'a result that reads itself',
      { bonus: doubled('bonus') },
      ['circular-results at results.bonus'],
    ],
    [
      'results that read each other',
      { a: doubled('b'), b: doubled('c'), c: doubled('a') },
      ['circular-results at results.a'],
    ],
    [
      'each circle, and none of what only reads one',
      { x: doubled('a'), a: doubled('b'), b: doubled('a'), c: doubled('c'), d: sales },
      ['circular-results at results.a', 'circular-results at results.c'],
    ],
    [
      'two circles through one result',
      { a: build.add(read('b'), read('c')), b: doubled('a'), c: doubled('a') },
      ['circular-results at results.a', 'circular-results at results.a'],
    ],
    [
      'a reader of another unit',
      { base: sales, bonus: read('base', 'points') },
      ['other-unit at results.bonus.unit'],
    ],
    [
      'a reader in another currency, once for one name',
      { base: sales, bonus: build.add(read('base', 'money:USD'), read('base', 'money:USD')) },
      ['other-unit at results.bonus.of[0].unit'],
    ],
    [
      'a reader with fewer places',
      { base: sales, bonus: build.multiply(orders, read('base', 'money:CNY', 1)) },
      ['coarser-reader at results.bonus.of[1].scale'],
    ],
    [
      'a result taken for a text',
      { base: sales, bonus: build.match('base', { A: sales }) },
      ['result-as-category at results.bonus'],
    ],
    [
      'an input with two scales, or two units',
      { a: sales, b: read('sales', 'money:CNY', 3), c: read('sales', 'count') },
      ['redeclared-input at results.b', 'redeclared-input at results.c'],
    ],
    [
      'a number that is a text elsewhere',
      { a: sales, b: build.match('sales', { A: orders }) },
      ['redeclared-input at results.b'],
    ],
    [
      'a name that is none',
      { '1st': sales, __proto: sales, 'a b': sales },
      ['not-a-name at results.1st', 'not-a-name at results.a b'],
    ],
    ['no results', {}, ['empty-list at results']],
    [
      'what is wrong with each formula alone',
      { a: build.add(sales, orders), b: build.add(read('a'), build.constant('x', 'money:CNY')) },
      ['mixed-units at results.a', 'not-a-number at results.b.of[1].value'],
    ],
  ])('%s', (_, results, expected) => {
    expect(codes(results)).toEqual(expected)
  })

  test('a formula that is too large or too deep, before anything reads it', () => {
    let deep: Expression = sales
    for (let i = 0; i < 200; i++) deep = build.named('x', deep)
    expect(codes({ a: sales, b: deep })).toEqual(['too-deep at results.b'])
  })

  test('more results than anybody reads', () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`r${i}`, sales]))
    expect(codes(many)).toEqual(['too-many-results at results'])
  })

  test('numbers that grow along the chain until no check holds them', () => {
    const results: Record<string, Expression> = { r0: sales }
    for (let i = 1; i < 8; i++) {
      const before = read(`r${i - 1}`, i === 1 ? 'money:CNY' : 'ratio', i === 1 ? 2 : 0)
      results[`r${i}`] = build.divide(
        build.multiply(...Array(6).fill(build.divide(before, i === 1 ? sales : one, whole))),
        one,
        whole,
      )
    }
    expect(codes(results).some((problem) => problem.startsWith('too-many-digits'))).toBe(true)
  })

  test('names that are neither result nor input, where the inputs are listed', () => {
    const results = { base: sales, bonus: doubled('bsae'), extra: orders }
    expect(codes(results, ['sales', 'orders'])).toEqual(['unknown-read at results.bonus.of[0]'])
    expect(codes({ base: sales, bonus: doubled('base') }, ['sales', 'unread'])).toEqual([])
  })

  test('a list of inputs that names one twice, or a result', () => {
    expect(codes({ base: sales }, ['sales', 'sales', 'base'])).toEqual([
      'repeated-id at inputs[1]',
      'result-as-input at inputs[2]',
    ])
  })

  test('everything at once, with paths, hints and the likely name, in both languages', () => {
    const problems = found(
      {
        score: build.input('raw', 'points', 6),
        bonus: build.multiply(read('score', 'points', 4), build.constant('2')),
        extra: read('score', 'ratio', 6),
        a: doubled('b'),
        b: doubled('a'),
        self: doubled('self'),
        text: build.match('score', { A: sales }),
        c: doubled('scroe'),
      },
      ['raw', 'sales'],
    )
    expect(describeProblems(problems)).toBe(
      [
        'results.a: "a" reads "b", which reads "a". Break the circle: take one of them from outside, under a name of its own.',
        'results.self: "self" reads itself. Break the circle: take one of them from outside, under a name of its own.',
        'results.bonus.of[0].scale: reads the result "score" with 4 places, and it has 6. Round "score" to the 4 places that "bonus" reads, or read it with 6.',
        'results.extra.unit: reads the result "score" as ratio, and it is points. Declare the input as points; what turns it into ratio is part of a formula.',
        'results.text: takes "score" for a text, and it is a result: a number. Ask for its number with "step" or "when", or give the text another name.',
        'results.c.of[0]: "scroe" is neither a result nor an input. Perhaps "score" was meant.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'results.a：“a”读取“b”，后者读取“a”。请打破循环：其中一项改由外部提供，并另取名称。',
        'results.self：“self”读取自身。请打破循环：其中一项改由外部提供，并另取名称。',
        'results.bonus.of[0].scale：以 4 位小数读取结果“score”，而它有 6 位。请把“score”舍入到“bonus”所读的 4 位，或按 6 位读取。',
        'results.extra.unit：把结果“score”作为 ratio 读取，而它是 points。请把该输入声明为 points；如需换成 ratio，请写入公式。',
        'results.text：把“score”当作文本，而它是一个结果，即数字。请用“step”或“when”判断其数值，或为文本另取名称。',
        'results.c.of[0]：“scroe”既不是结果，也不是输入。也许是“score”。',
      ].join('\n'),
    )
  })

  test('a long circle is told by its first names', () => {
    const ring = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`r${i}`, doubled(`r${(i + 1) % 500}`)]),
    )
    const [problem] = found(ring)
    expect(problem?.message.en).toMatch(/^"r0" reads "r1", .*, which reads "…", which reads "r0"$/)
    expect(problem?.message.en.length).toBeLessThan(400)
  })

  test('where every result reads every other, each has one circle at most', () => {
    const names = Array.from({ length: 60 }, (_, i) => `r${i}`)
    const knot = Object.fromEntries(
      names.map((name) => [name, build.add(...names.map((other) => read(other)))]),
    )
    expect(found(knot)).toHaveLength(60)
  })
})

const whole = { places: 0, rounding: 'down' } as const

describe('evaluateEach', () => {
  const pay = program({
    results: {
      average: build.divide(sales, orders, cents),
      bonus: build.multiply(read('average'), build.constant('0.5')),
      fixed: build.match('region', { east: build.constant('100', 'money:CNY') }),
      gross: build.add(read('fixed'), read('bonus', 'money:CNY', 3), read('allowance')),
    },
  })
  const given = { sales: '10.00', orders: '4', region: 'east', allowance: '1.00' }
  const shown = (inputs: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(evaluateEach(pay, inputs)).map(([name, { evaluation, problems }]) => [
        name,
        evaluation?.value ?? codesAndPaths(problems),
      ]),
    )

  test('gives every result, with what it read', () => {
    expect(shown(given)).toEqual({
      average: '2.50',
      bonus: '1.250',
      fixed: '100',
      gross: '102.250',
    })
    const { gross } = evaluateEach(pay, given)
    expect(gross?.evaluation?.inputs).toEqual({ allowance: '1', fixed: '100', bonus: '1.25' })
    expect(gross?.problems).toEqual([])
  })

  test('a fault is that of its readers, and of theirs, and of no other', () => {
    expect(shown({ ...given, orders: '0' })).toEqual({
      average: ['division-by-zero at '],
      bonus: ['failed-result at inputs.average'],
      fixed: '100',
      gross: ['failed-result at inputs.bonus'],
    })
    const { region: _, ...rest } = given
    expect(shown({ ...rest, allowance: '1.001' })).toEqual({
      average: '2.50',
      bonus: '1.250',
      fixed: ['missing-input at inputs.region'],
      gross: ['too-many-places at inputs.allowance', 'failed-result at inputs.fixed'],
    })
  })

  test('each formula holds an input, or a result, to the bound that it declares itself', () => {
    const base = (above: string) => build.input('base', 'money:CNY', 4, undefined, above)
    const bounded = program({
      results: {
        base: quota(),
        share: build.multiply(quota('0'), one),
        low: base('-0.0001'),
        high: base('10'),
      },
    })
    const outcomes = (given: string) =>
      Object.values(evaluateEach(bounded, { quota: given })).map(
        ({ evaluation, problems }) => evaluation?.value ?? codesAndPaths(problems)[0],
      )
    const [share, low, high] = ['quota', 'base', 'base'].map(
      (name) => `not-above at inputs.${name}`,
    )
    expect(outcomes('10.01')).toEqual(['10.01', '10.01', '10.0100', '10.0100'])
    expect(outcomes('10.00')).toEqual(['10.00', '10.00', '10.0000', high])
    expect(outcomes('0')).toEqual(['0.00', share, '0.0000', high])
    expect(outcomes('-0.01')).toEqual(['-0.01', share, low, high])
    const told = evaluateEach(bounded, { quota: '-7.50' }).high?.problems
    expect(describeProblems(told ?? [])).toBe(
      'inputs.base: -7.5 is not above 10. Give a number above 10.',
    )
  })

  test('a name that no formula reads is refused, also that of a result', () => {
    const codesOf = (inputs: Record<string, string>) =>
      codesAndPaths(problemsOf(() => evaluateEach(pay, inputs)))
    expect(codesOf({ ...given, salse: '1' })).toEqual(['unknown-input at inputs.salse'])
    expect(codesOf({ ...given, average: '1' })).toEqual(['unknown-input at inputs.average'])
  })

  test('a result may have more digits than a number that is given', () => {
    const far = program({
      results: {
        square: build.multiply(build.input('a', 'ratio', 0), build.input('a', 'ratio', 0)),
        fourth: build.multiply(read('square', 'ratio', 0), read('square', 'ratio', 0)),
      },
    })
    const a = `1${'0'.repeat(39)}`
    expect(evaluateEach(far, { a }).fourth.evaluation?.value).toBe(`1${'0'.repeat(156)}`)
  })
})

describe('parseProgram', () => {
  const json = JSON.parse(
    JSON.stringify({ results: { bonus: doubled('base'), base: sales }, inputs: ['sales'] }),
  )

  test('reads what program checks', () => {
    expect(Object.keys(parseProgram(json).results)).toEqual(['base', 'bonus'])
    const { inputs: _, ...unlisted } = json
    expect(parseProgram(unlisted)).toEqual(program(unlisted as ProgramDefinition))
  })

  test.each<[unknown, string[]]>([
    [{}, ['missing at results']],
    [{ results: { 'a b': json.results.base } }, ['not-a-name at results.a b']],
    [{ results: { a: { op: 'input' } } }, ['missing at results.a.name']],
    [{ ...json, input: [] }, ['unknown-key at input']],
    [
      { results: { a: { ...json.results.base, unit: 'money:XYZ' } } },
      ['not-offered at results.a.unit'],
    ],
    [{ results: { a: json.results.bonus }, inputs: [] }, ['unknown-read at results.a.of[0]']],
  ])('%# refuses what has another shape, then what does not fit', (given, expected) => {
    const problems = codesAndPaths(problemsOf(() => parseProgram(given)))
    expect(problems).toEqual(expect.arrayContaining(expected))
  })
})
