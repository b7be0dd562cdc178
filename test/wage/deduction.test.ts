import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRunData, run } from '../../src/payroll/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { parseDeduction } from '../../src/wage/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf, policy, version } from '../payroll/policies.js'
import { figures, type Given, li, months, salary, since } from './firm.js'

const of = { tag: 'wage' }
const floor = { amount: '2490', prorated: true }
const damages = (more: object = {}) =>
  policy('deduction', 'damage', { records: { table: 'damages' }, of, ...more })
const careful = damages({ atMost: '0.2', floor })
const worker = (change: object = {}) => {
  const { attributes = {}, ...more } = change as { attributes?: object }
  return li({ ...more, attributes: { base: since('3000.00'), ...attributes } })
}
const damage = (id: string, on: string, amount: string, change: object = {}) => ({
  ...{ id, person: 'li', on, amount },
  ...change,
})
const march = [damage('a', '2026-03-10', '2000.00')]
const spring = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07']
const pays = (policies: readonly unknown[], given: Given, names = spring) => {
  const { runs, ...more } = months([salary, ...policies], { people: [worker()], ...given }, names)
  return {
    ...more,
    runs,
    taken: runs.map(({ lines }) =>
      lines.filter(({ component }) => component !== 'base').map(({ amount }) => amount),
    ),
    open: runs.map(({ leftOver }) => leftOver.map(({ value }) => value)),
  }
}
const absent = (from: string, to: string, kind = 'personal') => ({
  absences: [{ id: from, from, to, kind }],
})

