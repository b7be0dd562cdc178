import { describe, expect, test } from 'vitest'
import {
  above,
  add,
  all,
  atLeast,
  constant,
  multiply,
  named,
  not,
  round,
  when,
} from '../../src/formula/index.js'
import { renderText } from '../../src/index.js'
import {
  amount,
  book,
  type Component,
  component,
  days,
  explain,
  figure,
  parseData,
  settle,
  tagged,
} from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'

const yuan = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const count = (value: string) => constant(value, 'count')
const label = { en: 'Night work', 'zh-CN': '夜班费' }

/** What the last of some components comes to for Li, in words. */
function told(locale: 'en' | 'zh-CN', ...components: readonly [Component, ...Component[]]) {
  const of = book(components, { currency: 'CNY', retro: 0 })
  const data = parseData({
    people: [
      {
        id: 'li',
        employment: [{ from: '2020-01-01' }],
        attributes: {},
        absences: [{ id: 'a', from: '2026-03-02', to: '2026-03-03', kind: 'sick' }],
        figures: [{ name: 'hours', period: '2026-03', value: '3' }],
      },
    ],
  })
  const run = settle(of, data, { period: '2026-03', before: 'first' })
  const { component: last } = components.at(-1) as Component
  const request = { component: last, person: 'li', period: '2026-03', locale }
  return renderText(explain(of, data, run, request)).split('\n')
}

const night = component(
  'nights',
  { label, tags: ['pay'] },
  multiply(figure('hours', 'count', 0), constant('10.00', yuan)),
)
const paid = { pays: 'due' } as const

describe('explain: what is read of components is called', () => {
  test('by their label, in the language that is asked for', () => {
    const half = component(
      'half',
      paid,
      round(multiply(amount('nights', yuan, 2), constant('0.5')), cents),
    )
    expect(told('en', night, half)).toContain('  round(Night work × 50%)')
    expect(told('zh-CN', night, half)).toContain('  夜班费 × 50%')
    expect(told('zh-CN', night, half)).toContain('    夜班费：30.00 CNY')
  })

  test('by the name that the input was given', () => {
    const read = amount('nights', yuan, 2, { input: 'late' })
    const half = component('half', paid, round(multiply(read, constant('0.5')), cents))
    expect(told('en', night, half)).toContain('    late (Night work): 30.00 CNY')
  })

  test('by their tag, where it is of several or of none', () => {
    const meals = component('meals', { tags: ['pay'] }, constant('0.00', yuan))
    const sum = component('sum', paid, add(tagged('pay', yuan, 2), constant('1.00', yuan)))
    expect(told('en', night, sum)).toContain('  Night work + 1.00 CNY')
    const several = told('en', night, meals, sum)
    expect(several).toContain('  all of "pay" + 1.00 CNY')
    // What comes to nothing is counted, and not listed.
    expect(several).toContain('      1 more comes to nothing')
    expect(several.filter((line) => line.includes('meals'))).toEqual([])
    expect(told('zh-CN', night, meals, sum)).toContain('  “pay”各项合计 + 1.00 CNY')
  })

  test('as how many have it, where they are counted', () => {
    const among = { group: 'company', as: 'count' } as const
    const many = component(
      'many',
      paid,
      multiply(amount('nights', 'count', 0, { among }), constant('1.00', yuan)),
    )
    expect(told('en', night, many)).toContain('  number with Night work × 1.00 CNY')
    expect(told('zh-CN', night, many)).toContain('  有夜班费的人数 × 1.00 CNY')
  })
})

