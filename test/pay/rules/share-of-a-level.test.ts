import { expect, it } from 'vitest'
import { constant, input } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import { bookOf, cny, dataOf, lines, person, reading, run } from './paying.js'

const count = (component: string, more: Partial<Component> = {}): Component => ({
  component,
  formula: input('n', 'count', 0),
  reads: { n: { from: 'attribute', name: component } },
  ...more,
})

it('a share among those who are level gives nothing to who is level with nobody that has a weight', () => {
  const pot: Component = {
    component: 'pot',
    of: 'company',
    formula: constant('100.00', cny),
    reads: {},
  }
  const weight = count('weight', { eligible: { where: { desk: ['yes'] } } })
  const part = reading('part', {
    from: 'component',
    name: 'pot',
    among: { group: 'company', as: { share: 'weight' }, who: 'level', by: 'rank' },
  })
  const people = [
    person('li', { rank: '1', weight: '1', desk: 'no' }),
    person('wu', { rank: '2', weight: '1', desk: 'yes' }),
  ]
  const paid = run(bookOf([pot, count('rank'), weight, part]), dataOf(people), '2026-03')
  expect(lines(paid)).toEqual(['part li 2026-03 0.00', 'part wu 2026-03 100.00'])
})
