import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type QuotaForShareRequest, quotaForShare } from '../../src/commission/index.js'
import { decimal } from '../../src/quantity/index.js'
import { found } from '../found.js'

const amounts = ['80', '130', '100']

describe('the highest quota that a share of people reaches', () => {
  test.each<[Partial<QuotaForShareRequest>, object]>([
    [{ share: '0.6' }, { quota: '100.00', reached: 2, people: 3 }],
    [{ share: '0.67' }, { quota: '80.00', reached: 3, people: 3 }],
    [{ share: '1' }, { quota: '80.00', reached: 3, people: 3 }],
    [{ share: '0.01' }, { quota: '130.00', reached: 1, people: 3 }],
    // Of 133.33, three quarters are no more than 100.
    [
      { share: '0.6', part: '0.75' },
      { quota: '133.33', reached: 2, people: 3 },
    ],
    [
      { share: '0.6', part: '0.75', places: 0 },
      { quota: '133', reached: 2, people: 3 },
    ],
    [
      { share: '0.5', amounts: ['5', '5', '5', '1'] },
      { quota: '5.00', reached: 3, people: 4 },
    ],
  ])('%j', (asked, quota) => {
    expect(quotaForShare({ amounts, share: '1', ...asked })).toEqual(quota)
  })

  test('is reached by as many, and a cent more by too few', () => {
    const cents = fc.integer({ min: 1, max: 400 }).map((cent) => (cent / 100).toFixed(2))
    const parts = fc.constantFrom('1', '0.5', '0.8', '0.33')
    const shares = fc.integer({ min: 1, max: 20 }).map((n) => decimal(String(n)).div(20).toFixed())
    const people = fc.array(cents, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(people, shares, parts, (amounts, share, part) => {
        const { quota, reached } = quotaForShare({ amounts, share, part })
        const reaching = (of: string) =>
          amounts.filter((amount) => decimal(of).times(part).lessThanOrEqualTo(amount)).length
        const asked = decimal(share).times(amounts.length)
        expect(reached).toBe(reaching(quota))
        expect(asked.lessThanOrEqualTo(reached)).toBe(true)
        const more = decimal(quota).plus('0.01').toFixed(2)
        expect(asked.greaterThan(reaching(more))).toBe(true)
      }),
    )
  })

  test.each<[string, object, readonly (readonly [string, string])[]]>([
    [
      'shares and parts out of bounds',
      { share: '0', part: '1.2', places: -1 },
      [
        ['not-above', 'share'],
        ['above-whole', 'part'],
        ['not-whole', 'places'],
      ],
    ],
    ['nobody', { amounts: [] }, [['too-small', 'amounts']]],
    ['what is no number', { amounts: ['1', 'x'] }, [['not-a-number', 'amounts[1]']]],
    [
      'a share of which some sold nothing',
      { amounts: ['10', '0', '-5'], share: '0.5' },
      [['not-above', 'amounts']],
    ],
  ])('is refused for %s', (_, asked, problems) => {
    expect(found(() => quotaForShare({ amounts, share: '1', ...asked }))).toEqual(problems)
  })
})
