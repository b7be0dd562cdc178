import { describe, expect, it } from 'vitest'
import { add, constant, input, minimum, multiply, round } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import type { Data, Person } from '../../../src/pay/data.js'
import {
  bookOf,
  cents,
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

const wage = reading('wage', { from: 'figure', name: 'wage', missing: '0.00' }, { tags: ['wage'] })

/** A tenth of what is paid, as a deduction. */
const tax: Component = {
  component: 'tax',
  pays: 'cash',
  formula: round(multiply(input('due', cny, 2), constant('-0.10')), cents),
  reads: { due: { from: 'component', tag: 'wage', what: 'due' } },
}

const waged = (id: string, wages: Readonly<Record<string, string>>, more: Partial<Person> = {}) =>
  person(
    id,
    {},
    {
      figures: Object.entries(wages).map(([period, value]) => figure('wage', period, value)),
      ...more,
    },
  )

describe('R24 what is due of this payment', () => {
  it('is the lines of the run, corrections of earlier periods among them', () => {
    const of = bookOf([wage, tax])
    const late = figure('wage', '2026-03', '150.00', { recorded: '2026-04-10' })
    const li = waged('li', { '2026-03': '100.00', '2026-04': '200.00' })
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), late] }])
    expect(runs(of, data, ['2026-03', '2026-04']).map(lines)).toEqual([
      ['wage li 2026-03 100.00', 'tax li 2026-03 -10.00'],
      ['wage li 2026-03 50.00', 'wage li 2026-04 200.00', 'tax li 2026-04 -25.00'],
    ])
  })

  it('of a window adds up the payments of its periods, whatever they were earned in', () => {
    const year: Component = {
      ...tax,
      component: 'year',
      reads: {
        due: { from: 'component', tag: 'wage', what: 'due', over: { since: 'year' } },
      },
    }
    const late = figure('wage', '2025-12', '150.00', { recorded: '2026-01-10' })
    const li = waged('li', { '2025-12': '100.00', '2026-01': '200.00', '2026-02': '300.00' })
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), late] }])
    const paid = runs(bookOf([wage, year]), data, ['2025-12', '2026-01', '2026-02'])
    expect(paid.map((each) => lines(each).at(-1))).toEqual([
      'year li 2025-12 -10.00',
      'year li 2026-01 -25.00',
      'year li 2026-02 -55.00',
    ])
  })

  it('of earlier payments is told though this one fails', () => {
    const before: Component = {
      ...tax,
      component: 'earlier',
      reads: {
        due: {
          from: 'component',
          tag: 'wage',
          what: 'due',
          over: { since: 'year', through: 'before' },
        },
      },
    }
    const given = reading('wage', { from: 'figure', name: 'wage' }, { tags: ['wage'] })
    const data = dataOf([waged('li', { '2026-01': '100.00' })])
    const paid = runs(bookOf([given, before]), data, ['2026-01', '2026-02'])
    expect(lines(paid[1] as never)).toEqual(['earlier li 2026-02 -10.00'])
    expect(withheld(paid[1] as never)).toEqual(['wage li 2026-02 nothing-there'])
  })

  it('of a component without a line is what changed in it since it was last recorded', () => {
    const damage: Component = {
      component: 'damage',
      formula: input('x', cny, 2),
      reads: { x: { from: 'records', of: 'damages', as: 'sum', value: 'amount' } },
    }
    const deducted: Component = {
      component: 'deducted',
      pays: 'cash',
      formula: multiply(input('due', cny, 2), constant('-1')),
      reads: { due: { from: 'component', name: 'damage', what: 'due' } },
    }
    const of = bookOf([damage, deducted])
    const data = dataOf([person('li')], {
      damages: [
        order('a', '2026-03-05', '10.00'),
        order('b', '2026-03-06', '5.00', { recorded: '2026-04-02' }),
        order('c', '2026-04-06', '2.00'),
      ],
    })
    const paid = runs(of, data, ['2026-03', '2026-04', '2026-05'])
    expect(paid.map(lines)).toEqual([
      ['deducted li 2026-03 -10.00'],
      ['deducted li 2026-04 -7.00'],
      ['deducted li 2026-05 0.00'],
    ])
  })
})

