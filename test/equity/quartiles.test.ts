import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSuppressed, type Quarter, quartileShares } from '../../src/equity/index.js'
import { found } from '../found.js'
import { comparison, hourly, paid, shuffled, people as somePeople } from './company.js'

const shares = (people: Parameters<typeof quartileShares>[0]['people']) =>
  quartileShares({ people, pay: hourly, comparison }) as readonly Quarter[]

describe('quartileShares', () => {
  test('the shares of each group in each quarter', () => {
    const people = [
      ...paid('women', ['10', '11', '12', '30']),
      ...paid('men', ['13', '20', '21', '22']),
    ]
    expect(shares(people)).toEqual([
      {
        quarter: 'lower',
        reference: 0,
        compared: 2,
        referenceShare: '0.000000',
        comparedShare: '1.000000',
      },
      {
        quarter: 'lower-middle',
        reference: 1,
        compared: 1,
        referenceShare: '0.500000',
        comparedShare: '0.500000',
      },
      {
        quarter: 'upper-middle',
        reference: 2,
        compared: 0,
        referenceShare: '1.000000',
        comparedShare: '0.000000',
      },
      {
        quarter: 'upper',
        reference: 1,
        compared: 1,
        referenceShare: '0.500000',
        comparedShare: '0.500000',
      },
    ])
  })

  // The UK guidance: one left over goes to the lower quarter; of two, one each to the lower and the
  // upper middle; of three, one each to the lower, lower middle and upper middle.
  test.each([
    [4, [1, 1, 1, 1]],
    [5, [2, 1, 1, 1]],
    [6, [2, 1, 2, 1]],
    [7, [2, 2, 2, 1]],
    [322, [81, 80, 81, 80]],
  ])('%i people are divided as %j', (size, expected) => {
    const people = [
      ...paid('women', ['1']),
      ...paid(
        'men',
        Array.from({ length: size - 1 }, (_, i) => String(i + 2)),
      ),
    ]
    expect(shares(people).map((each) => each.reference + each.compared)).toEqual(expected)
  })

  test('equal pay across quarters divides both groups in the same proportion', () => {
    const people = [...paid('men', Array(8).fill('20')), ...paid('women', Array(4).fill('20.00'))]
    expect(shares(people).map(({ compared }) => compared)).toEqual([1, 1, 1, 1])
  })

  test('where the proportion does not come out, the nearest whole people, lower quarters first', () => {
    const people = [
      ...paid('men', ['1', '20', '20', '20', '20', '20', '20']),
      ...paid('women', ['20']),
    ]
    // One woman among seven with equal pay, over 1, 2, 2 and 2 places: 1/7, 2/7, 2/7, 2/7.
    expect(shares(people).map(({ compared }) => compared)).toEqual([0, 1, 0, 0])
  })

  test('where the proportion leaves the same over, the lower quarter comes first', () => {
    const people = [
      ...paid('men', ['1', '2', '3', '4', '5', '20', '20', '30', '31', '32']),
      ...paid('women', ['20', '20']),
    ]
    // Two women among four with equal pay, over 1 and 3 places: 0.5 and 1.5.
    expect(shares(people).map(({ compared }) => compared)).toEqual([0, 1, 1, 0])
  })

  test('too few people of a group, or fewer than four in all, are suppressed', () => {
    const people = [...paid('men', ['1', '2', '3', '4']), ...paid('women', ['5'])]
    expect(
      quartileShares({ people, pay: hourly, comparison: { ...comparison, minimum: 2 } }),
    ).toEqual({ suppressed: 'small-group', minimum: 2 })
    expect(shares(people.slice(2))).toEqual({ suppressed: 'small-group', minimum: 4 })
    expect(isSuppressed(shares(people.slice(1)))).toBe(false)
  })

  test('every person is in one quarter, in any order of people', () => {
    fc.assert(
      fc.property(shuffled(somePeople), ([people, others]) => {
        const found = shares(people)
        expect(shares(others)).toEqual(found)
        const count = (key: 'reference' | 'compared') =>
          found.reduce((sum, quarter) => sum + quarter[key], 0)
        const women = people.filter(({ attributes }) => attributes['sex'] === 'women').length
        expect([count('reference'), count('compared')]).toEqual([people.length - women, women])
      }),
    )
  })

  test('it asks what payGap asks', () => {
    const people = [{ id: 'x', attributes: {}, amounts: {} }]
    expect(found(() => shares(people))).toEqual([
      ['missing-amount', 'people[0].amounts'],
      ['missing-attribute', 'people[0].attributes'],
    ])
  })
})
