import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { input } from '../../src/formula/index.js'
import { parseBook, runCompensation } from '../../src/run/index.js'
import { checkPolicy, type LawName, runDataOf } from '../../src/testing/index.js'
import {
  book,
  bookOf,
  direct,
  indirect,
  operations,
  policies,
  policy,
  service,
  territory,
} from '../run/company.js'
import { division, funding, yearEnd } from '../run/year-end.js'

const june = parsePeriod('2026-06')
const shop = parseBook({ ...book, policies: yearEnd() })
const outcomes = (json: unknown, laws?: readonly LawName[]) =>
  checkPolicy(parseBook(json), { runs: 8, ...(laws && { laws }) }).reports.map(
    ({ of, law, outcome }) => `${of}: ${law} ${outcome}`,
  )
const broken = (json: unknown, law: LawName) =>
  checkPolicy(parseBook(json), { runs: 30, laws: [law] }).reports.find(
    ({ outcome }) => outcome === 'broken',
  )?.broken

describe('the data drawn for a book', () => {
  test('are such that it can pay them', () => {
    fc.assert(
      fc.property(runDataOf(shop, june), (data) => {
        const { statements, unpaid } = runCompensation(shop, data, june)
        expect(statements.length + unpaid.length).toBe(data.people.length)
        // Only a card without any figure is not paid.
        for (const { problems } of unpaid)
          for (const { code } of problems)
            expect(['nothing-reported', 'not-a-plain-number']).toContain(code)
        const ids = data.people.map(({ id }) => id)
        expect(ids).toEqual(expect.arrayContaining(['ann', 'bob', 'li', 'wang', 'service one']))
      }),
      { numRuns: 30 },
    )
  })

  test('of a book without rules, plans or departments have none', () => {
    const none = { scorecard: 'none', territory: 'none', returning: 'none', crediting: 'none' }
    const plain = bookOf({
      ...none,
      operations: { ...operations, commission: undefined },
      service: 'none',
    })
    const [data] = fc.sample(runDataOf(parseBook(plain), june), { numRuns: 1, seed: 1 })
    expect(data?.events).toEqual([])
    expect(data?.people.map(({ id }) => id)).toEqual(['operations one', 'operations two'])
    expect(outcomes(plain, ['reproducible', 'protected-blind'])).toEqual([
      'shop-2026: reproducible held',
      'shop-2026: protected-blind proved',
    ])
    const empty = { ...book, policies: [policy('crediting', 'desks', [direct])] }
    const [nobody] = fc.sample(runDataOf(parseBook(empty), june), { numRuns: 1, seed: 1 })
    expect(nobody?.people).toEqual([])
  })

  test('credit people to plans of one rate, and of tiers without a first bound', () => {
    const steps = [{ rate: '0.01' }, { from: '500', rate: '0.02' }]
    for (const tiers of [
      { kind: 'flat', rate: '0.01' },
      { kind: 'retroactive', steps },
    ]) {
      const json = bookOf({
        territory: { ...territory, tiers, accelerator: undefined, quota: undefined },
      })
      expect(outcomes(json, ['anonymous'])).toEqual(['shop-2026: anonymous held'])
    }
  })

  test('credit people to plans of categories as well', () => {
    const category = {
      ...territory,
      tiers: { kind: 'category', by: 'line', rates: { shoes: '0.01', bags: '0.02' } },
      accelerator: undefined,
      quota: undefined,
    }
    const json = bookOf({ territory: category })
    const [data] = fc.sample(runDataOf(parseBook(json), june), { numRuns: 1, seed: 3 })
    for (const { attributes } of data?.events ?? [])
      expect(['shoes', 'bags']).toContain(attributes['line'])
    expect(outcomes(json, ['reproducible']).at(-1)).toBe('shop-2026: reproducible held')
  })
})

describe('a book', () => {
  test('is checked rule by rule, and as a whole', () => {
    expect(outcomes({ ...book, policies: yearEnd() })).toEqual([
      'service from 2026-06-01: reproducible held',
      'service from 2026-06-01: engine-equal held',
      'service from 2026-06-01: monotone held',
      'service from 2026-06-01: no-cliff declared',
      'territory from 2026-06-01: reproducible held',
      'territory from 2026-06-01: engine-equal held',
      'territory from 2026-06-01: monotone held',
      'territory from 2026-06-01: no-cliff held',
      'returning from 2026-06-01: reproducible held',
      'returning from 2026-06-01: engine-equal held',
      'returning from 2026-06-01: monotone held',
      'returning from 2026-06-01: no-cliff held',
      'shop-2026: reproducible held',
      'shop-2026: anonymous held',
      'shop-2026: protected-blind proved',
      'shop-2026: equal-pay held',
      'shop-2026: budget-balanced held',
      'shop-2026: additive held',
    ])
  })

  test('runs the tests and knows the expectations of its versions', () => {
    const cliff = {
      ...territory,
      tiers: {
        kind: 'retroactive',
        steps: [
          { from: '0', rate: '0.01' },
          { from: '5000', rate: '0.02' },
        ],
      },
      accelerator: undefined,
      quota: undefined,
    }
    const own = policies({ territory: cliff }).map((each) =>
      each.id !== 'territory'
        ? each
        : {
            ...each,
            versions: each.versions.map((version) => ({
              ...version,
              expect: { cliffsAt: ['5000'] },
              tests: [{ name: 'below', inputs: { sales: '4999.99' }, pays: '50.00' }],
            })),
          },
    )
    const found = outcomes({ ...book, policies: own }, ['no-cliff', 'tests'])
    expect(found).toContain('territory from 2026-06-01: no-cliff declared')
    expect(found).toContain('territory from 2026-06-01: tests held')
  })

  test.each([
    [
      { crediting: [{ ...direct, by: 'gender', owners: { f: direct.owners.north } }, indirect] },
      'gender',
      'sex',
      '性别',
    ],
    [
      { crediting: [{ ...direct, where: { age_band: 'young' } }, indirect] },
      'age_band',
      'age',
      '年龄',
    ],
  ])('that reads a protected attribute is caught: case %#', (change, name, en, zh) => {
    expect(broken(bookOf(change), 'protected-blind')?.says).toEqual({
      en: `Reads "${name}", which tells the ${en} of a person`,
      'zh-CN': `读取“${name}”，涉及个人的${zh}`,
    })
  })

  test('whose pool or plan reads a protected attribute is caught', () => {
    const levels = [{ level: 'person', weight: input('age', 'count', 0) }]
    const pool = yearEnd({ profit: { funding, division: { ...division, levels } } })
    expect(broken({ ...book, policies: pool }, 'protected-blind')?.says.en).toContain('"age"')
    const where = { credit: 'direct', attributes: { religion: ['x'] } }
    const plan = bookOf({ territory: { ...territory, measure: { sum: 'sales', where } } })
    expect(broken(plan, 'protected-blind')?.says.en).toContain('"religion"')
  })

  test('may begin late, and end before the next period', () => {
    const late = policies().map((each) => ({
      ...each,
      versions: each.versions.map((version) => ({
        ...version,
        from: '2026-09-10',
        to: '2026-10-31',
      })),
    }))
    expect(outcomes({ ...book, policies: late }, ['additive'])).toEqual([
      'shop-2026: additive held',
    ])
    const quarterly = { ...territory, period: 'quarter' }
    const mixed = bookOf({
      territory: quarterly,
      service: { ...service, commission: undefined },
      returning: 'none',
      crediting: [direct],
    })
    expect(outcomes(mixed, ['reproducible']).at(-1)).toBe('shop-2026: reproducible held')
  })
})
