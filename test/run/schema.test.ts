import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { parseBook, parsePeople } from '../../src/run/index.js'
import { parseBookPolicy } from '../../src/run/schema.js'
import { found } from '../found.js'
import { ann, bob, book, operations, people, returning, service, territory } from './company.js'

const wrong = (change: object) => found(() => parseBook({ ...book, ...change }))

describe('the policy of a book', () => {
  test('is read as it is written', () => {
    expect(parseBookPolicy(JSON.parse(JSON.stringify(book)))).toEqual(book)
  })

  test.each([
    [
      { departments: [operations, { ...service, id: 'operations' }] },
      ['repeated-id', 'departments[1].id'],
    ],
    [{ scorecards: [...book.scorecards, ...book.scorecards] }, ['repeated-id', 'scorecards[1].id']],
    [{ plans: [territory, returning, territory] }, ['repeated-id', 'plans[2].id']],
    [
      {
        departments: [
          { ...operations, components: [...operations.components, ...service.components] },
          service,
        ],
      },
      ['repeated-id', 'departments[0].components[1].component'],
    ],
    [
      { departments: [{ ...operations, commission: 'teritory' }, service] },
      ['unknown-reference', 'departments[0].commission'],
    ],
    [
      { departments: [operations, { ...service, bonus: { scorecard: 'sales', prorated: true } }] },
      ['unknown-reference', 'departments[1].bonus.scorecard'],
    ],
    [
      { plans: [territory, { ...returning, currency: 'USD' }] },
      ['other-currency', 'plans[1].currency'],
    ],
    [
      {
        plans: [
          territory,
          { ...returning, measure: { sum: 'sales', where: { credit: 'indrect' } } },
        ],
      },
      ['uncredited-measure', 'plans[1].measure.where.credit'],
    ],
    [{ departments: [] }, ['too-small', 'departments']],
    [{ currency: undefined }, ['missing', 'currency']],
    [{ currency: 'RMB' }, ['not-offered', 'currency']],
    [{ rounding: 'nearest' }, ['not-offered', 'rounding']],
    [{ proration: { basis: 'days' } }, ['not-offered', 'proration.basis']],
    [{ plan: [] }, ['unknown-key', 'plan']],
    [{ scorecards: [{ ...book.scorecards[0], bands: [] }] }, ['empty-list', 'scorecards[0].bands']],
    [{ plans: [{ ...territory, cap: '1.005' }, returning] }, ['too-many-places', 'plans[0].cap']],
    [
      { departments: [{ ...operations, components: [{ component: 'base' }] }, service] },
      ['missing', 'departments[0].components[0].prorated'],
    ],
  ])('with %j is refused', (change, problem) => {
    expect(wrong(change)).toEqual([problem])
  })

  test('may measure every credit, and hold plans that no department pays', () => {
    const { measure: _, ...rest } = territory
    const plans = [territory, returning, { ...rest, id: 'all', measure: { sum: 'sales' } }]
    expect(wrong({ plans })).toEqual([])
    expect(wrong({ plans, crediting: book.crediting.slice(0, 1) })).toEqual([
      ['uncredited-measure', 'plans[1].measure.where.credit'],
    ])
  })

  test('is told every problem of its meaning at once, with the likely names', () => {
    const given = {
      ...book,
      departments: [
        { ...operations, commission: 'teritory' },
        { ...service, id: 'operations', bonus: { scorecard: 'x', prorated: true } },
      ],
      scorecards: [],
      plans: [{ ...territory, currency: 'USD' }, returning],
      crediting: [],
    }
    const problems = problemsOf(() => parseBook(given))
    expect(describeProblems(problems).split('\n')).toEqual([
      'departments[0].commission: the book has no "teritory". Perhaps "territory" was meant.',
      'departments[1].bonus.scorecard: the book has no "x". There is none: add it, or leave this out.',
      'departments[1].id: "operations" stands more than once. Give each its own, or leave one out.',
      'plans[0].currency: is USD, while the book is in CNY. Keep a book for each currency.',
      'plans[0].measure.where.credit: no crediting rule gives the credit "direct", so the plan would measure nothing. There is none: add it, or leave this out.',
      'plans[1].measure.where.credit: no crediting rule gives the credit "indirect", so the plan would measure nothing. There is none: add it, or leave this out.',
    ])
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      'departments[0].commission：政策手册中没有“teritory”。也许是“territory”。',
      'departments[1].bonus.scorecard：政策手册中没有“x”。目前没有任何一项：请补充，或删去此处。',
      'departments[1].id：“operations” 重复出现。请各用各的标识，或删去一项。',
      'plans[0].currency：币种为 USD，而手册币种为 CNY。每个币种请使用各自的手册。',
      'plans[0].measure.where.credit：没有计提规则给出“direct”，该方案将无业绩可计。目前没有任何一项：请补充，或删去此处。',
      'plans[1].measure.where.credit：没有计提规则给出“indirect”，该方案将无业绩可计。目前没有任何一项：请补充，或删去此处。',
    ])
  })
})

describe('people', () => {
  const wrongPerson = (change: object) => found(() => parsePeople([ann, { ...bob, ...change }]))

  test('are read as they are written', () => {
    expect(parsePeople(JSON.parse(JSON.stringify(people)))).toEqual(people)
    expect(parsePeople([])).toEqual([])
  })

  test('may be as many as a company has: the limits of a policy hold for each', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ ...ann, id: `p${i}` }))
    expect(parsePeople(many)).toHaveLength(20_000)
  })

  test.each([
    [{ id: '' }, ['too-small', '[1].id']],
    [{ name: undefined }, ['missing', '[1].name']],
    [{ department: 'not one' }, ['not-a-name', '[1].department']],
    [{ employment: { from: '2026-02-30' } }, ['not-a-date', '[1].employment.from']],
    [{ employment: { from: '2026-02-01', to: 'soon' } }, ['not-a-date', '[1].employment.to']],
    [{ absences: [{ start: '2026-06-01' }] }, ['missing', '[1].absences[0].end']],
    [
      { pay: { base: [{ from: '2026-01-01', value: 8100 }] } },
      ['wrong-type', '[1].pay.base[0].value'],
    ],
    [
      { pay: { base: [{ from: '2026-01-01', value: '-1' }] } },
      ['not-a-non-negative-decimal', '[1].pay.base[0].value'],
    ],
    [
      {
        pay: {
          base: [
            { from: '2026-02-01', value: '1' },
            { from: '2026-01-01', value: '1' },
          ],
        },
      },
      ['not-ascending', '[1].pay.base[1].from'],
    ],
    [{ targetBonus: '1,000' }, ['not-a-non-negative-decimal', '[1].targetBonus']],
    [{ figures: { quota: 'NaN' } }, ['not-a-decimal', '[1].figures.quota']],
    [{ figures: { quota: Number.NaN } }, ['wrong-type', '[1].figures.quota']],
    [{ figures: undefined }, ['missing', '[1].figures']],
    [{ salary: '1' }, ['unknown-key', '[1].salary']],
  ])('with %j are refused', (change, problem) => {
    expect(wrongPerson(change)).toEqual([problem])
  })

  test('have the problems of all of them told at once', () => {
    expect(found(() => parsePeople([{ ...ann, id: '' }, null, { ...bob, name: '' }]))).toEqual([
      ['too-small', '[0].id'],
      ['wrong-type', '[1]'],
      ['too-small', '[2].name'],
    ])
    expect(found(() => parsePeople({ ann }))).toEqual([['wrong-type', '']])
  })
})