describe('R25 order', () => {
  it('two takers from one wage read what the other left', () => {
    const first: Component = {
      component: 'first',
      pays: 'cash',
      formula: minimum(input('due', cny, 2), constant('70.00', cny)),
      reads: { due: { from: 'component', name: 'wage', what: 'due' } },
    }
    const second: Component = {
      component: 'second',
      pays: 'cash',
      formula: minimum(
        add(input('due', cny, 2), multiply(input('taken', cny, 2), constant('-1'))),
        constant('70.00', cny),
      ),
      reads: {
        due: { from: 'component', name: 'wage', what: 'due' },
        taken: { from: 'component', name: 'first' },
      },
    }
    const data = dataOf([waged('li', { '2026-03': '100.00' })])
    expect(lines(run(bookOf([second, first, wage]), data, '2026-03'))).toEqual([
      'wage li 2026-03 100.00',
      'first li 2026-03 70.00',
      'second li 2026-03 30.00',
    ])
  })
})

/** What is left of a debt after this payment, which bears all that it can. */
const balance: Component = {
  component: 'balance',
  formula: add(
    input('before', cny, 2),
    input('new', cny, 2),
    multiply(
      minimum(add(input('before', cny, 2), input('new', cny, 2)), input('most', cny, 2)),
      constant('-1'),
    ),
  ),
  reads: {
    before: { from: 'component', name: 'balance', over: 'before' },
    new: { from: 'figure', name: 'debt', missing: '0.00' },
    most: { from: 'component', name: 'wage', what: 'due' },
  },
}
const taken: Component = {
  component: 'taken',
  pays: 'cash',
  formula: add(
    input('after', cny, 2),
    multiply(add(input('before', cny, 2), input('new', cny, 2)), constant('-1')),
  ),
  reads: {
    after: { from: 'component', name: 'balance' },
    before: { from: 'component', name: 'balance', over: 'before' },
    new: { from: 'figure', name: 'debt', missing: '0.00' },
  },
}
const owing = bookOf([wage, balance, taken])
const indebted = (wages: Readonly<Record<string, string>>, more: Partial<Person> = {}): Data => {
  const li = waged('li', wages, more)
  return dataOf([{ ...li, figures: [...(li.figures ?? []), figure('debt', '2026-01', '100.00')] }])
}
const takenIn = (all: ReturnType<typeof runs>) =>
  all.map((each) => lines(each).filter((line) => line.startsWith('taken')))

describe('R26 a balance', () => {
  it('is carried from period to period, and no more is taken than is paid', () => {
    const data = indebted({ '2026-01': '30.00', '2026-02': '60.00', '2026-03': '50.00' })
    const paid = runs(owing, data, ['2026-01', '2026-02', '2026-03', '2026-04'])
    expect(takenIn(paid)).toEqual([
      ['taken li 2026-01 -30.00'],
      ['taken li 2026-02 -60.00'],
      ['taken li 2026-03 -10.00'],
      ['taken li 2026-04 0.00'],
    ])
  })

  it('of an earlier period stays what it was recorded as, whatever is told of it late', () => {
    const early = indebted({ '2026-01': '30.00', '2026-02': '10.00' })
    // Another debt of January, told in February: it changes no balance that was recorded.
    const late = dataOf([
      {
        ...(early.people[0] as Person),
        figures: [
          ...(early.people[0]?.figures ?? []),
          figure('debt', '2026-01', '500.00', { recorded: '2026-02-10' }),
        ],
      },
    ])
    const first = run(owing, early, '2026-01')
    expect(run(owing, late, '2026-02', first).state.settled).toContainEqual(
      expect.objectContaining({
        component: 'balance',
        earned: { rhythm: 'month', period: '2026-02' },
        value: '60.00',
      }),
    )
  })

  it('is read over what was withheld in between', () => {
    const data = indebted({ '2026-01': '30.00', '2026-03': '20.00' })
    const broken = dataOf([
      {
        ...(data.people[0] as Person),
        figures: data.people[0]?.figures?.filter(({ period }) => period !== '2026-01'),
      },
    ])
    const january = run(owing, data, '2026-01')
    // January's figures have vanished in February, so its wage is withheld and the balance with it.
    const february = run(owing, broken, '2026-02', january)
    expect(withheld(february)).toEqual([
      'wage li 2026-01 vanished-figures',
      'taken li 2026-02 failed-component failed-component',
    ])
    const march = run(owing, data, '2026-03', february)
    expect(takenIn([march])).toEqual([['taken li 2026-03 -20.00']])
  })
})

