import { describe, expect, test } from 'vitest'
import { constant, divide, interpolate, round } from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { evaluate } from '../../src/formula/evaluate.js'
import type { NodeOf } from '../../src/formula/nodes.js'
import { roundingLines } from '../../src/formula/rounded.js'

const cents = { places: 2, rounding: 'half-up' } as const
const money = (value: string) => constant(value, 'money:CNY')
const curve = (x: string) =>
  interpolate(
    constant(x),
    [
      { at: '0.5', value: '1.00' },
      { at: '3.5', value: '2.005' },
    ],
    cents,
  )

function lines(node: NodeOf<'round' | 'divide' | 'interpolate'>, locale: 'en' | 'zh-CN') {
  return roundingLines(evaluate(check(node), {}).trace, node, locale)
}

describe('roundingLines', () => {
  test.each([
    ['an exact rounding', round(money('1.10'), cents)],
    ['a rounding to more places', round(money('1.1'), cents)],
    ['an exact quotient', divide(constant('1'), constant('4'), cents)],
    ['a height that needs no rounding', curve('0.5')],
    ['a height between points that needs none', { ...curve('2'), places: 4 }],
    ['a height before the first point', curve('-7')],
  ])('say nothing of %s', (_, node) => {
    expect(lines(node, 'en')).toEqual([])
  })

  test.each([
    [
      'a rounding, with the value before',
      round(money('1.005'), cents),
      'Rounded half-up to 0.01 CNY: 1.005 CNY becomes 1.01 CNY',
      '四舍五入至 0.01 CNY：1.005 CNY → 1.01 CNY',
    ],
    [
      'a ratio as a percentage, as its value is',
      divide(constant('2'), constant('3'), { places: 4, rounding: 'down' }),
      'Rounded down to 0.01%',
      '截去尾数至 0.01%',
    ],
    [
      'a rounding to whole numbers',
      divide(constant('7', 'count'), constant('2'), { places: 0, rounding: 'ceiling' }),
      'Rounded ceiling to 1',
      '向上取整至 1',
    ],
    ['a height between points', curve('1'), 'Rounded half-up to 1%', '四舍五入至 1%'],
    ['a height after the last point', curve('9'), 'Rounded half-up to 1%', '四舍五入至 1%'],
  ])('tell %s', (_, node, en, zh) => {
    expect(lines(node, 'en')).toEqual([en])
    expect(lines(node, 'zh-CN')).toEqual([zh])
  })
})