describe('explain: a number that says yes or no', () => {
  const given = (name: string) =>
    figure(name, 'count', 0, { is: 'given', input: `has-${name}`, label: `${name} told` })
  const one = constant('1.00', yuan)
  const none = constant('0.00', yuan)
  const flag = component(
    'flag',
    { label: 'Worked at night' },
    named('Worked', when(above(given('hours'), count('0')), count('1'), count('0'))),
  )
  const known = (of: string, more = {}) => above(amount(of, 'count', 0, more), count('0'))
  const pay = (holds: Parameters<typeof when>[0]) => component('pay', paid, when(holds, one, none))

  test.each([
    [
      'a figure that is given',
      pay(above(given('hours'), count('0'))),
      '"hours told" holds',
      '“hours told”成立',
    ],
    [
      'one that is not',
      pay(above(given('sales'), count('0'))),
      '"sales told" does not hold',
      '“sales told”不成立',
    ],
    [
      'the opposite',
      pay(not(above(given('sales'), count('0')))),
      '"sales told" does not hold',
      '“sales told”不成立',
    ],
    [
      'a component that chooses',
      pay(known('flag')),
      '"Worked at night" holds',
      '“Worked at night”成立',
    ],
    [
      'and how many it holds for',
      pay(known('flag', { among: { group: 'company', as: 'sum' }, input: 'all', label: 'All' })),
      'All 1 is above 0',
      'All 1 超过 0',
    ],
    [
      'compared with another number',
      pay(above(given('hours'), count('-1'))),
      'hours told 1 is above -1',
      'hours told 1 超过 -1',
    ],
    [
      'compared otherwise',
      pay(all(atLeast(given('hours'), count('0')))),
      'hours told 1 is at least 0',
      'hours told 1 不低于 0',
    ],
  ])('%s', (_, of, en, zh) => {
    expect(told('en', flag, of)).toContain(`  Because ${en.replace('-', '−')}`)
    expect(told('zh-CN', flag, of)).toContain(`  因为${zh.replace('-', '−')}`)
  })

  test('is told as yes or no', () => {
    expect(told('en', flag, pay(known('flag')))).toContain('    Worked at night: yes')
    expect(told('en', flag, pay(known('flag')))).toContain('        hours told: yes')
    expect(told('zh-CN', pay(above(given('sales'), count('0'))))).toContain('    sales told: 否')
  })

  test('is no number of a component that may come to more', () => {
    const two = component(
      'two',
      {},
      when(above(given('hours'), count('0')), count('2'), count('0')),
    )
    expect(told('en', two, pay(known('two')))).toContain('  Because two 2 is above 0')
  })
})

describe('explain: kinds of absence are called', () => {
  const away = (kinds: readonly string[], more = {}) => {
    const counted = days('absent', { unit: 'count', kinds, input: 'n', ...more })
    return component('away', paid, round(multiply(counted, constant('1.00', yuan)), cents))
  }
  const sick = component(
    'sick',
    {},
    days('absent', {
      unit: 'count',
      kinds: ['sick'],
      input: 's',
      label: { en: 'Sick leave', 'zh-CN': '病假' },
    }),
  )

  test('as an input that counts them alone', () => {
    expect(told('en', sick, away(['sick', 'annual']))).toContain(
      '      Only absences of these kinds: Sick leave, annual',
    )
    expect(told('zh-CN', sick, away(['sick']))).toContain(
      '      缺勤（病假）：2026-03-02 至 2026-03-03',
    )
  })

  test('by their own names where nothing calls them otherwise', () => {
    expect(told('en', away(['sick', 'annual'], { label: 'Away' }))).toContain(
      '      Away (sick) 2026-03-02 to 2026-03-03',
    )
    expect(told('en', away(['sick']))).toContain('      Away (sick) 2026-03-02 to 2026-03-03')
  })
})

describe('explain: what was told in full', () => {
  test('is not told again, and a number by a name once', () => {
    const step = named('Step', constant('2', 'count'))
    const steps = (name: string) => named(name, multiply(amount('nights', yuan, 2), step, step))
    const twice = component(
      'twice',
      paid,
      add(steps('A'), multiply(amount('nights', yuan, 2), step)),
    )
    const lines = told('en', night, twice)
    expect(lines.filter((line) => line.includes('Step: 2')).length).toBe(2)
    expect(lines).toContain('      Told in full above')
    expect(lines.filter((line) => line.includes('"hours" of 2026-03')).length).toBe(1)
    expect(told('zh-CN', night, twice)).toContain('      计算过程见上文')
  })

  test('of numbers alone is not what rounds to the same', () => {
    const fixed = component('fixed', paid, round(constant('5.004', yuan), cents))
    expect(told('en', fixed)).toEqual([
      'fixed, 2026-03: 5.00 CNY',
      '  Rounded half-up to 0.01 CNY: 5.004 CNY becomes 5.00 CNY',
    ])
    expect(told('en', component('fixed', paid, round(constant('5', yuan), cents)))).toEqual([
      'fixed, 2026-03: 5.00 CNY',
    ])
  })
})
