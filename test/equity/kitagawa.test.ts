import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Gap, type KitagawaGap, kitagawa, payGap } from '../../src/equity/index.js'
import { found } from '../found.js'
import { comparison, hourly, paid, shuffled, people as somePeople } from './company.js'

const parts = (
  people: Parameters<typeof kitagawa>[0]['people'],
  change: Partial<Parameters<typeof kitagawa>[0]> = {},
) => kitagawa({ people, pay: hourly, comparison, category: 'grade', ...change }) as KitagawaGap

const people = [
  ...paid('men', ['30', '34', '26'], { grade: 'g2' }),
  ...paid('men', ['20'], { grade: 'g1' }),
  ...paid('women', ['28'], { grade: 'g2' }),
  ...paid('women', ['20', '18', '19'], { grade: 'g1' }),
]

describe('kitagawa', () => {
  test('composition and rate, by the formulas of Kitagawa (1955)', () => {
    // Parts 3/4 and 1/4 in g2, 1/4 and 3/4 in g1; means 30 and 28, 20 and 19.
    expect(parts(people)).toEqual({
      gap: '6.250000',
      composition: '4.750000',
      rate: '1.500000',
      categories: [
        { category: 'g1', composition: '-9.750000', rate: '0.500000' },
        { category: 'g2', composition: '14.500000', rate: '1.000000' },
      ],
    })
  })

  test('small groups, small categories and who received nothing', () => {
    const minimum = 2
    const small = { suppressed: 'small-group', minimum }
    expect(parts(people, { comparison: { ...comparison, minimum } })).toMatchObject({
      gap: '6.250000',
      categories: [
        { category: 'g1', ...small },
        { category: 'g2', ...small },
      ],
    })
    expect(parts(people, { comparison: { ...comparison, minimum: 5 } })).toEqual({
      suppressed: 'small-group',
      minimum: 5,
    })
    const more = [...people, ...paid('men', ['0'], { grade: 'g3' })]
    expect(parts(more, { pay: { ...hourly, missing: 'leave-out' } })).toEqual(parts(people))
  })

  test('the parts add up to the gap of the means, in any order of people', () => {
    fc.assert(
      fc.property(shuffled(somePeople), ([some, others]) => {
        const lacking = found(() => parts(some)).length > 0
        fc.pre(!lacking)
        const all = parts(some)
        expect(parts(others)).toEqual(all)
        const { reference, compared } = payGap({ people: some, pay: hourly, comparison })
          .mean as Gap
        expect(Number(all.gap)).toBeCloseTo(Number(reference) - Number(compared), 5)
        expect(Number(all.composition) + Number(all.rate)).toBeCloseTo(Number(all.gap), 5)
      }),
    )
  })

  test('a category of one group alone, or nobody at all, is refused', () => {
    expect(found(() => parts([...people, ...paid('men', ['1'], { grade: 'g3' })]))).toEqual([
      ['no-common-support', 'category'],
    ])
    expect(found(() => parts([...people, ...paid('women', ['1'], { grade: 'g3' })]))).toEqual([
      ['no-common-support', 'category'],
    ])
    expect(found(() => parts(paid('men', ['1'])))).toEqual([
      ['missing-attribute', 'people[0].attributes'],
      ['unknown-group', 'comparison.compared'],
    ])
  })
})
