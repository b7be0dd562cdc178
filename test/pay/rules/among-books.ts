import type { Among, Component } from '../../../src/pay/component.js'
import { bookOf, dataOf, lines, person, reading, run } from './paying.js'

/** Four people in two teams, and what one of them reads among the others. */

/** What each has sold, and has sold more than nothing. */
const score = reading('score', { from: 'attribute', name: 'score' }, { pays: undefined })
const { pays: _, ...unpaid } = score

export { unpaid }

export const level: Component = {
  ...unpaid,
  component: 'level',
  reads: { x: { from: 'attribute', name: 'level', missing: '0.00' } },
}

export function among(say: Partial<Among>, more: Partial<Component> = {}): Component {
  const { group = 'company', as = 'sum', ...rest } = say
  return reading('out', { from: 'component', name: 'score', among: { group, as, ...rest } }, more)
}

export const people = [
  person('a', { score: '10.00', team: 'red', level: '1.00' }),
  person('b', { score: '20.00', team: 'red', level: '2.00' }),
  person('c', { score: '20.00', team: 'blue', level: '2.00' }),
  person('d', { score: '40.00', team: 'blue' }),
]
export const outOf = (component: Component, ...others: Component[]) =>
  lines(run(bookOf([unpaid, level, component, ...others]), dataOf(people), '2026-03')).map((line) =>
    line.replace('out ', '').replace(' 2026-03', ''),
  )