describe('R27 a further run of the same period', () => {
  it('pays the difference, and nothing when nothing is new', () => {
    const of = bookOf([wage, tax])
    const data = dataOf([waged('li', { '2026-03': '100.00' })])
    const more = dataOf([
      {
        ...waged('li', { '2026-03': '100.00' }),
        figures: [
          figure('wage', '2026-03', '100.00'),
          figure('wage', '2026-03', '130.00', { recorded: '2026-04-03' }),
        ],
      },
    ])
    const first = run(of, data, '2026-03')
    const second = run(of, data, '2026-03', first)
    const third = run(of, more, '2026-03', second, { asOf: '2026-04-05' })
    expect([first, second, third].map(({ number }) => number)).toEqual([1, 2, 3])
    expect([first, second, third].map(lines)).toEqual([
      ['wage li 2026-03 100.00', 'tax li 2026-03 -10.00'],
      ['wage li 2026-03 0.00', 'tax li 2026-03 0.00'],
      ['wage li 2026-03 30.00', 'tax li 2026-03 -3.00'],
    ])
    expect(lines(run(of, more, '2026-04', third)).at(-1)).toBe('tax li 2026-04 0.00')
  })

  it('reads the balance of the period before, not of its own earlier run', () => {
    const data = indebted({ '2026-01': '30.00', '2026-02': '60.00' })
    const [january, february] = runs(owing, data, ['2026-01', '2026-02'])
    const again = run(owing, data, '2026-02', february)
    expect(takenIn([again])).toEqual([['taken li 2026-02 0.00']])
    expect(january?.number).toBe(1)
  })
})

