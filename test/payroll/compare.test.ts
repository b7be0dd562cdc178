import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/formula/index.js'
import {
  attribute,
  book,
  component,
  type PayBook,
  type PayData,
  settle,
} from '../../src/pay/index.js'
import { compareRuns, explainChange } from '../../src/payroll/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import {
  april,
  company,
  companyBook,
  data,
  dataOf,
  march,
  orders,
  people,
  person,
  wei,
} from './company.js'

const period = '2026-03'
/** The run of March, and what it was made of. */
const made = (of: PayBook, from: PayData, change: object = {}) => ({
  book: of,
  data: from,
  run: settle(of, from, { period, before: 'first', ...change }),
})
const now = { book: company, data, run: march }
const others = (own: object) =>
  people.map((each) => (each.id === (own as typeof each).id ? (own as typeof each) : each))

describe('two books on the same data', () => {
  const proposed = made(companyBook({ rate: '0.2', clause: '§6' }), data)
  const comparison = compareRuns(now, proposed, { by: ['department'] })

  test('say what the change costs, and who gains and loses', () => {
    const { before, after, difference, winners, losers, unchanged, currency } = comparison
    expect([before, after, difference, currency]).toEqual(['25850.00', '25950.00', '100.00', 'CNY'])
    expect([winners, losers, unchanged]).toEqual([1, 0, 6])
    const back = compareRuns(proposed, now)
    expect([back.winners, back.losers, back.unchanged]).toEqual([0, 1, 6])
  })

  test('say by which line, and that its text changed', () => {
    const [li] = comparison.people
    expect(li).toMatchObject({ person: 'li', name: 'Li Na', before: '3100.00', after: '3200.00' })
    expect(li?.lines).toMatchObject([
      {
        component: 'commission',
        label: { en: 'Commission', 'zh-CN': '提成' },
        clause: '§6',
        earned: { rhythm: 'month', period },
        before: '100.00',
        after: '200.00',
        lines: { before: { amount: '100.00' }, after: { amount: '200.00' } },
        causes: [{ kind: 'text', version: '' }],
      },
    ])
  })

  test('say by component', () => {
    expect(
      comparison.components.map(({ component, difference }) => [component, difference]),
    ).toEqual([
      ['base', '0.00'],
      ['commission', '100.00'],
      ['post', '0.00'],
    ])
  })

  test('say how far the groups lie apart', () => {
    const [sales, service] = comparison.groups['department'] ?? []
    expect(sales).toEqual({
      values: ['sales'],
      people: { before: 3, after: 3 },
      before: '10650.00',
      after: '10750.00',
      difference: '100.00',
      mean: { before: '3550.00', after: '3583.33', difference: '33.33' },
      ofHighest: { before: '0.9342', after: '0.9430', difference: '0.0088' },
    })
    expect(service?.ofHighest).toEqual({ before: '1.0000', after: '1.0000', difference: '0.0000' })
  })

  test('tell small groups together on both sides', () => {
    const groups = (smallest: number) =>
      compareRuns(now, proposed, { by: ['centre'], smallest }).groups['centre']?.map(
        ({ values, difference }) => [values, difference],
      )
    expect(groups(3)).toEqual([[['4100', '4200'], '100.00']])
    expect(groups(1)).toEqual([
      [['4100'], '100.00'],
      [['4200'], '0.00'],
    ])
  })
})

