import { describe, expect, test } from 'vitest'
import { convertCredits, parseConversion, parseRates } from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { credit } from './plans.js'

const usd = {
  from: 'USD',
  to: 'CNY',
  rates: [
    { from: '2026-02-01', value: '7.02' },
    { from: '2026-03-01', value: '6.98' },
  ],
}
const rates = parseRates([usd])
const conversion = { to: 'CNY', on: 'effective', rounding: 'half-up', counts: ['margin', 'units'] }
const dollars = {
  ...credit,
  currency: 'USD',
  amount: '10.01',
  dealt: '2026-02-14',
  effective: '2026-03-01',
  recorded: '2026-02-28',
  figures: { margin: '5.005', units: '3' },
} as const
const convert = (json: object, of = [dollars as typeof credit]) =>
  convertCredits(of, rates, parseConversion({ ...conversion, ...json }))

describe('credits in another currency', () => {
  test.each([
    ['effective', '69.87'],
    ['recorded', '70.27'],
    ['dealt', '70.27'],
    ['2026-02-28', '70.27'],
    ['2026-03-01', '69.87'],
  ])('are converted at the rate of the day that is stated, %s: %s', (on, amount) => {
    expect(convert({ on })).toEqual([{ ...dollars, currency: 'CNY', amount }])
  })

  test('are rounded by the stated mode', () => {
    expect(convert({ on: 'dealt', rounding: 'floor' })[0]?.amount).toBe('70.27')
    expect(convert({ on: 'dealt', rounding: 'ceiling' })[0]?.amount).toBe('70.28')
  })

  test('bring along the figures that are named as money', () => {
    expect(convert({ on: 'dealt', figures: ['margin'], counts: ['units'] })[0]?.figures).toEqual({
      margin: '35.14',
      units: '3',
    })
  })

  test('are refused where it is not said which of their figures are money', () => {
    const wrong = () => convert({ figures: ['margins'], counts: [] }, [credit, dollars, dollars])
    expect(found(wrong)).toEqual([
      ['unnamed-figure', 'credits[1].figures.margin'],
      ['unnamed-figure', 'credits[1].figures.units'],
      ['unknown-figure', 'conversion.figures[0]'],
    ])
    expect(describeProblems(problemsOf(wrong))).toBe(
      [
        'credits[1].figures.margin: whether "margin" is money is not said by the conversion. Perhaps "margins" was meant.',
        'credits[1].figures.units: whether "units" is money is not said by the conversion. Name it in "figures" where it is money, in "counts" where it is not.',
        'conversion.figures[0]: no credit has the figure "margins" that is to be converted. Perhaps "margin" was meant.',
      ].join('\n'),
    )
    expect(describeProblems(problemsOf(wrong), 'zh-CN')).toBe(
      [
        'credits[1].figures.margin：换算设置没有说明“margin”是否为金额。也许是“margins”。',
        'credits[1].figures.units：换算设置没有说明“units”是否为金额。金额请列入“figures”，其他请列入“counts”。',
        'conversion.figures[0]：没有业绩带有要换算的数据“margins”。也许是“margin”。',
      ].join('\n'),
    )
  })

  test('need no word of figures where there is nothing to convert', () => {
    const own = { ...credit, figures: { margin: '1.00' } }
    expect(convert({ counts: [] }, [own])).toEqual([own])
    expect(convert({ figures: ['margin'], counts: [] }, [])).toEqual([])
  })

  test('are left as they are where they are in the currency already', () => {
    expect(convert({}, [credit])).toEqual([credit])
  })

  test('without a rate on the day are told, each', () => {
    const early = { ...dollars, effective: '2026-01-31' }
    const euros = { ...dollars, currency: 'EUR' } as const
    const all = [early, dollars, euros] as (typeof credit)[]
    expect(found(() => convert({}, all))).toEqual([
      ['no-rate', 'credits[0]'],
      ['no-rate', 'credits[2]'],
    ])
    expect(
      describeProblems(
        problemsOf(() => convert({}, all)),
        'zh-CN',
      ).split('\n')[0],
    ).toBe('credits[0]：2026-01-31 没有 USD 对 CNY 的汇率。请补充自该日或更早生效的汇率。')
  })
})

test.each<[object[], string, string]>([
  [[usd, { ...usd, from: 'EUR' }, usd], 'repeated-rate', '[2]'],
  [[{ ...usd, to: 'RMB' }], 'not-offered', '[0].to'],
  [[{ ...usd, rates: [...usd.rates].reverse() }], 'not-ascending', '[0].rates[1].from'],
])('rates are refused: case %#, %s at %s', (json, code, path) => {
  expect(found(() => parseRates(json))).toEqual([[code, path]])
})

test('a conversion is refused where a figure is both money and a count', () => {
  const both = { ...conversion, figures: ['cost', 'margin'] }
  expect(found(() => parseConversion(both))).toEqual([['duplicate-name', 'counts[0]']])
  expect(
    describeProblems(
      problemsOf(() => parseConversion(both)),
      'zh-CN',
    ),
  ).toBe('counts[0]：“margin” 已列为金额。每项数据只列一次。')
})

test('a conversion is refused where its day is none', () => {
  expect(found(() => parseConversion({ ...conversion, on: '2026-02-30' }))).toEqual([
    ['not-a-date', 'on'],
  ])
  const told = (on: unknown, locale: 'en' | 'zh-CN') =>
    describeProblems(
      problemsOf(() => parseConversion({ ...conversion, on })),
      locale,
    )
  expect(told('effectiv', 'en')).toBe(
    'on: "effectiv" is neither a day of an event nor a date. Perhaps "effective" was meant.',
  )
  expect(told('today', 'en')).toBe(
    'on: "today" is neither a day of an event nor a date. Use one of: effective, recorded, dealt, or a date.',
  )
  expect(told('today', 'zh-CN')).toBe(
    'on：“today” 既不是事件的日期名称，也不是日期。可选：effective、recorded、dealt，或写明日期。',
  )
})