describe('a deduction', () => {
  test('rank 2 takes a fifth at most, leaves the minimum wage, and carries the rest on', () => {
    const { taken, data, book, runs } = pays([careful], { records: { damages: march } })
    expect(taken.flat()).toEqual(['-510.00', '-510.00', '-510.00', '-470.00', '0.00'])
    expect(runs[0]?.state.settled.find(({ component }) => component === 'damage.rest')?.value).toBe(
      '1490.00',
    )
    // Once more the same month takes nothing twice.
    const [first] = runs
    const again = run(book, data, { period: '2026-03', before: first as never })
    expect(again.lines.filter(({ amount }) => amount !== '0.00')).toEqual([])
  })

  test.each([
    ['without limits, all that the wage is', {}, ['-2000.00', '0.00']],
    ['a fifth', { atMost: '0.2' }, ['-600.00', '-600.00']],
    ['a fifth, rounded down', { atMost: '0.222223' }, ['-666.66', '-666.66']],
    ['a fifth, rounded otherwise', { atMost: '0.222223', rounding: 'up' }, ['-666.67', '-666.67']],
    ['a floor above the wage', { floor: { ...floor, amount: '3500' } }, ['0.00', '0.00']],
    ['a floor in full', { floor: { ...floor, prorated: false } }, ['-510.00', '-510.00']],
    ['an instalment', { instalment: '300' }, ['-300.00', '-300.00']],
    ['an instalment above a limit', { instalment: '700', atMost: '0.2' }, ['-600.00', '-600.00']],
  ])('takes %s', (_, more, expected) => {
    const { taken } = pays([damages(more)], { records: { damages: march } }, spring.slice(0, 2))
    expect(taken.flat()).toEqual(expected)
  })

  test('F13 a month without pay takes nothing, and carries on', () => {
    const away = worker(absent('2026-03-01', '2026-03-31'))
    const { taken } = pays([damages()], { people: [away], records: { damages: march } })
    expect(taken.slice(0, 3).flat()).toEqual(['0.00', '-2000.00', '0.00'])
  })

  test.each([
    // March has 22 weekdays: 21.75 − 10 are paid from the 16th; a fifth of 1,620.69 is above the floor.
    ['a joiner', { employment: [{ from: '2026-03-16' }] }, '-275.52'],
    ['who is away', absent('2026-03-02', '2026-03-06'), '-392.75'],
  ])('leaves %s the part of the floor', (_, change, first) => {
    const { taken } = pays([careful], {
      people: [worker(change)],
      records: { damages: [damage('a', '2026-03-20', '2000.00')] },
    })
    expect(taken[0]).toEqual([first])
  })

  test('tells what a leaver still owes, and takes it off what is paid to them later', () => {
    const leaver = worker({
      employment: [{ from: '2020-01-01', to: '2026-03-31' }],
      attributes: {
        base: [
          ...since('3000.00'),
          { from: '2026-03-01', value: '3400.00', recorded: '2026-04-20' },
        ],
      },
    })
    const { taken, open, lines } = pays(
      [careful],
      { people: [leaver], records: { damages: march } },
      spring.slice(0, 3),
    )
    expect(taken.flat()).toEqual(['-510.00', '-80.00', '0.00'])
    expect(lines[1]).toEqual(['base 2026-03 400.00', 'damage 2026-04 -80.00'])
    expect(open).toEqual([['1490'], ['1410'], ['1410']])
  })

  test('a mover carries what is owed to another department', () => {
    const terms = { records: { table: 'damages' }, of, atMost: '0.2' }
    const shop = policy('deduction', 'damage', terms, {
      versions: [version(terms, { eligible: { where: { department: ['shop'] } } })],
    })
    const attributes = { department: [...since('shop'), ...since('office', '2026-04-01')] }
    const { taken, open } = pays([shop], {
      people: [worker({ attributes })],
      records: { damages: march },
    })
    expect(taken.flat()).toEqual(['-600.00', '-600.00', '-600.00', '-200.00'])
    expect(open).toEqual([[], ['800'], ['200'], [], []])
  })

  test('leaves a mover the whole floor, in the month of the move and after', () => {
    const terms = { records: { table: 'damages' }, of, floor }
    const shop = policy('deduction', 'damage', terms, {
      versions: [version(terms, { eligible: { where: { department: ['shop'] } } })],
    })
    const attributes = { department: [...since('shop'), ...since('office', '2026-03-16')] }
    const { taken } = pays([shop], {
      people: [worker({ attributes })],
      records: { damages: march },
    })
    expect(taken.flat()).toEqual(['-510.00', '-510.00', '-510.00', '-470.00'])
  })

  test('damage that is told late is taken by the next payment, whatever its month', () => {
    const late = damage('b', '2026-02-20', '100.00', { recorded: '2026-04-05' })
    const winter = ['2026-02', '2026-03', '2026-04', '2026-05']
    const { taken } = pays([careful], { records: { damages: [late] } }, winter)
    expect(taken.flat()).toEqual(['0.00', '0.00', '-100.00', '0.00'])
  })

  test('damage that is taken away is paid back, or owed no more', () => {
    const back = { ...march[0], recorded: '2026-04-15', void: true }
    const { taken } = pays([careful], { records: { damages: [...march, back] } })
    expect(taken.slice(0, 3).flat()).toEqual(['-510.00', '510.00', '0.00'])
    const less = damage('a', '2026-03-10', '700.00', { recorded: '2026-04-15' })
    expect(
      pays([careful], { records: { damages: [...march, less] } })
        .taken.slice(0, 3)
        .flat(),
    ).toEqual(['-510.00', '-190.00', '0.00'])
  })

  test('of records of one kind alone, by a member of another name', () => {
    const own = damages({ records: { table: 'fines', value: 'fine', where: { kind: ['a'] } } })
    const fines = [
      { id: '1', person: 'li', on: '2026-03-03', kind: 'a', fine: '50.00' },
      { id: '2', person: 'li', on: '2026-03-04', kind: 'b', fine: '70.00' },
    ]
    expect(pays([own], { records: { fines } }, ['2026-03']).taken).toEqual([['-50.00']])
  })

  test('of figures, none of which is no debt', () => {
    const rent = policy('deduction', 'rent', { figure: 'rent', of })
    const person = worker({
      figures: figures('rent', { '2026-03': '200.00', '2026-05': '150.00' }),
    })
    expect(pays([rent], { people: [person] }, spring.slice(0, 3)).taken.flat()).toEqual([
      ...['-200.00', '0.00', '-150.00'],
    ])
  })

  test('of an amount every month, of who has it', () => {
    const fee = policy('deduction', 'fee', { amount: { attribute: 'fee' }, of })
    const person = worker({ attributes: { fee: since('15.00') } })
    expect(pays([fee], { people: [person] }, spring.slice(0, 2)).taken.flat()).toEqual([
      ...['-15.00', '-15.00'],
    ])
  })

  test('F13 a loan comes back in instalments, the last one the rest', () => {
    const loan = policy('deduction', 'loan', {
      records: { table: 'loans' },
      instalment: { attribute: 'instalment' },
      of,
    })
    const person = worker({ attributes: { instalment: since('450.00') } })
    const loans = [damage('l', '2026-03-02', '1200.00')]
    expect(pays([loan], { people: [person], records: { loans } }).taken.flat()).toEqual([
      ...['-450.00', '-450.00', '-300.00', '0.00', '0.00'],
    ])
  })

  test('one after the other: the limits hold for both together', () => {
    const loan = policy('deduction', 'loan', {
      records: { table: 'loans' },
      instalment: '450',
      of,
      floor,
      after: ['damage'],
    })
    const records = {
      damages: [damage('a', '2026-03-10', '700.00')],
      loans: [damage('l', '2026-03-02', '1200.00')],
    }
    const { lines } = pays([careful, loan], { records }, spring.slice(0, 4))
    expect(lines.map((each) => each.slice(1))).toEqual([
      ['damage 2026-03 -510.00'],
      ['damage 2026-04 -190.00', 'loan 2026-04 -320.00'],
      ['loan 2026-05 -450.00'],
      ['loan 2026-06 -430.00'],
    ])
  })

  test('one after another that is for others', () => {
    const terms = { records: { table: 'damages' }, of }
    const shop = policy('deduction', 'damage', terms, {
      versions: [version(terms, { eligible: { where: { department: ['shop'] } } })],
    })
    const loan = policy('deduction', 'loan', {
      figure: 'loan',
      of,
      atMost: '0.1',
      after: ['damage'],
    })
    const person = worker({
      attributes: { department: since('office') },
      figures: figures('loan', { '2026-03': '500.00' }),
    })
    const wu = { ...worker({ attributes: { department: since('shop') } }), id: 'wu' }
    const { lines } = pays(
      [shop, loan],
      { people: [person, wu], records: { damages: [{ ...march[0], person: 'wu' }] } },
      ['2026-03'],
    )
    expect(lines[0]).toContain('loan 2026-03 -300.00')
    expect(lines[0]).toContain('wu damage 2026-03 -2000.00')
  })

  test('begins with what was owed elsewhere', () => {
    const book = bookOf([salary, careful], {
      basis: { days: { basis: 'calendar-days' } },
    })
    const { data } = parseRunData(book, { people: [worker()], records: { damages: [] } })
    const opening = {
      component: 'damage.rest',
      person: 'li',
      earned: { rhythm: 'month', period: '2026-02' },
      value: '600.00',
      why: 'Owed when payroll moved here',
    }
    const first = run(book, data, { period: '2026-03', before: 'first', openings: [opening] })
    expect(first.lines.find(({ component }) => component === 'damage')?.amount).toBe('-510.00')
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    const { why } = pays([careful], { records: { damages: march } }, ['2026-03'])
    expectGolden(`test/wage/golden/deduction.${locale}.txt`, why('damage', locale))
  })
})

