import { describe, expect, it } from 'vitest'
import { add, constant, input, multiply } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import type { Data, Row } from '../../../src/pay/data.js'
import type { Opening } from '../../../src/pay/run.js'
import {
  bookOf,
  cny,
  dataOf,
  figure,
  lines,
  order,
  person,
  reading,
  run,
  runs,
  withheld,
} from './paying.js'

const sales = reading('sales', { from: 'records', of: 'orders', as: 'sum', value: 'amount' })
const bonus = reading('bonus', { from: 'figure', name: 'bonus', missing: '0.00' })
const sold = (...orders: Row[]): Data => dataOf([person('li')], { orders })
const given = (...figures: ReturnType<typeof figure>[]): Data =>
  dataOf([person('li', {}, { figures })])
const march = { rhythm: 'month', period: '2026-03' }

describe('R10 known when', () => {
  it('of one key the latest recorded by the day of knowing holds, and void takes it away', () => {
    const told = [
      figure('bonus', '2026-03', '1.00'),
      figure('bonus', '2026-03', '2.00', { recorded: '2026-04-05' }),
      figure('bonus', '2026-03', '2.00', { recorded: '2026-04-06', void: true }),
    ]
    const by = (asOf: string) =>
      lines(run(bookOf([bonus]), given(...told), '2026-03', 'first', { asOf }))
    expect(['2026-03-30', '2026-03-31', '2026-04-05', '2026-04-06'].map(by)).toEqual([
      ['bonus li 2026-03 0.00'],
      ['bonus li 2026-03 1.00'],
      ['bonus li 2026-03 2.00'],
      ['bonus li 2026-03 0.00'],
    ])
  })

  it('of an attribute the greatest `from` holds, whatever was recorded when', () => {
    const pay = reading('pay', { from: 'attribute', name: 'pay' })
    const li = person(
      'li',
      {},
      {
        attributes: {
          pay: [
            { from: '2026-01-01', value: '1.00' },
            { from: '2026-03-01', value: '3.00' },
            { from: '2026-02-01', value: '2.00', recorded: '2026-03-20' },
          ],
        },
      },
    )
    expect(runs(bookOf([pay]), dataOf([li]), ['2026-02', '2026-03']).map(lines)).toEqual([
      ['pay li 2026-02 1.00'],
      ['pay li 2026-02 1.00', 'pay li 2026-03 3.00'],
    ])
  })
})

