import type { Problem } from '../../src/problem/index.js'
import { type CreditCode, creditProblem } from '../../src/words/index.js'

/** What finds a problem. */
export type Fixture = () => readonly Problem[]

/** Of each code what tells it. */
export const fixtures: Record<CreditCode, Fixture> = {
  'below-zero': () => [
    creditProblem('below-zero', 'events[2].amount', {
      deal: 'o1',
      event: 'r2',
      measure: 'sales',
      value: '-20.00',
    }),
  ],
  'circle-above': () => [
    creditProblem('circle-above', 'people[0].attributes.manager', { name: 'manager', owner: 'li' }),
  ],
  'conflicting-event': () => [
    creditProblem('conflicting-event', 'events[0]', {
      id: 'o1',
      before: '{"amount":"1.00"}',
      now: '{"amount":"2.00"}',
    }),
  ],
  'endless-chain': () => [creditProblem('endless-chain', 'events[0].of', { event: 'r1' })],
  'mixed-shares': () => [
    creditProblem('mixed-shares', 'owners.accounts', { of: 'c7', day: '2026-03-02' }),
  ],
  'no-conversion': () => [
    creditProblem('no-conversion', 'events[0].currency', {
      from: 'USD',
      to: 'CNY',
      day: '2026-03-02',
    }),
  ],
  'not-whole': () => [
    creditProblem('not-whole', 'events[0]', { deal: 'o1', credit: 'direct', share: '0.9' }),
  ],
  'nothing-to-transfer': () => [
    creditProblem('nothing-to-transfer', 'events[1].from', {
      event: 't1',
      from: 'wu',
      known: ['li', 'wang'],
    }),
    creditProblem('nothing-to-transfer', 'events[1].from', { event: 't1', from: 'wu', known: [] }),
  ],
  'repeated-event': () => [creditProblem('repeated-event', 'events[1].id', { id: 'o1' })],
  uncredited: () => [
    creditProblem('uncredited', 'events[0]', { deal: 'o1', credit: 'direct', event: 'o1' }),
  ],
  'unknown-credit': () => [
    creditProblem('unknown-credit', 'events[1].credit', {
      found: 'dircet',
      known: ['direct', 'team'],
    }),
  ],
  'unknown-original': () => [
    creditProblem('unknown-original', 'events[1].of', { event: 'r1', of: 'o9' }),
  ],
  'untold-figure': () => [
    creditProblem('untold-figure', 'events[1].figures', { event: 'r1', figure: 'margin' }),
  ],
}
