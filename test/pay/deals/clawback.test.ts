import { describe, expect, it } from 'vitest'
import {
  atLeast,
  constant,
  divide,
  type Expression,
  maximum,
  minimum,
  multiply,
  round,
  subtract,
  when,
} from '../../../src/formula/index.js'
import { component } from '../../../src/pay/build.js'
import { member, service } from '../../../src/pay/read.js'
import { bookOf, cents } from '../rules/paying.js'
import { cancelled, collected, signed } from './credits.js'
import { eachDeal, none, ofDeal, paid, percent, released, sold, type Through } from './paid.js'

const months = ['2026-01', '2026-02', '2026-03', '2026-04']
const commission = (through: Through) => round(percent('0.10', sold(through)), cents)

/** All within three months, then a twelfth less each month, and nothing after twelve. */
function takenBack(of: Expression, age: Expression): Expression {
  const isAged = (count: string) => atLeast(age, constant(count, 'count'))
  const left = subtract(constant('14', 'count'), age)
  return when(
    isAged('12'),
    none,
    when(isAged('3'), divide(multiply(of, left), constant('12', 'count'), cents), of),
  )
}

describe('a commission is taken back by the months since the deal', () => {
  const dates: readonly (readonly [string, string, string])[] = [
    ['2026-03-15', '2026-03', '-120.00'],
    ['2026-04-08', '2026-04', '-120.00'],
    ['2026-04-11', '2026-04', '-110.00'],
    ['2026-12-15', '2026-12', '-30.00'],
    ['2027-01-11', '2027-01', '0.00'],
  ]

  it.each(dates)('kind 18 cancelled on %s, by the months of the credit', (on, month, back) => {
    const each = component(
      'commission',
      { pays: 'due', each: { record: 'credits' } },
      takenBack(subtract(commission('row'), commission('before')), member('months', 'count', 0)),
    )
    const events = [signed('A', '2026-01-10', '1200.00'), cancelled('A', on, '-1200.00')]
    expect(paid(bookOf([each], { retro: 14 }), events, ['2026-01', month])).toEqual([
      '2026-01 commission li 120.00',
      ...(back === '0.00' ? [] : [`${month} commission li 2026-01 ${back}`]),
    ])
  })

  it.each(dates)('kind 18 cancelled on %s, by the days of the records', (on, month, back) => {
    const age = service(
      'months',
      { first: { kind: ['order'] } },
      { until: { last: { kind: ['cancellation'] } }, missing: '0', unit: 'count' },
    )
    const gone = ofDeal('sales', undefined, {
      where: { kind: ['cancellation'] },
      input: 'cancelled',
    })
    const each = component(
      'commission',
      { pays: 'due', each: { record: 'credits', by: 'deal' } },
      subtract(
        round(percent('0.10', subtract(sold('row'), gone('row'))), cents),
        takenBack(subtract(none, round(percent('0.10', gone('row')), cents)), age),
      ),
    )
    const events = [signed('A', '2026-01-10', '1200.00'), cancelled('A', on, '-1200.00')]
    expect(paid(bookOf([each], { retro: 14 }), events, ['2026-01', month])).toEqual([
      '2026-01 commission li 120.00',
      ...(back === '0.00' ? [] : [`${month} commission li 2026-01 ${back}`]),
    ])
  })
})

describe('an advance is repaid by what its own deal earns', () => {
  const signedFor = ofDeal('sales', undefined, { where: { kind: ['order'] }, input: 'signed' })
  const advance = (through: Through) => percent('0.05', signedFor(through))
  const earned = (through: Through) => released(commission(through), through)
  const repaid = (through: Through) => minimum(advance(through), earned(through))
  const parts = [
    eachDeal('advance', advance),
    eachDeal('earned', earned),
    eachDeal('repaid', (through) => subtract(none, repaid(through))),
  ]
  const owed = component(
    'owed',
    { pays: 'due', each: { record: 'credits', by: 'deal', over: { since: 'ever' } } },
    round(subtract(advance('row'), repaid('row')), cents),
  )
  const events = [
    signed('A', '2026-01-10', '1000.00'),
    signed('B', '2026-01-20', '400.00'),
    collected('A', '2026-02-10', '300.00'),
    cancelled('B', '2026-03-01', '-400.00'),
    collected('A', '2026-03-10', '700.00'),
  ]

  it('kind 6 a draw on a deal, repaid by that deal alone', () => {
    expect(paid(bookOf(parts), events, months)).toEqual([
      '2026-01 advance li 70.00',
      '2026-02 earned li 30.00',
      '2026-02 repaid li -30.00',
      '2026-03 earned li 70.00',
      '2026-03 repaid li -20.00',
    ])
  })

  it('kind 6 what is not repaid is owed, deal by deal', () => {
    const told = paid(bookOf([owed]), events, months)
    expect(told).toEqual([
      '2026-01 owed li 70.00',
      '2026-02 owed li 40.00',
      '2026-03 owed li 20.00',
      '2026-04 owed li 20.00',
    ])
  })

  it('kind 6 an advance that is a least amount of the deal goes back when it is cancelled', () => {
    const least = eachDeal('commission', (through) =>
      maximum(percent('0.05', sold(through)), earned(through)),
    )
    expect(paid(bookOf([least]), events, months)).toEqual([
      '2026-01 commission li 70.00',
      '2026-03 commission li 2026-01 -20.00',
      '2026-03 commission li 50.00',
    ])
  })
})
