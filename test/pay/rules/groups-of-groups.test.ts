import { describe, expect, test } from 'vitest'
import { input } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { bookOf, cny, dataOf, lines, person, reading, run, since } from './paying.js'

const byTeam = { by: 'team' } as const
const byDepartment = { by: 'department' } as const

const sales: Component = {
  component: 'sales',
  of: byTeam,
  formula: input('sales', cny, 2),
  reads: { sales: { from: 'figure', name: 'sales', missing: '0.00' } },
}
const ofDepartment: Component = {
  component: 'department',
  of: byDepartment,
  formula: input('sales', cny, 2),
  reads: {
    sales: { from: 'component', name: 'sales', among: { group: byDepartment, as: 'sum' } },
  },
}
const seenByTeam: Component = {
  component: 'seen',
  of: byTeam,
  formula: input('department', cny, 2),
  reads: { department: { from: 'component', name: 'department' } },
}

describe('a group of groups', () => {
  const people = [
    person('li', { team: 'red' }),
    person('wu', { team: 'blue' }),
    person('he', { team: 'grey' }),
  ]
  const figure = (value: string) => [{ name: 'sales', period: '2026-03', value }]
  const groups = [
    {
      of: { ...byTeam, value: 'red' },
      attributes: since({ department: 'shop' }),
      figures: figure('10.00'),
    },
    { of: { ...byTeam, value: 'blue' }, attributes: since({ department: 'shop' }) },
    { of: { ...byTeam, value: 'grey' }, figures: figure('5.00') },
    { of: { ...byDepartment, value: 'shop' }, figures: figure('99.00') },
  ]
  const paid = reading('paid', { from: 'component', name: 'seen' })
  const own = reading('own', { from: 'component', name: 'sales' })

  test('is told by an attribute of the group, and adds up the groups of it', () => {
    const book = bookOf([sales, ofDepartment, seenByTeam, paid, own])
    expect(lines(run(book, dataOf(people, {}, groups), '2026-03'))).toEqual([
      'paid he 2026-03 0.00',
      'paid li 2026-03 10.00',
      'paid wu 2026-03 10.00',
      'own he 2026-03 5.00',
      'own li 2026-03 10.00',
      // The figure of the department above it is none of the team's.
      'own wu 2026-03 0.00',
    ])
  })
})
