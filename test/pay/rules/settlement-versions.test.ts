import { describe, expect, it } from 'vitest'
import { constant, input, multiply } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { bookOf, cny, figure, lines, order, reading, run, runs, withheld } from './paying.js'
import { bonus, given, sales, sold } from './settlement-books.js'

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

  it('of what was settled under both names the one that has it now counts', () => {
    const gift: Component = { ...bonus, component: 'gift' }
    const first = run(bookOf([bonus, gift]), figures, '2026-03')
    const of = bookOf([{ ...gift, was: ['bonus'] }])
    const second = run(of, figures, '2026-04', first)
    expect(lines(second)).toEqual(['gift li 2026-04 5.00'])
    expect(second.state.settled.map(({ earned }) => earned.period)).toEqual(['2026-03', '2026-04'])
  })

  it('what a text no longer reads cannot vanish', () => {
    const orders = sold(order('a', '2026-03-05', '10.00'))
    const first = run(bookOf([sales]), orders, '2026-03')
    expect(first.state.settled[0]?.records).toEqual({ 'sales orders': 1 })
    const fixed: Component = { ...sales, formula: constant('7.00', cny), reads: {} }
    const again = run(bookOf([fixed]), orders, '2026-03', first)
    expect(lines(again)).toEqual(['sales li 2026-03 -3.00'])
    expect(again.state.settled[0]).not.toHaveProperty('records')
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