describe('R12 what is settled', () => {
  it('is entitled less settled, written where it is not 0 and for the own period', () => {
    const data = sold(
      order('a', '2026-03-05', '10.00'),
      order('b', '2026-03-06', '5.00', { recorded: '2026-04-02' }),
    )
    const [first, second] = runs(bookOf([sales]), data, ['2026-03', '2026-04'])
    expect(first?.lines).toMatchObject([{ entitled: '10.00', settled: '0.00', amount: '10.00' }])
    expect(second?.lines).toMatchObject([
      { entitled: '15.00', settled: '10.00', amount: '5.00', earned: march },
      { entitled: '0.00', settled: '0.00', amount: '0.00' },
    ])
  })

  it('a key without a row is entitled to nothing', () => {
    const data = (gone: boolean) =>
      dataOf(
        [
          {
            ...person('li'),
            employment: [
              { from: '2026-03-01' },
              ...(gone
                ? [{ from: '2026-03-01', recorded: '2026-04-02', void: true as const }]
                : []),
            ],
          },
        ],
        { orders: [order('a', '2026-03-05', '10.00')] },
      )
    const first = run(bookOf([sales]), data(false), '2026-03')
    const second = run(bookOf([sales]), data(true), '2026-04', first)
    expect(lines(second)).toEqual(['sales li 2026-03 -10.00'])
    expect(second.lines[0]?.parts).toEqual([])
  })

  it('records and figures that vanish are told and not taken back, until they are given or void', () => {
    const of = bookOf([sales, bonus])
    const all = {
      ...sold(order('a', '2026-03-05', '10.00'), order('b', '2026-03-06', '5.00')),
      ...{ people: given(figure('bonus', '2026-03', '7.00')).people },
    }
    const first = run(of, all, '2026-03')
    const second = run(
      of,
      { ...all, records: { orders: [order('a', '2026-03-05', '10.00')] }, people: given().people },
      '2026-04',
      first,
    )
    expect(lines(second)).toEqual(['sales li 2026-04 0.00', 'bonus li 2026-04 0.00'])
    expect(withheld(second)).toEqual([
      'sales li 2026-03 vanished-records',
      'bonus li 2026-03 vanished-figures',
    ])
    const taken = {
      people: given(
        figure('bonus', '2026-03', '7.00'),
        figure('bonus', '2026-03', '7.00', { recorded: '2026-04-20', void: true }),
      ).people,
      records: {
        orders: [
          order('a', '2026-03-05', '10.00'),
          order('b', '2026-03-06', '5.00'),
          order('b', '2026-03-06', '5.00', { recorded: '2026-04-20', void: true }),
        ],
      },
    }
    const third = run(of, taken, '2026-05', second)
    expect(lines(third).filter((line) => line.includes('2026-03'))).toEqual([
      'sales li 2026-03 -5.00',
      'bonus li 2026-03 -7.00',
    ])
    expect(withheld(third)).toEqual([])
  })

  it('people who are no longer given are told, and are no longer told once it is closed', () => {
    const of = bookOf([bonus], { retro: 1 })
    const two = dataOf([
      person('li', {}, { figures: [figure('bonus', '2026-03', '7.00')] }),
      person('wu'),
    ])
    const one = dataOf([person('wu')])
    const first = run(of, two, '2026-03')
    const second = run(of, one, '2026-04', first)
    const third = run(of, one, '2026-05', second)
    expect([first, second, third].map(({ absentPeople }) => absentPeople)).toEqual([[], ['li'], []])
    expect(lines(run(of, two, '2026-05', second))).toContain('bonus li 2026-05 0.00')
  })
})

describe('R15 after the span', () => {
  const refund = order('r', '2026-04-20', '-4.00', { made: '2026-03-10' })
  const left = { employment: [{ from: '2020-01-01', to: '2026-03-20' }] }
  const paid = (after?: 'last' | 'lost') => {
    const of = bookOf([{ ...sales, ...(after && { eligible: { after } }) }])
    const orders = [order('a', '2026-03-10', '10.00'), refund, order('n', '2026-04-21', '9.00')]
    return runs(of, dataOf([person('li', {}, left)], { orders }), ['2026-03', '2026-04']).map(lines)
  }

  it('a happening of a deal made within it counts in its last period, what is made later nowhere', () => {
    expect(paid()).toEqual([['sales li 2026-03 10.00'], ['sales li 2026-03 -4.00']])
    expect(paid('last')).toEqual(paid())
  })

  it('or nowhere', () => {
    expect(paid('lost')).toEqual([['sales li 2026-03 10.00'], []])
  })
})