describe('terms of a deduction', () => {
  test.each([
    [{ of }, [['one-of', '']]],
    [{ of, figure: 'a', amount: '1' }, [['one-of', '']]],
    [{ of, figure: 'a', atMost: '20' }, [['above-whole', 'atMost']]],
    [{ of, figure: 'a', atMost: '-0.2' }, [['not-a-non-negative-decimal', 'atMost']]],
    [{ of, figure: 'a', after: [] }, [['too-small', 'after']]],
    [{ of, figure: 'a', floor: { amount: '1' } }, [['missing', 'floor.prorated']]],
    [{ figure: 'a' }, [['missing', 'of']]],
  ])('%j are refused', (terms, problems) => {
    expect(found(() => parseDeduction(terms))).toEqual(problems)
  })

  test('that limit by what they take themselves are a circle', () => {
    const own = policy('deduction', 'x', { figure: 'a', of: { tag: 'pay' } }, { tags: ['pay'] })
    expect(found(() => bookOf([own])).map(([code]) => code)).toEqual(['circular-components'])
  })
})

describe('laws of a deduction', () => {
  const cents = (least: number, most: number) =>
    fc
      .integer({ min: least, max: most })
      .map((each) => decimal(String(each)).times('0.01').toFixed(2))

  test('what was taken and what is owed still are all that was owed, and no limit is crossed', () => {
    fc.assert(
      fc.property(
        fc.array(cents(-50_000, 500_000), { minLength: 4, maxLength: 4 }),
        fc.array(cents(-20_000, 200_000), { minLength: 4, maxLength: 4 }),
        fc.constantFrom('0', '0.2', '1'),
        fc.constantFrom('0', '1500', '2490.50'),
        (wages, debts, atMost, least) => {
          const names = spring.slice(0, 4)
          const given = (name: string, values: readonly string[]) =>
            figures(name, Object.fromEntries(names.map((month, i) => [month, values[i] as string])))
          const wage = policy(
            'component',
            'pay',
            {
              pays: 'due',
              formula: { op: 'input', name: 'pay', unit: 'money:CNY', scale: 2 },
              reads: { pay: { from: 'figure', name: 'pay' } },
            },
            { tags: ['wage'] },
          )
          const own = policy('deduction', 'debt', {
            ...{ figure: 'debt', of, atMost },
            floor: { amount: least, prorated: false },
          })
          const person = worker({ figures: [...given('pay', wages), ...given('debt', debts)] })
          const { runs } = months([wage, own], { people: [person] }, names)
          let taken = decimal('0')
          runs.forEach(({ lines, state }, i) => {
            const line = lines.find(({ component }) => component === 'debt')
            const own = decimal(line?.amount ?? '0').negated()
            taken = taken.plus(own)
            const rest = state.settled.find(
              ({ component, earned }) => component === 'debt.rest' && earned.period === names[i],
            )?.value
            const told = total(debts.slice(0, i + 1), 2)
            expect(taken.plus(rest ?? '0').toFixed(2)).toBe(told)
            if (own.greaterThan(0)) {
              expect(own.lessThanOrEqualTo(decimal(wages[i] as string).times(atMost))).toBe(true)
              expect(
                decimal(wages[i] as string)
                  .minus(own)
                  .greaterThanOrEqualTo(least),
              ).toBe(true)
            }
          })
        },
      ),
      { numRuns: 40 },
    )
  })
})