describe('R28 after the span', () => {
  const left = { employment: [{ from: '2020-01-01', to: '2026-01-31' }] }

  it('a balance that is left runs on, and is told', () => {
    const data = indebted({ '2026-01': '30.00' }, left)
    const paid = runs(owing, data, ['2026-01', '2026-02', '2026-03'])
    expect(takenIn(paid)).toEqual([
      ['taken li 2026-01 -30.00'],
      ['taken li 2026-02 0.00'],
      ['taken li 2026-03 0.00'],
    ])
    expect(paid.map(({ leftOver }) => leftOver)).toEqual([
      [{ component: 'balance', owner: { person: 'li' }, value: '70' }],
      [{ component: 'balance', owner: { person: 'li' }, value: '70' }],
      [{ component: 'balance', owner: { person: 'li' }, value: '70' }],
    ])
  })

  it('what a leaver is paid late is taken from', () => {
    const early = indebted({ '2026-01': '30.00' }, left)
    const li = early.people[0] as Person
    const data = dataOf([
      {
        ...li,
        figures: [
          ...(li.figures ?? []),
          figure('wage', '2026-01', '75.00', { recorded: '2026-03-02' }),
        ],
      },
    ])
    const paid = runs(owing, data, ['2026-01', '2026-02', '2026-03'])
    expect(lines(paid[2] as never)).toEqual(['wage li 2026-01 45.00', 'taken li 2026-03 -45.00'])
    expect(paid[2]?.leftOver).toEqual([
      { component: 'balance', owner: { person: 'li' }, value: '25' },
    ])
  })

  it('cash without a balance runs for a leaver who is paid something, and for no other', () => {
    const of = bookOf([wage, tax])
    const li = waged('li', { '2026-01': '100.00' }, left)
    const late = figure('wage', '2026-01', '120.00', { recorded: '2026-03-02' })
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), late] }])
    expect(runs(of, data, ['2026-01', '2026-02', '2026-03']).map(lines)).toEqual([
      ['wage li 2026-01 100.00', 'tax li 2026-01 -10.00'],
      [],
      ['wage li 2026-01 20.00', 'tax li 2026-03 -2.00'],
    ])
  })

  it('a component that has ended by `to` runs no more, whoever is paid', () => {
    const ended = { to: '2026-01-31', value: tax }
    const levy = { from: '2026-02-01', value: { ...tax, component: 'levy' } }
    const data = dataOf([waged('li', { '2026-01': '100.00', '2026-02': '200.00' })])
    const paid = runs(bookOf([wage, ended, levy]), data, ['2026-01', '2026-02'])
    expect(paid.map(lines)).toEqual([
      ['wage li 2026-01 100.00', 'tax li 2026-01 -10.00'],
      ['wage li 2026-02 200.00', 'levy li 2026-02 -20.00'],
    ])
  })

  it('a leaver is taken from by the version of the payment', () => {
    const half = { ...tax, formula: multiply(input('due', cny, 2), constant('-0.5')) }
    const versions = [
      { to: '2026-01-31', value: tax },
      { from: '2026-02-01', value: { ...half, formula: round(half.formula, cents) } },
    ]
    const li = waged('li', { '2026-01': '100.00' }, left)
    const late = figure('wage', '2026-01', '120.00', { recorded: '2026-02-02' })
    const data = dataOf([{ ...li, figures: [...(li.figures ?? []), late] }])
    const paid = runs(bookOf([wage, ...versions]), data, ['2026-01', '2026-02'])
    expect(lines(paid[1] as never)).toEqual(['wage li 2026-01 20.00', 'tax li 2026-02 -10.00'])
  })

  it('who has moved out of a condition and is still employed is taken from no more', () => {
    const local = { ...tax, eligible: { where: { city: ['suzhou'] } } }
    const li = waged(
      'li',
      { '2026-01': '100.00', '2026-02': '200.00' },
      {
        attributes: {
          city: [
            { from: '2020-01-01', value: 'suzhou' },
            { from: '2026-02-01', value: 'wuxi' },
          ],
        },
      },
    )
    const paid = runs(bookOf([wage, local]), dataOf([li]), ['2026-01', '2026-02'])
    expect(paid.map(lines)).toEqual([
      ['wage li 2026-01 100.00', 'tax li 2026-01 -10.00'],
      ['wage li 2026-02 200.00'],
    ])
  })

  it('a post that has ended is taken from when it is paid late, and another is not', () => {
    const byPost = { of: 'assignment' } as const
    const of = bookOf([
      { ...wage, ...byPost },
      { ...tax, ...byPost },
    ])
    const post = (id: string, period: string, value: string, recorded?: string) =>
      figure('wage', period, value, { assignment: id, ...(recorded !== undefined && { recorded }) })
    const li = person(
      'li',
      {},
      {
        assignments: [
          { id: 'day', from: '2026-01-01', to: '2026-01-31', attributes: {} },
          { id: 'night', from: '2026-01-01', attributes: {} },
        ],
        figures: [
          post('day', '2026-01', '10.00'),
          post('day', '2026-01', '30.00', '2026-03-02'),
          post('night', '2026-02', '50.00'),
        ],
      },
    )
    const paid = runs(of, dataOf([li]), ['2026-01', '2026-02', '2026-03'])
    expect(paid.slice(1).map(lines)).toEqual([
      ['wage li/night 2026-02 50.00', 'tax li/night 2026-02 -5.00'],
      [
        'wage li/day 2026-01 20.00',
        'wage li/night 2026-03 0.00',
        'tax li/day 2026-03 -2.00',
        'tax li/night 2026-03 0.00',
      ],
    ])
  })

  it('a balance runs on for one who was left out of a payment', () => {
    const data = indebted({ '2026-01': '30.00' }, left)
    const january = run(owing, data, '2026-01')
    const february = run(owing, data, '2026-02', january, { only: [] })
    const march = run(owing, data, '2026-03', february)
    expect(march.leftOver).toHaveLength(1)
  })
})

describe('R31 what fails in cash', () => {
  it('a failed component with a tag fails what is taken from the tag, for its person alone', () => {
    const rate = reading('rate', { from: 'attribute', name: 'rate' }, { tags: ['wage'] })
    const data = dataOf([
      waged('li', { '2026-03': '100.00' }),
      waged(
        'wu',
        { '2026-03': '100.00' },
        { attributes: { rate: [{ from: '2020-01-01', value: '5.00' }] } },
      ),
    ])
    const paid = run(bookOf([wage, rate, tax]), data, '2026-03')
    expect(lines(paid)).toEqual([
      'wage li 2026-03 100.00',
      'wage wu 2026-03 100.00',
      'rate wu 2026-03 5.00',
      'tax wu 2026-03 -10.50',
    ])
    expect(withheld(paid)).toEqual([
      'rate li 2026-03 nothing-there',
      'tax li 2026-03 failed-component',
    ])
  })
})