describe('R16 the horizon', () => {
  it('what is told of a day after its period has closed never counts, and is late', () => {
    const of = bookOf([sales, bonus], { retro: 1 })
    const data: Data = {
      people: [
        person(
          'li',
          {},
          {
            figures: [
              figure('bonus', '2026-03', '7.00', { recorded: '2026-05-02' }),
              figure('bonus', '2026-04', '8.00', { recorded: '2026-05-02' }),
            ],
          },
        ),
      ],
      groups: [
        { of: 'company', figures: [figure('x', '2026-02', '1', { recorded: '2026-05-03' })] },
      ],
      records: {
        orders: [
          order('a', '2026-03-05', '10.00', { recorded: '2026-05-02' }),
          order('b', '2026-04-05', '20.00', { recorded: '2026-05-02' }),
        ],
      },
    }
    const paid = runs(of, data, ['2026-03', '2026-04', '2026-05', '2026-06'])
    expect(lines(paid[2] as never)).toEqual([
      'sales li 2026-04 20.00',
      'sales li 2026-05 0.00',
      'bonus li 2026-04 8.00',
      'bonus li 2026-05 0.00',
    ])
    expect(paid.map(({ late }) => late.map(({ key, period }) => [key, period]))).toEqual([
      [],
      [],
      [
        ['company x', '2026-02'],
        ['li bonus', '2026-03'],
        ['orders a', '2026-03'],
      ],
      [],
    ])
  })

  it('a refund of an open day counts in the closed period of its deal, and reopens that alone', () => {
    const of = bookOf([sales], { retro: 1 })
    const data = sold(
      order('a', '2026-01-05', '10.00'),
      order('r', '2026-04-05', '-3.00', { counts: '2026-01-05' }),
      order('late', '2026-02-05', '5.00', { recorded: '2026-04-05' }),
    )
    const paid = runs(of, data, ['2026-01', '2026-02', '2026-03', '2026-04'])
    expect(lines(paid[3] as never)).toEqual(['sales li 2026-04 0.00', 'sales li 2026-01 -3.00'])
  })

  it('a key that was withheld and never settled is paid when it is mended, however late', () => {
    const strict = reading('strict', { from: 'figure', name: 'bonus' })
    const of = bookOf([strict], { retro: 0 })
    const first = run(of, given(), '2026-01')
    expect(withheld(first)).toEqual(['strict li 2026-01 nothing-there'])
    const second = run(of, given(figure('bonus', '2026-02', '2.00')), '2026-02', first)
    expect(withheld(second)).toEqual(['strict li 2026-01 nothing-there'])
    const mended = given(
      figure('bonus', '2026-01', '1.00', { recorded: '2026-03-05' }),
      figure('bonus', '2026-02', '2.00'),
      figure('bonus', '2026-03', '3.00'),
    )
    const third = run(of, mended, '2026-03', second)
    expect(lines(third)).toEqual(['strict li 2026-03 3.00', 'strict li 2026-01 1.00'])
    expect(lines(run(of, mended, '2026-03', third))).toEqual(['strict li 2026-03 0.00'])
  })
})

describe('R17 openings', () => {
  const carried: Component = {
    component: 'carried',
    formula: add(input('before', cny, 2), input('new', cny, 2)),
    reads: {
      before: { from: 'component', name: 'carried', over: 'before' },
      new: { from: 'records', of: 'orders', as: 'sum', value: 'amount' },
    },
  }
  const out = reading('out', { from: 'component', name: 'carried' })
  const february = { rhythm: 'month', period: '2026-02' }
  const opening = (more: Partial<Opening>): Opening => ({
    component: 'sales',
    person: 'li',
    earned: february,
    why: 'from the old system',
    ...more,
  })

  it('serve the value before, and what is settled', () => {
    const openings = [opening({ component: 'carried', value: '100.00' })]
    const [a, b] = [order('a', '2026-03-05', '10.00'), order('b', '2026-04-05', '1.00')]
    const first = run(bookOf([carried, out]), sold(a, b), '2026-03', 'first', { openings })
    const second = run(bookOf([carried, out]), sold(a, b), '2026-04', first)
    expect([first, second].map(lines)).toEqual([
      ['out li 2026-03 110.00'],
      ['out li 2026-04 111.00'],
    ])
  })

  it('a refund of a deal from before the first run takes back from what was settled', () => {
    const openings = [opening({ settled: '50.00' })]
    const refund = (id: string, on: string) => order(id, on, '-3.00', { counts: '2026-02-10' })
    const data = sold(
      order('a', '2026-02-10', '10.00'),
      refund('r', '2026-03-10'),
      refund('s', '2026-04-10'),
    )
    const of = bookOf([sales])
    const first = run(of, data, '2026-03', 'first', { openings })
    const second = run(of, data, '2026-04', first)
    expect([first, second].map(lines)).toEqual([
      ['sales li 2026-03 0.00', 'sales li 2026-02 -3.00'],
      ['sales li 2026-03 0.00', 'sales li 2026-04 0.00', 'sales li 2026-02 -3.00'].slice(1),
    ])
    expect(second.lines.at(-1)).toMatchObject({
      entitled: '44.00',
      settled: '47.00',
      why: 'from the old system',
    })
  })

  it('a refund changes a value that was brought along once, in every later run', () => {
    const year = reading('year', {
      from: 'component',
      name: 'month',
      over: { since: 'year' },
    })
    const month = { ...sales, component: 'month' }
    const { pays: _, ...unpaid } = month
    const refund = order('r', '2026-03-10', '-3.00', { counts: '2026-02-10' })
    const data = sold(order('a', '2026-02-10', '10.00'), refund)
    const paid = (component: Component, brought: Partial<Opening>) => {
      const of = bookOf([component, year])
      const openings = [opening({ component: 'month', ...brought })]
      const first = run(of, data, '2026-03', 'first', { openings })
      const second = run(of, data, '2026-04', first)
      const third = run(of, data, '2026-05', second)
      return [first, second, third].map((each) =>
        lines(each).filter((line) => line.startsWith(`year li ${each.period}`)),
      )
    }
    const of = (amount: string) =>
      ['2026-03', '2026-04', '2026-05'].map((period) => [`year li ${period} ${amount}`])
    expect(paid(unpaid, { value: '100.00' })).toEqual(of('97.00'))
    expect(paid(month, { settled: '100.00' })).toEqual(of('97.00'))
    // What others read may be another value than what was settled.
    expect(paid(month, { settled: '60.00', value: '100.00' })).toEqual(of('97.00'))
  })
})