describe('one book on two states of its data', () => {
  const causes = (after: PayData, id: string, from = now) =>
    compareRuns(from, made(company, after)).people.find((each) => each.person === id)?.lines

  test('an input that changed', () => {
    const after = dataOf({ orders: [{ ...(orders[0] as (typeof orders)[0]), amount: '1200.00' }] })
    expect(causes(after, 'li')).toMatchObject([
      {
        causes: [
          {
            ...{ kind: 'input', from: '2026-03-01', to: '2026-03-31', input: 'sales' },
            ...{ before: '1000', after: '1200' },
          },
        ],
      },
    ])
  })

  test('days that are worked out otherwise', () => {
    const moved = person('li', 'sales', '3000.00', {
      employment: [{ from: '2025-01-01', to: '2026-03-10' }],
    })
    expect(causes(dataOf({ people: others(moved) }), 'li')?.[0]?.causes).toEqual([
      { kind: 'part', side: 'before', from: '2026-03-01', to: '2026-03-31', amount: '3000.00' },
      { kind: 'part', side: 'after', from: '2026-03-01', to: '2026-03-10', amount: '967.74' },
    ])
  })

  test('a line that one run withholds', () => {
    const after = dataOf({ people: others(wei('300.00')) })
    expect(causes(after, 'wei')).toMatchObject([
      {
        before: '0.00',
        after: '300.00',
        causes: [{ kind: 'only', side: 'after', withheld: true }],
      },
    ])
    const back = compareRuns(made(company, after), now)
    expect(back.people.find((each) => each.person === 'wei')?.lines).toMatchObject([
      { before: '300.00', causes: [{ kind: 'only', side: 'before', withheld: true }] },
    ])
  })

  test('somebody who is there on one side alone', () => {
    const few = made(company, dataOf({ people: people.filter(({ id }) => id !== 'wu') }))
    const { people: found, groups } = compareRuns(few, now, { by: ['department'] })
    const wu = found.find((each) => each.person === 'wu')
    expect([wu?.before, wu?.after]).toEqual(['0.00', '4000.00'])
    expect(wu?.lines.map((line) => line.causes)).toEqual([
      [{ kind: 'only', side: 'after', withheld: false }],
    ])
    expect(groups['department']?.[1]?.people).toEqual({ before: 3, after: 4 })
  })

  test('several posts of one person are told apart', () => {
    const posts = (day: string, night: string) => {
      const post = (id: string, value: string) => ({
        ...{ id, from: '2025-01-01' },
        attributes: { extra: [{ from: '2025-01-01', value }] },
      })
      const assignments = [post('day', day), post('night', night)]
      return made(
        company,
        dataOf({ people: others(person('lo', 'sales', '3000.00', { assignments })) }),
      )
    }
    const { people: found } = compareRuns(posts('10.00', '20.00'), posts('15.00', '22.00'))
    const lo = found.find((each) => each.person === 'lo')
    expect(lo?.lines.map(({ assignment, difference }) => [assignment, difference])).toEqual([
      ['day', '5.00'],
      ['night', '2.00'],
    ])
  })

  test('something withheld that the books no longer know', () => {
    const withheld = march.withheld.map((each) => ({ ...each, component: 'strange' }))
    const { difference } = compareRuns({ ...now, run: { ...march, withheld } }, now)
    expect(difference).toBe('0.00')
  })

  test('what was settled before', () => {
    const openings = [
      {
        ...{ component: 'base', person: 'lu', earned: { rhythm: 'month', period } },
        ...{ settled: '500.00', why: 'Paid by hand' },
      },
    ]
    const after = made(company, data, { openings })
    const { people: found } = compareRuns(now, after)
    expect(found.find((each) => each.person === 'lu')?.lines[0]?.causes).toEqual([
      { kind: 'settled', before: '0.00', after: '500.00' },
    ])
  })
})

