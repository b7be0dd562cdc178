import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { parseBookPolicy } from '../../src/run/book-schema.js'
import { bookOn, parseAdjustments, parseBook, parsePeople } from '../../src/run/index.js'
import { found } from '../found.js'
import {
  book,
  bookOf,
  direct,
  indirect,
  operations,
  people,
  policies,
  policy,
  returning,
  service,
  territory,
} from './company.js'

const wrong = (change: Parameters<typeof bookOf>[0], more?: object) =>
  found(() => parseBook(bookOf(change, more)))
/** The path of a policy's terms: department, department, scorecard, plan, plan, crediting. */
const terms = (index: number) => `policies[${index}].versions[0].terms`

describe('the policy of a book', () => {
  test('is read as it is written', () => {
    expect(parseBookPolicy(JSON.parse(JSON.stringify(book)))).toEqual(book)
  })

  test.each([
    [{ service: { ...service, commission: 'teritory' } }, ['unknown-reference', 'commission', 1]],
    [
      { service: { ...service, bonus: { scorecard: 'sales', prorated: true } } },
      ['unknown-reference', 'bonus.scorecard', 1],
    ],
    [{ service: { ...service, payments: 'draws' } }, ['unknown-reference', 'payments', 1]],
    [
      {
        operations: {
          ...operations,
          components: [...operations.components, ...service.components],
        },
      },
      ['repeated-id', 'components[1].component', 0],
    ],
    [
      { operations: { ...operations, components: [{ component: 'base' }] } },
      ['missing', 'components[0].prorated', 0],
    ],
    [{ returning: { ...returning, currency: 'USD' } }, ['other-currency', 'currency', 4]],
    [{ returning: { ...returning, id: 'returns' } }, ['other-id', 'id', 4]],
    [
      { returning: { ...returning, measure: { sum: 'sales', where: { credit: 'indrect' } } } },
      ['uncredited-measure', 'measure.where.credit', 4],
    ],
    [{ territory: { ...territory, cap: '1.005' } }, ['too-many-places', 'cap', 3]],
  ] as const)('with the terms %j is refused', (change, [code, path, index]) => {
    expect(wrong(change)).toEqual([[code, `${terms(index)}.${path}`]])
  })

  test.each([
    [{ policies: [] }, ['too-small', 'policies']],
    [{ currency: undefined }, ['missing', 'currency']],
    [{ currency: 'RMB' }, ['not-offered', 'currency']],
    [{ rounding: 'nearest' }, ['not-offered', 'rounding']],
    [{ proration: { basis: 'days' } }, ['not-offered', 'proration.basis']],
    [{ calendar: { kind: 'lunar' } }, ['not-offered', 'calendar.kind']],
    [{ plan: [] }, ['unknown-key', 'plan']],
    [
      { policies: [...policies(), policy('plan', 'territory', territory)] },
      ['repeated-id', 'policies[6].id'],
    ],
    [
      { policies: [...policies(), { ...policy('plan', 'x', territory), owner: '' }] },
      ['too-small', 'policies[6].owner'],
    ],
    [
      { policies: [...policies(), { ...policy('plan', 'x', territory), versions: [] }] },
      ['too-small', 'policies[6].versions'],
    ],
    [
      { policies: [...policies(), policy('budget', 'x', { most: '1.005', breach: 'report' })] },
      ['too-many-places', 'policies[6].versions[0].terms.most'],
    ],
    [
      {
        policies: [
          ...policies(),
          policy('budget', 'x', { most: '1', department: 'sales', breach: 'report' }),
        ],
      },
      ['unknown-reference', 'policies[6].versions[0].terms.department'],
    ],
  ])('is refused where it is wrong itself: case %#', (more, problem) => {
    expect(wrong({}, more)).toEqual([problem])
  })

  test('may measure every credit, and hold plans that no department pays', () => {
    const { measure: _, ...rest } = territory
    const all = policy('plan', 'all', { ...rest, id: 'all', measure: { sum: 'sales' } })
    expect(wrong({}, { policies: [...policies(), all] })).toEqual([])
    expect(wrong({ crediting: [direct] }, undefined)).toEqual([
      ['uncredited-measure', `${terms(4)}.measure.where.credit`],
    ])
  })

  test('is told every problem of its meaning at once, with the likely names', () => {
    const given = bookOf({
      operations: { ...operations, commission: 'teritory' },
      service: { ...service, bonus: { scorecard: 'x', prorated: true } },
      scorecard: 'none',
      territory: { ...territory, id: 'north', currency: 'USD' },
      crediting: [indirect],
    })
    const problems = problemsOf(() => parseBook(given))
    expect(describeProblems(problems).split('\n')).toEqual([
      'policies[2].versions[0].terms.id: is "north", while the policy is "territory". Write "territory" in both places.',
      'policies[2].versions[0].terms.currency: is USD, while the book is in CNY. Keep a book for each currency.',
      'policies[2].versions[0].terms.measure.where.credit: no crediting rule gives the credit "direct", so the plan would measure nothing. Perhaps "indirect" was meant.',
      'policies[0].versions[0].terms.commission: the book has no "teritory". Perhaps "territory" was meant.',
      'policies[1].versions[0].terms.bonus.scorecard: the book has no "x". There is none: add it, or leave this out.',
    ])
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      'policies[2].versions[0].terms.id：为“north”，而该政策为“territory”。两处请都写“territory”。',
      'policies[2].versions[0].terms.currency：币种为 USD，而手册币种为 CNY。每个币种请使用各自的手册。',
      'policies[2].versions[0].terms.measure.where.credit：没有计提规则给出“direct”，该方案将无业绩可计。也许是“indirect”。',
      'policies[0].versions[0].terms.commission：政策手册中没有“teritory”。也许是“territory”。',
      'policies[1].versions[0].terms.bonus.scorecard：政策手册中没有“x”。目前没有任何一项：请补充，或删去此处。',
    ])
  })
})