describe('R18 a first value that stands', () => {
  const fixed = { ...bonus, retro: 0 }
  const early = figure('bonus', '2026-03', '7.00')
  const late = figure('bonus', '2026-03', '9.00', { recorded: '2026-03-31' })

  it('is what was first worked out, in a further run of its period too', () => {
    const of = bookOf([fixed])
    const first = run(of, given(early), '2026-03', 'first')
    const again = run(of, given({ ...early, recorded: '2026-03-30' }, late), '2026-03', first)
    expect(lines(again)).toEqual(['bonus li 2026-03 0.00'])
    expect(lines(run(of, given(early, late), '2026-04', again))).toEqual(['bonus li 2026-04 0.00'])
  })

  it('is fixed for who was left out, and paid later as it was', () => {
    const of = bookOf([fixed])
    const first = run(of, given(early), '2026-03', 'first', { only: [] })
    expect(lines(first)).toEqual([])
    const again = run(of, given({ ...early, recorded: '2026-03-30' }, late), '2026-03', first)
    expect(lines(again)).toEqual(['bonus li 2026-03 7.00'])
  })

  it('a component has a horizon of its own', () => {
    const of = bookOf([
      { ...bonus, retro: 1 },
      reading('other', { from: 'figure', name: 'bonus', missing: '0.00' }),
    ])
    const told = figure('bonus', '2026-03', '7.00', { recorded: '2026-05-05' })
    const paid = runs(of, given(told), ['2026-03', '2026-04', '2026-05'])
    expect(lines(paid[2] as never).filter((line) => line.includes('2026-03'))).toEqual([
      'other li 2026-03 7.00',
    ])
  })
})