describe('lines that differ by what a version says', () => {
  const salary = attribute('salary', money('CNY'), 2)
  const pay = component('base', { pays: 'due' }, salary)
  const raised = component(
    'base',
    { pays: 'due' },
    attribute('salary', money('CNY'), 2, { missing: '1' }),
  )
  const old = book(
    [
      { to: '2026-02-28', value: raised },
      { from: '2026-03-01', value: pay },
    ],
    {
      currency: 'CNY',
      retro: 0,
    },
  )
  const plain = book([pay], { currency: 'CNY', retro: 0 })
  const before = made(plain, data)

  test('name it', () => {
    const after = made(
      old,
      dataOf({ people: people.map((each) => person(each.id, 'sales', '9.00')) }),
    )
    const li = compareRuns(before, after).people.find((each) => each.person === 'li')
    expect(li?.lines[0]?.causes).toEqual([
      { kind: 'version', from: '2026-03-01', to: '2026-03-31', before: '', after: '2026-03-01' },
      {
        ...{ kind: 'input', from: '2026-03-01', to: '2026-03-31', input: 'salary' },
        ...{ before: '3000.00', after: '9.00' },
      },
    ])
  })

  test('know a component by its earlier name, and one that is gone', () => {
    const renamed = book([component('pay', { pays: 'due', was: ['base'] }, salary)], {
      currency: 'CNY',
      retro: 0,
    })
    const same = compareRuns(before, made(renamed, data))
    expect(same.difference).toBe('0.00')
    expect(same.people.flatMap(({ lines }) => lines)).toEqual([])
    expect(same.components.map(({ component: name, before: b, after: a }) => [name, b, a])).toEqual(
      [['pay', same.before, same.before]],
    )
    const gone = book([component('new', { pays: 'due' }, salary)], { currency: 'CNY', retro: 0 })
    const { components, people: found } = compareRuns(before, made(gone, data))
    expect(components.map(({ component: name, before: b, after: a }) => [name, b, a])).toEqual([
      ['new', '0.00', same.before],
      ['base', same.before, '0.00'],
    ])
    expect(found[0]?.lines.map(({ component: name, causes }) => [name, causes])).toEqual([
      ['new', [{ kind: 'only', side: 'after', withheld: false }]],
      ['base', [{ kind: 'only', side: 'before', withheld: false }]],
    ])
  })

  test('have another cause where nothing of their own differs', () => {
    const [first, ...rest] = march.lines
    const line = { ...(first as (typeof march.lines)[0]), amount: '1.00' }
    const { people: found } = compareRuns(now, {
      ...now,
      run: { ...march, lines: [line, ...rest] },
    })
    expect(found[0]?.lines[0]?.causes).toEqual([{ kind: 'elsewhere' }])
  })

  test('tell an input that only one of them reads, and records by their id', () => {
    const [first, ...rest] = march.lines as [(typeof march.lines)[0], ...typeof march.lines]
    const part = {
      from: '2026-03-01',
      to: '2026-03-31',
      record: 'o1',
      read: { a: '1' },
      amount: '1',
    }
    const of = (amount: string, change: object) => ({
      ...now,
      run: { ...march, lines: [{ ...first, amount, parts: [{ ...part, ...change }] }, ...rest] },
    })
    const causes = (change: object) =>
      compareRuns(of('1.00', {}), of('2.00', change)).people[0]?.lines[0]?.causes
    expect(causes({ read: { b: '2' }, to: '2026-03-30' })).toEqual([
      {
        kind: 'input',
        from: '2026-03-01',
        to: '2026-03-30',
        record: 'o1',
        input: 'a',
        before: '1',
      },
      { kind: 'input', from: '2026-03-01', to: '2026-03-30', record: 'o1', input: 'b', after: '2' },
    ])
    expect(causes({ record: 'o2' })).toEqual([
      {
        kind: 'part',
        side: 'before',
        from: '2026-03-01',
        to: '2026-03-31',
        record: 'o1',
        amount: '1',
      },
      {
        kind: 'part',
        side: 'after',
        from: '2026-03-01',
        to: '2026-03-31',
        record: 'o2',
        amount: '1',
      },
    ])
  })
})

test('groups of nobody have no mean, and no part of the highest', () => {
  const nobody = dataOf({
    people: people.map((each) => ({ ...each, employment: [{ from: '2027-01-01' }] })),
  })
  const none = made(company, nobody)
  const [sales] =
    compareRuns(
      none,
      { ...none, run: { ...none.run, lines: march.lines } },
      {
        by: ['department'],
      },
    ).groups['department'] ?? []
  expect(sales?.people).toEqual({ before: 0, after: 0 })
  expect([sales?.mean.after, sales?.ofHighest.after]).toEqual(['0.00', '0.0000'])
})

describe('a comparison refuses', () => {
  test.each([
    [{ currency: 'USD' }, {}, [['other-currency', 'after.run.currency']]],
    [{ period: '2026-04' }, {}, [['other-period', 'after.run.period']]],
    [{ rhythm: 'quarter' }, {}, [['other-kind', 'after.run.period']]],
    [{}, { by: ['departmen'] }, [['nobody-has', 'options.by[0]']]],
    [{}, { smallest: 0 }, [['not-whole', 'options.smallest']]],
  ])('%j %j', (change, request, expected) => {
    const after = { ...now, run: { ...march, ...change } as typeof march }
    const problems = problemsOf(() => compareRuns(now, after, request))
    expect(problems.map(({ code, path }) => [code, path])).toEqual(expected)
  })

  test('in both languages', () => {
    const told = (change: object) =>
      problemsOf(() => compareRuns(now, { ...now, run: { ...april, ...change } }))[0]?.message
    expect(told({})).toEqual({
      en: 'pays 2026-04, where 2026-03 is expected',
      'zh-CN': '发放期间为 2026-04，而此处应为 2026-03',
    })
    expect(told({ currency: 'USD' })).toEqual({
      en: 'pays USD, where CNY is expected',
      'zh-CN': '发放币种为 USD，而此处应为 CNY',
    })
  })
})

