import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain, renderText } from '../../src/formula/index.js'
import { total } from '../../src/quantity/index.js'
import { blend, parseBlend } from '../../src/rating/blend.js'
import { found } from '../found.js'

const json = {
  id: 'half-year',
  clause: 'Handbook 6.2',
  parts: [
    { part: 'rating', label: { en: 'Rating', 'zh-CN': '跨部门评分' }, weight: '0.3', scale: 2 },
    { part: 'result', weight: '0.7', scale: 1 },
  ],
}

describe('blend', () => {
  test('each part’s contribution adds up to the score', () => {
    const { value, contributions, trace } = blend(parseBlend(json), {
      rating: '82.55',
      result: '91.3',
    })
    expect(value).toBe('88.675')
    expect(contributions).toEqual({ rating: '24.765', result: '63.91' })
    expect(renderText(explain({ trace }, { locale: 'en' }))).toContain(
      'Blended score: 88.675 points [Handbook 6.2]',
    )
  })

  test('contributions add up exactly for any parts', () => {
    const points = (places: number) =>
      fc.integer({ min: 0, max: 10_000 }).map((value) => (value / 10 ** places).toFixed(places))
    fc.assert(
      fc.property(points(2), points(1), (rating, result) => {
        const { value, contributions } = blend(parseBlend({ ...json, label: 'Half-year' }), {
          rating,
          result,
        })
        expect(total(Object.values(contributions), 3)).toBe(value)
      }),
    )
  })

  test.each([
    [
      'weights that do not make 1',
      [{ part: 'a', weight: '0.9', scale: 0 }],
      [['weights-not-whole', 'parts']],
    ],
    [
      'a word for a weight',
      [{ part: 'a', weight: 'all', scale: 0 }],
      [['not-a-non-negative-decimal', 'parts[0].weight']],
    ],
    [
      'a part twice',
      [
        { part: 'a', weight: '0.5', scale: 0 },
        { part: 'a', weight: '0.5', scale: 0 },
      ],
      [['repeated-id', 'parts[1].part']],
    ],
  ])('%s is refused', (_, parts, expected) => {
    expect(found(() => parseBlend({ id: 'b', parts }))).toEqual(expected)
  })

  test('a part that is missing is named', () => {
    expect(found(() => blend(parseBlend(json), { rating: '80' }))).toEqual([
      ['missing-input', 'inputs.result'],
    ])
  })
})