describe('R20 versions', () => {
  const twice = { ...bonus, formula: multiply(input('x', cny, 2), constant('2')) }
  const months = ['2026-03', '2026-04']
  const figures = given(
    ...['2026-03', '2026-04', '2026-05'].map((month) => figure('bonus', month, '5.00')),
  )

  it('hold for the periods that begin in them', () => {
    const of = bookOf([
      { to: '2026-03-31', value: bonus },
      { from: '2026-04-01', value: twice },
    ])
    const paid = runs(of, figures, months)
    expect(paid.map(lines)).toEqual([['bonus li 2026-03 5.00'], ['bonus li 2026-04 10.00']])
    expect(paid[1]?.lines[0]?.parts[0]?.version).toBe('2026-04-01')
    expect(paid[0]?.lines[0]?.parts[0]?.version).toBeUndefined()
  })

  it('a changed text reopens the open periods alone, and each line and the run says so', () => {
    const first = runs(bookOf([bonus], { retro: 1 }), figures, ['2026-03', '2026-04', '2026-05'])
    const changed = run(bookOf([twice], { retro: 1 }), figures, '2026-05', first[2])
    expect(lines(changed)).toEqual(['bonus li 2026-04 5.00', 'bonus li 2026-05 5.00'])
    expect(changed.lines.map(({ changedVersion }) => changedVersion)).toEqual([true, true])
    expect(changed.changedVersions).toEqual([
      { component: 'bonus', old: expect.stringMatching(/^[0-9a-f]{64}$/), new: expect.any(String) },
    ])
    const from = (value: Component) => bookOf([{ from: '2026-01-01', value }])
    const again = run(from(twice), figures, '2026-04', run(from(bonus), figures, '2026-03'))
    expect(again.changedVersions).toMatchObject([{ component: 'bonus', from: '2026-01-01' }])
  })

  it('news of a closed period that another text settled is withheld', () => {
    const refund = order('r', '2026-04-05', '-3.00', { counts: '2026-03-05' })
    const data = sold(order('a', '2026-03-05', '10.00'), refund)
    const doubled = { ...sales, formula: multiply(input('x', cny, 2), constant('2')) }
    const first = run(bookOf([sales], { retro: 0 }), data, '2026-03')
    const second = run(bookOf([doubled], { retro: 0 }), data, '2026-04', first)
    expect(withheld(second)).toEqual(['sales li 2026-03 version-changed'])
    expect(lines(run(bookOf([sales], { retro: 0 }), data, '2026-04', second))).toContain(
      'sales li 2026-03 -3.00',
    )
  })

  it('what was settled under an earlier name is of the component that has it now', () => {
    const first = run(bookOf([bonus]), figures, '2026-03')
    const gift: Component = { ...twice, component: 'gift', was: ['bonus'] }
    const of = bookOf([gift])
    const second = run(of, figures, '2026-04', first)
    expect(lines(second)).toEqual(['gift li 2026-03 5.00', 'gift li 2026-04 10.00'])
    expect(second.state.settled.map(({ component }) => component)).toEqual(['gift', 'gift'])
    const third = run(of, figures, '2026-05', second)
    expect(lines(third)).toEqual(['gift li 2026-05 10.00'])
  })

  it('what was withheld under an earlier name is paid once, and what was paid is due of the new one', () => {
    const strict = reading('strict', { from: 'figure', name: 'bonus' }, { tags: ['wage'] })
    const { component: _, ...rest } = strict
    const year: Component = {
      component: 'year',
      pays: 'cash',
      formula: input('due', cny, 2),
      reads: { due: { from: 'component', tag: 'wage', what: 'due', over: { since: 'year' } } },
    }
    const paid = (name: string, was?: string) =>
      bookOf([{ ...rest, component: name, ...(was !== undefined && { was: [was] }) }, year], {
        retro: 0,
      })
    const january = run(paid('old'), given(figure('bonus', '2026-01', '1.00')), '2026-01')
    const february = run(paid('old'), given(figure('bonus', '2026-01', '1.00')), '2026-02', january)
    const data = given(
      figure('bonus', '2026-01', '1.00'),
      figure('bonus', '2026-02', '2.00', { recorded: '2026-03-02' }),
      figure('bonus', '2026-03', '3.00'),
      figure('bonus', '2026-04', '4.00'),
    )
    const march = run(paid('new', 'old'), data, '2026-03', february)
    expect(lines(march)).toEqual([
      'new li 2026-03 3.00',
      'new li 2026-02 2.00',
      'year li 2026-03 6.00',
    ])
    const april = run(paid('new', 'old'), data, '2026-04', march)
    expect(lines(april)).toEqual(['new li 2026-04 4.00', 'year li 2026-04 10.00'])
  })
})
