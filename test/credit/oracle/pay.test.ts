import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DealEvent } from '../../../src/credit/event.js'
import { dealIds } from './lives.js'
import { goodCompany, mended, takenBack, withEvents } from './mended.js'
import { creditBy } from './oracle.js'
import { collected, heldBack, settled, totals } from './pay.js'
import type { Company } from './world.js'

/** `npm run nightly` draws more. */
const numRuns = Math.ceil(Number(process.env['LIVES'] ?? 100) / 25)

/** Companies that pay in one currency and take back where what is taken back counted. */
const company = goodCompany
  .map(({ crediting, world }): Company => {
    const { currency: _, ...rest } = crediting
    return mended({
      crediting: { ...rest, currency: 'CNY', takeBacks: 'deal', rates: 'deal' },
      world,
    })
  })
  .filter((each) => creditBy(each).refused.length === 0)

describe('what is paid for deals', { timeout: 3_600_000 }, () => {
  test('a deal taken back was never paid, whatever came between', () => {
    fc.assert(
      fc.property(company, fc.integer({ min: 1, max: 3 }), (life, parts) => {
        const [first] = dealIds
        const back = takenBack(life, parts, (deal) => deal === first)
        const root = life.world.events.find(({ id }) => id === first)
        if (root?.kind !== 'order') return
        const others = life.world.events.filter(({ id }) => !id.startsWith(first))
        const paid = totals(settled(back))
        const sold = ([key]: [string, string]) => !key.startsWith('holdback')
        const without = totals(settled(withEvents(life, others)))
        expect(Object.entries(paid).filter(sold)).toEqual(Object.entries(without).filter(sold))
      }),
      { numRuns },
    )
  })

  test('the parts of all records make the plan', () => {
    fc.assert(
      fc.property(company, (life) => {
        const paid = Object.entries(totals(settled(life)))
        const of = (component: string) =>
          paid
            .filter(([key]) => key.startsWith(`${component} `))
            .map(([key, sum]) => `${key.slice(component.length)} ${sum}`)
        expect(of('byRecord')).toEqual(of('yearly'))
      }),
      { numRuns },
    )
  })

  test('nothing is paid of what is not collected', () => {
    const uncollected = company.map((life) => {
      const isSold = ({ kind }: DealEvent) => ['order', 'invoice', 'transfer'].includes(kind)
      return mended(withEvents(life, life.world.events.filter(isSold)))
    })
    fc.assert(
      fc.property(uncollected, (life) => {
        const paid = Object.keys(totals(settled(life)))
        expect(paid.filter((key) => key.startsWith('holdback'))).toEqual([])
      }),
      { numRuns },
    )
  })

  test('what is held back comes to what is collected of each deal', () => {
    fc.assert(
      fc.property(company, (life) => {
        expect(heldBack(totals(settled(life)))).toEqual(collected(life))
      }),
      { numRuns },
    )
  })
})