describe('a change in words', () => {
  const after = made(companyBook({ rate: '0.2' }), dataOf({ people: others(wei('300.00')) }))
  const comparison = compareRuns(now, after)

  test('tells lines, and why', () => {
    expect(renderText(explainChange(comparison, 'li', { locale: 'en' }))).toBe(
      [
        'Li Na: change of pay: 100.00 CNY',
        '  From 3,100.00 CNY to 3,200.00 CNY',
        '    Commission (2026-03): 100.00 CNY [§5]',
        '      From 100.00 CNY to 200.00 CNY',
        '      The first version has another text',
      ].join('\n'),
    )
    expect(renderText(explainChange(comparison, 'wei', { locale: 'zh-CN' }))).toBe(
      [
        'wei：薪酬变动：300.00 CNY',
        '  由 4,000.00 CNY 变为 4,300.00 CNY',
        '    Bonus（2026-03）：300.00 CNY',
        '      由 0.00 CNY 变为 300.00 CNY',
        '      变动前暂缓发放，现予发放',
      ].join('\n'),
    )
    expect(explainChange(comparison, 'lu', { locale: 'en' }).how).toEqual([
      'From 3,000.00 CNY to 3,000.00 CNY',
      'No line changes',
    ])
  })

  test('names the post of a line', () => {
    const more = others(
      person('lo', 'sales', '3000.00', {
        assignments: [
          {
            id: 'night',
            from: '2025-01-01',
            attributes: { extra: [{ from: '2025-01-01', value: '70.00' }] },
          },
        ],
      }),
    )
    const { steps } = explainChange(
      compareRuns(now, made(company, dataOf({ people: more }))),
      'lo',
      {
        locale: 'en',
      },
    )
    expect(steps.map(({ label, how }) => [label, how.at(-1)])).toEqual([
      ['post (2026-03, night)', '2026-03-01 to 2026-03-31: extra from 50.00 to 70.00'],
    ])
  })

  test('of somebody whom neither run knows is refused', () => {
    const problems = problemsOf(() => explainChange(comparison, 'lisa', { locale: 'en' }))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['unknown-person', 'person']])
  })

  test('has words for every cause', () => {
    const [li, ...rest] = comparison.people as [(typeof comparison.people)[0]]
    const [line] = li.lines as [(typeof li.lines)[0]]
    const day = { from: '2026-03-01', to: '2026-03-01' }
    const record = { ...day, to: '2026-03-02', record: 'o1' }
    const causes = [
      { kind: 'only', side: 'before', withheld: false },
      { kind: 'only', side: 'before', withheld: true },
      { kind: 'only', side: 'after', withheld: false },
      { kind: 'only', side: 'after', withheld: true },
      { kind: 'text', version: '2026-01-01' },
      { kind: 'version', ...day, before: '', after: '2026-03-01' },
      { kind: 'input', ...record, input: 'rate', before: '1', after: '2' },
      { kind: 'input', ...day, input: 'rate', after: '2' },
      { kind: 'input', ...day, input: 'rate', before: '1' },
      { kind: 'part', side: 'before', ...record, amount: '1.00' },
      { kind: 'part', side: 'after', ...day, amount: '2.00' },
      { kind: 'settled', before: '0.00', after: '5.00' },
      { kind: 'elsewhere' },
    ] as const
    const told = { ...comparison, people: [{ ...li, lines: [{ ...line, causes }] }, ...rest] }
    const how = (locale: 'en' | 'zh-CN') =>
      explainChange(told, 'li', { locale }).steps[0]?.how.slice(1)
    expect(how('en')).toEqual([
      'Paid before alone',
      'Withheld now, and paid before',
      'Paid now alone',
      'Withheld before, and paid now',
      'The version from 2026-01-01 has another text',
      '2026-03-01: the version from 2026-03-01 instead of the first version',
      'o1, 2026-03-01 to 2026-03-02: rate from 1 to 2',
      '2026-03-01: rate 2 is read now',
      '2026-03-01: rate 1 is no longer read',
      'o1, 2026-03-01 to 2026-03-02: no longer worked out, was 1.00 CNY',
      '2026-03-01: worked out now, 2.00 CNY',
      'Settled before: 5.00 CNY instead of 0.00 CNY',
      'By what others have, or by the text of what it is made of',
    ])
    expect(how('zh-CN')).toEqual([
      '仅变动前发放',
      '变动前已发放，现暂缓发放',
      '仅变动后发放',
      '变动前暂缓发放，现予发放',
      '自 2026-01-01 起的版本的内容不同',
      '2026-03-01：由最初版本改为自 2026-03-01 起的版本',
      'o1（2026-03-01 至 2026-03-02）：rate 由 1 变为 2',
      '2026-03-01：rate 现读取 2',
      '2026-03-01：rate 不再读取 1',
      'o1（2026-03-01 至 2026-03-02）：不再计算，原为 1.00 CNY',
      '2026-03-01：新计算 2.00 CNY',
      '此前已结算由 0.00 CNY 变为 5.00 CNY',
      '因他人的数额，或因其构成项目的内容不同',
    ])
  })
})
