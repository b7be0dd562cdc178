import { Decimal as SharedDecimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputDeclaration } from '../../src/formula/formula.js'
import { readInputs } from '../../src/formula/scope.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { codesAndPaths } from './outcome.js'

const declared: Readonly<Record<string, InputDeclaration>> = {
  sales: { kind: 'number', unit: 'money:CNY', scale: 2 },
  region: { kind: 'category', cases: ['east', 'west'], open: false },
  grade: { kind: 'category', cases: ['A'], open: true },
}
const quota = { quota: { kind: 'number', unit: 'money:CNY', scale: 2, above: '0' } } as const
const good = { sales: '61250.00', region: 'east', grade: 'Z' }
const problemsWith = (given: Readonly<Record<string, unknown>>) =>
  problemsOf(() => readInputs(declared, given))

describe('readInputs', () => {
  test.each([
    ['text', '61250.00', '61250'],
    ['an integer', 61250, '61250'],
    ['a decimal.js value', new SharedDecimal('61250.5'), '61250.5'],
    ['a negative amount', '-0.01', '-0.01'],
    ['more zeros than places', '1.5000', '1.5'],
  ])('reads %s', (_, sales, expected) => {
    const { numbers, categories } = readInputs(declared, { ...good, sales })
    expect(numbers.get('sales')?.toFixed()).toBe(expected)
    expect([...categories]).toEqual([
      ['region', 'east'],
      ['grade', 'Z'],
    ])
  })

  test.each([
    ['a missing input', { region: 'east', grade: 'A' }, ['missing-input at inputs.sales']],
    ['an undefined input', { ...good, sales: undefined }, ['missing-input at inputs.sales']],
    ['null', { ...good, sales: null }, ['not-a-number at inputs.sales']],
    ['NaN', { ...good, sales: Number.NaN }, ['not-a-number at inputs.sales']],
    ['Infinity', { ...good, sales: Infinity }, ['not-a-number at inputs.sales']],
    ['minus infinity', { ...good, sales: -Infinity }, ['not-a-number at inputs.sales']],
    ['a binary fraction', { ...good, sales: 0.1 }, ['not-a-number at inputs.sales']],
    ['an unsafe integer', { ...good, sales: 2 ** 53 }, ['not-a-number at inputs.sales']],
    ['text that is no number', { ...good, sales: '1e3' }, ['not-a-number at inputs.sales']],
    [
      'NaN of decimal.js',
      { ...good, sales: new SharedDecimal('NaN') },
      ['not-a-number at inputs.sales'],
    ],
    ['too many places', { ...good, sales: '1.005' }, ['too-many-places at inputs.sales']],
    ['too many digits', { ...good, sales: '9'.repeat(41) }, ['too-many-digits at inputs.sales']],
    ['an unlisted category', { ...good, region: 'north' }, ['unknown-category at inputs.region']],
    [
      'an inherited name as category',
      { ...good, region: 'toString' },
      ['unknown-category at inputs.region'],
    ],
    ['a category that is no text', { ...good, grade: 1 }, ['unknown-category at inputs.grade']],
    ['an unknown input', { ...good, bonus: 1 }, ['unknown-input at inputs.bonus']],
    ['an inherited name', { ...good, toString: 1 }, ['unknown-input at inputs.toString']],
    [
      'the key __proto__, which sets nothing',
      JSON.parse('{ "sales": "1", "region": "east", "grade": "A", "__proto__": { "sales": "2" } }'),
      ['unknown-input at inputs.__proto__'],
    ],
    [
      'inputs that only the prototype has',
      Object.create(good),
      [
        ...['missing-input at inputs.sales', 'missing-input at inputs.region'],
        'missing-input at inputs.grade',
      ],
    ],
    [
      'several problems, all of them',
      { sales: '1.005', region: 'north', reigon: 'east' },
      [
        ...['too-many-places at inputs.sales', 'unknown-category at inputs.region'],
        ...['missing-input at inputs.grade', 'unknown-input at inputs.reigon'],
      ],
    ],
  ])('refuses %s', (_, given, expected) => {
    expect(codesAndPaths(problemsWith(given))).toEqual(expected)
  })

  test.each([
    [
      { ...good, sale: 1 },
      'inputs.sale: the formula reads no input "sale". Perhaps "sales" was meant.',
      'inputs.sale：公式不读取输入“sale”。也许是“sales”。',
    ],
    [
      { ...good, headcount: 1 },
      'inputs.headcount: the formula reads no input "headcount". Remove it; it reads: sales, region, grade.',
      'inputs.headcount：公式不读取输入“headcount”。请删除；它读取：sales、region、grade。',
    ],
    [
      { region: 'east', grade: 'A' },
      'inputs.sales: the input "sales" is missing. Give it; every input is needed, also where only one branch would use it.',
      'inputs.sales：缺少输入“sales”。请提供；每项输入都须给出，即使只有某一分支用到。',
    ],
    [
      { ...good, region: 'north' },
      'inputs.region: "north" is none of the cases. Use one of: east, west; or give the policy an "otherwise".',
      'inputs.region：“north” 不在各情形之中。可选：east、west；或在制度中写“otherwise”。',
    ],
    [
      { ...good, region: 7 },
      'inputs.region: 7 is none of the cases. Use one of: east, west; or give the policy an "otherwise".',
      'inputs.region：7 不在各情形之中。可选：east、west；或在制度中写“otherwise”。',
    ],
  ])('says what to do: %#', (given, en, zh) => {
    expect(describeProblems(problemsWith(given))).toBe(en)
    expect(describeProblems(problemsWith(given), 'zh-CN')).toBe(zh)
  })

  test.each(['0', '0.00', '-0.01', '-50000'])(
    'refuses a number not above its bound: %s',
    (given) => {
      const problems = problemsOf(() => readInputs(quota, { quota: given }))
      const read = String(Number(given))
      expect(describeProblems(problems)).toBe(
        `inputs.quota: ${read} is not above 0. Give a number above 0.`,
      )
      expect(describeProblems(problems, 'zh-CN')).toBe(
        `inputs.quota：${read} 不大于 0。请给出大于 0 的数。`,
      )
    },
  )

  test('takes the least number above its bound', () => {
    expect(readInputs(quota, { quota: '0.01' }).numbers.get('quota')?.toFixed()).toBe('0.01')
  })

  const bad: Readonly<Record<string, readonly [given: unknown, code: string]>> = {
    missing: [undefined, 'missing-input'],
    nan: [Number.NaN, 'not-a-number'],
    infinite: [Infinity, 'not-a-number'],
    fine: ['0.001', 'too-many-places'],
    long: ['1'.repeat(41), 'too-many-digits'],
  }

  test('finds each of the problems planted among many inputs, and no other', () => {
    const fate = fc.constantFrom('good', ...Object.keys(bad))
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 20 }), fc.nat(5), (fates, unknown) => {
        const names = fates.map((_, i) => `input${i}`)
        const numbers = Object.fromEntries(
          names.map((name) => [name, { kind: 'number', unit: 'count', scale: 2 } as const]),
        )
        const strangers = Array.from({ length: unknown }, (_, i) => `stranger${i}`)
        const given = Object.fromEntries([
          ...fates.map((fate, i) => [`input${i}`, bad[fate] ? bad[fate][0] : '1.25']),
          ...strangers.map((name) => [name, '1']),
        ])
        const expected = [
          ...fates.flatMap((fate, i) => (bad[fate] ? [`${bad[fate][1]} at inputs.input${i}`] : [])),
          ...strangers.map((name) => `unknown-input at inputs.${name}`),
        ]
        expect(codesAndPaths(problemsOf(() => readInputs(numbers, given)))).toEqual(expected)
      }),
    )
  })
})