describe('the versions of a policy', () => {
  const version = (from: string, to?: string, terms: unknown = operations) => ({
    from,
    ...(to !== undefined && { to }),
    reason: 'Agreed',
    terms,
  })
  /** The book with these versions of the first department. */
  const versioned = (...versions: readonly object[]) => {
    const [first, ...others] = policies()
    return { ...book, policies: [{ ...first, versions }, ...others] }
  }
  const own = (index: number, key: string) => `policies[0].versions[${index}].${key}`

  test.each([
    [
      [version('2026-07-01'), version('2026-07-01')],
      ['version-overlap', own(1, 'from')],
    ],
    [
      [version('2026-07-01'), version('2026-06-01')],
      ['version-overlap', own(1, 'from')],
    ],
    [
      [version('2026-06-01', '2026-06-30'), version('2026-06-30')],
      ['version-overlap', own(1, 'from')],
    ],
    [
      [version('2026-06-01', '2026-06-30'), version('2026-07-02')],
      ['version-gap', own(1, 'from')],
    ],
    [[version('2026-06-02', '2026-06-01')], ['ends-before-start', own(0, 'to')]],
  ])('%j are refused', (versions, problem) => {
    expect(found(() => parseBook(versioned(...versions)))).toEqual([problem])
  })

  test('are told what is wrong in words', () => {
    const given = versioned(version('2026-06-01', '2026-06-30'), version('2026-07-02'))
    const overlap = versioned(version('2026-06-01'), version('2026-06-01'))
    const text = (json: unknown, locale: 'en' | 'zh-CN') =>
      describeProblems(
        problemsOf(() => parseBook(json)),
        locale,
      )
    expect([text(given, 'en'), text(given, 'zh-CN')]).toEqual([
      'policies[0].versions[1].from: begins on 2026-07-02, while the version before it ends on 2026-06-30: no version holds between. Close the gap, or make it two policies.',
      'policies[0].versions[1].from：自 2026-07-02 生效，而上一版本止于 2026-06-30，其间没有有效版本。请补上空缺，或拆成两项政策。',
    ])
    expect([text(overlap, 'en'), text(overlap, 'zh-CN')]).toEqual([
      'policies[0].versions[1].from: begins on 2026-06-01, while the version before it holds 2026-06-01 still. Give versions in order of time, each from the day after the one before it ends.',
      'policies[0].versions[1].from：自 2026-06-01 生效，而上一版本 2026-06-01 仍有效。请按时间顺序填写，每版从上一版结束次日起。',
    ])
  })

  test('hold from their day until the next one, or to their last day', () => {
    const renamed = { ...operations, label: 'Sales' }
    const labels = (json: unknown, ...days: readonly string[]) =>
      days.map((day) => bookOn(parseBook(json), day).departments.get('operations')?.policy.label)
    const two = versioned(version('2026-06-01'), version('2026-07-01', undefined, renamed))
    const { label } = operations
    expect(labels(two, '2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01')).toEqual([
      undefined,
      label,
      label,
      'Sales',
    ])
    const ended = versioned(version('2026-06-01', '2026-06-30'))
    expect(labels(ended, '2026-06-30', '2026-07-01')).toEqual([label, undefined])
  })

  test('must be in force for as long as they are named', () => {
    const named = (department: object, plan: object) => {
      const [first, second, third, , ...others] = policies()
      const plans = { ...policy('plan', 'territory', territory), versions: [plan] }
      return found(() =>
        parseBook({
          ...book,
          policies: [{ ...first, versions: [department] }, second, third, plans, ...others],
        }),
      )
    }
    const plan = (from: string, to?: string) => version(from, to, territory)
    expect(named(version('2026-06-01'), plan('2026-06-01'))).toEqual([])
    expect(named(version('2026-06-01', '2026-06-30'), plan('2026-05-01', '2026-06-30'))).toEqual([])
    const problem = [['not-in-force', `${terms(0)}.commission`]]
    expect(named(version('2026-06-01'), plan('2026-06-02'))).toEqual(problem)
    expect(named(version('2026-06-01'), plan('2026-06-01', '2026-06-30'))).toEqual(problem)
    expect(named(version('2026-06-01', '2026-07-01'), plan('2026-06-01', '2026-06-30'))).toEqual(
      problem,
    )
    const told = (to: string | undefined, locale: 'en' | 'zh-CN') =>
      describeProblems(
        problemsOf(() =>
          parseBook({
            ...book,
            policies: [
              policy('department', 'a', { ...operations, commission: 'territory' }, '2026-01-01'),
              { ...policy('plan', 'territory', territory), versions: [plan('2026-06-01', to)] },
              policy('crediting', 'desks', [direct]),
            ],
          }),
        ),
        locale,
      )
    expect([told('2026-06-30', 'en'), told(undefined, 'en')]).toEqual([
      'policies[0].versions[0].terms.commission: "territory" holds from 2026-06-01 to 2026-06-30, which is less than the version that names it. Add a version of it, or end this one with it.',
      'policies[0].versions[0].terms.commission: "territory" holds from 2026-06-01, which is less than the version that names it. Add a version of it, or end this one with it.',
    ])
    expect([told('2026-06-30', 'zh-CN'), told(undefined, 'zh-CN')]).toEqual([
      'policies[0].versions[0].terms.commission：“territory” 的有效期为2026-06-01 至 2026-06-30，短于引用它的版本。请为其补充版本，或让此版本同时结束。',
      'policies[0].versions[0].terms.commission：“territory” 的有效期为自 2026-06-01 起，短于引用它的版本。请为其补充版本，或让此版本同时结束。',
    ])
  })

  test('of crediting hold their rules to their own days', () => {
    const rules = (versions: readonly object[]) =>
      parseBook({
        ...bookOf({
          crediting: 'none',
          territory: 'none',
          returning: 'none',
          operations: 'none',
          service: 'none',
        }),
        policies: [
          policy('department', 'operations', { ...operations, commission: undefined }),
          { ...policy('crediting', 'desks', [direct]), versions },
        ],
      }).crediting.map(({ from, to }) => [from, to])
    const ruled = (rule: object, from: string, to?: string) =>
      version(from, to, [{ ...direct, ...rule }])
    expect(rules([ruled({}, '2026-01-01'), ruled({}, '2026-06-01')])).toEqual([
      ['2026-01-01', '2026-05-31'],
      ['2026-06-01', undefined],
    ])
    expect(
      rules([
        ruled({ from: '2026-02-01', to: '2026-03-31' }, '2026-01-01', '2026-05-31'),
        ruled({ from: '2025-01-01', to: '2026-12-31' }, '2026-06-01', '2026-06-30'),
        ruled({ to: '2026-07-31' }, '2026-07-01'),
      ]),
    ).toEqual([
      ['2026-02-01', '2026-03-31'],
      ['2026-06-01', '2026-06-30'],
      ['2026-07-01', '2026-07-31'],
    ])
  })
})

test('adjustments are read with every problem told', () => {
  const one = { id: 'a1', person: 'ann', label: 'Correction', amount: '-20.00', reason: 'Twice' }
  expect(parseAdjustments([one])).toEqual([one])
  expect(found(() => parseAdjustments([{ ...one, amount: 20, reason: '' }]))).toEqual([
    ['wrong-type', '[0].amount'],
    ['too-small', '[0].reason'],
  ])
})

describe('people', () => {
  const read = people.map((person) => ({ ...person, figures: { '2026-06': person.figures } }))
  const [ann, bob] = read as [(typeof read)[0], (typeof read)[0]]
  const wrongPerson = (change: object) => found(() => parsePeople([ann, { ...bob, ...change }]))

  test('are read as they are written', () => {
    expect(parsePeople(JSON.parse(JSON.stringify(read)))).toEqual(read)
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
    [{ absences: [{ from: '2026-06-01' }] }, ['missing', '[1].absences[0].to']],
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
    [{ figures: { '2026-06': { quota: 'NaN' } } }, ['not-a-decimal', '[1].figures.2026-06.quota']],
    [
      { figures: { '2026-06': { quota: Number.NaN } } },
      ['wrong-type', '[1].figures.2026-06.quota'],
    ],
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
