import { describe, expect, test } from 'vitest'
import {
  add,
  atLeast,
  constant,
  maximum,
  minimum,
  multiply,
  round,
  step,
  subtract,
  when,
} from '../../src/formula/index.js'
import {
  amount,
  type Component,
  component,
  figure,
  type LintPayRequest,
  lintPay,
  parseData,
  records,
} from '../../src/pay/index.js'
import { labelIn } from '../../src/problem/index.js'
import { found } from '../found.js'
import { bookOf, cents, cny, dataOf, order, person, run } from './rules/paying.js'

const yuan = (value: string) => constant(value, cny)
const sold = figure('sold', cny, 2)
const due = (name: string, formula: Parameters<typeof component>[2]) =>
  component(name, { pays: 'due' }, formula)
const tenth = due('tenth', round(multiply(sold, constant('0.1')), cents))
const earned = amount('tenth', cny, 2)
const none = yuan('0.00')
const less = (of: Parameters<typeof subtract>[1]) => subtract(none, of)

const data = parseData(
  dataOf(
    ['li', 'wu'].map((id) => ({
      ...person(id, { team: 'east' }),
      figures: [{ name: 'sold', period: '2026-03', value: '500.00' }],
    })),
  ),
)

function lint(components: readonly Component[], more: Partial<LintPayRequest> = {}) {
  const book = bookOf(components)
  const march = run(book, data, '2026-03')
  return lintPay(book, data, march, { person: 'li', over: { figure: 'sold' }, ...more })
}
const told = (components: readonly Component[], more: Partial<LintPayRequest> = {}) =>
  lint(components, more).map(({ message }) => labelIn(message, 'en'))
const toldZh = (components: readonly Component[]) =>
  lint(components).map(({ message }) => labelIn(message, 'zh-CN'))

describe('what components do to each other in all pay', () => {
  test('is nothing where each adds to it', () => {
    expect(told([tenth, due('more', round(multiply(sold, constant('0.01')), cents))])).toEqual([])
  })

  test('is a fall, with what is lost and where it is made up', () => {
    const prize = due('prize', when(atLeast(earned, yuan('100')), none, yuan('60.00')))
    expect(lint([tenth, prize]).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'pay-falls components.prize',
    ])
    expect(told([tenth, prize])).toEqual([
      'beyond 999.94, more pays up to 59.99 less than the 159.99 there, by what "prize" does; only 1599.85 makes it up',
    ])
    expect(toldZh([tenth, prize])).toEqual([
      '超过 999.94 后，总报酬比该处的 159.99 最多少 59.99，原因在“prize”；到 1599.85 才追平',
    ])
  })

  test('is a fall that nothing makes up, or that has no end', () => {
    const lost = due(
      'lost',
      less(when(atLeast(sold, yuan('1000')), add(earned, yuan('5.00')), none)),
    )
    expect(told([tenth, lost])).toEqual([
      'beyond 999.99, more pays up to 105.00 less than the 100.00 there, by what "lost" does; nothing makes it up',
      'from 1000 on, "lost" takes all that "tenth" pays for more',
    ])
    expect(toldZh([tenth, lost])).toEqual([
      '超过 999.99 后，总报酬比该处的 100.00 最多少 105.00，原因在“lost”；此后无法追平',
      '从 1000 起，“tenth”多得的全部被“lost”抵消',
    ])
    const endless = due('endless', less(multiply(earned, constant('2'))))
    expect(told([tenth, endless])).toEqual([
      'beyond 0.04, more pays less than the 0.00 there, by what "endless" does; nothing makes it up',
    ])
    expect(toldZh([tenth, endless])).toEqual([
      '超过 0.04 后，总报酬比该处的 0.00 更少，原因在“endless”；此后无法追平',
    ])
  })

  test('is a jump, before and after its bound', () => {
    const prize = (exclusive: boolean) =>
      due(
        'prize',
        step(sold, [{ value: '0.00' }, { from: '1000', exclusive, value: '50.00' }], cny),
      )
    expect(told([tenth, prize(false)])).toEqual([
      'all pay jumps from 100.00 to 150.00 at 1000, by what "prize" does',
    ])
    expect(told([tenth, prize(true)])).toEqual([
      'all pay jumps from 100.00 to 150.00 at 1000.01, by what "prize" does',
    ])
    expect(toldZh([tenth, prize(false)])).toEqual([
      '在 1000 处，总报酬由 100.00 突变为 150.00，原因在“prize”',
    ])
  })

  test('is that one takes what others earn: on each stretch once, wherever it bends', () => {
    const topUp = due('topUp', maximum(subtract(yuan('80.00'), earned), none))
    const fee = due(
      'fee',
      less(minimum(maximum(subtract(earned, yuan('200')), none), yuan('50.00'))),
    )
    expect(told([tenth, topUp, fee])).toEqual([
      'from 0 to 800, "topUp" takes all that "tenth" pays for more',
      'from 2000 to 2500, "fee" takes all that "tenth" pays for more',
    ])
    expect(toldZh([tenth, topUp])).toEqual(['从 0 到 800，“tenth”多得的全部被“topUp”抵消'])
    // The jump within it parts no stretch.
    const prize = due('prize', step(sold, [{ value: '0.00' }, { from: '500', value: '9.00' }], cny))
    expect(told([tenth, prize, topUp])).toEqual([
      'from 0 to 800, "topUp" takes all that "tenth" pays for more',
      'all pay jumps from 80.00 to 89.00 at 500, by what "prize" does',
    ])
  })

  test('is looked at over the domain that is asked for', () => {
    const topUp = due('topUp', maximum(subtract(yuan('80.00'), earned), none))
    expect(told([tenth, topUp], { domain: { from: 100, to: 300 } })).toEqual([
      'from 100 to 300, "topUp" takes all that "tenth" pays for more',
    ])
    expect(told([tenth, topUp], { domain: { from: 800 } })).toEqual([])
    expect(told([tenth, topUp], { of: ['tenth'] })).toEqual([])
  })

  test('says what was left as it is', () => {
    const team = due(
      'team',
      amount('tenth', cny, 2, { among: { group: { by: 'team' }, as: 'sum' } }),
    )
    expect(lint([tenth, team]).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'pay-held components.team',
    ])
    expect(told([tenth, team])).toEqual([
      '"tenth" of "team" may change with the number, and was left as it is',
    ])
    expect(toldZh([tenth, team])).toEqual(['“team”的“tenth”可能随该数变化，此处按原样保持'])
  })

  test('says where other records might count', () => {
    const orders = parseData(
      dataOf([person('li')], { orders: [order('a', '2026-03-02', '300.00')] }),
    )
    const ofOrders = component(
      'sales',
      { pays: 'due' },
      records('orders', 'sum', { value: 'amount', unit: cny, scale: 2 }),
    )
    const large = component(
      'large',
      { pays: 'due', each: { record: 'orders', where: { amount: { above: '100' } } } },
      yuan('5.00'),
    )
    const book = bookOf([ofOrders, large])
    const march = run(book, orders, '2026-03')
    const over = { table: 'orders', id: 'a', value: 'amount' }
    const [held] = lintPay(book, orders, march, { person: 'li', over })
    expect(held?.message).toEqual({
      en: 'which records "large" is worked out for may change with the number, and was left as it is',
      'zh-CN': '“large”针对哪些记录计算可能随该数变化，此处按原样保持',
    })
  })

  test('is told of straight pieces alone, and of the others what is known of them', () => {
    const part = figure('sold', 'ratio', 2)
    const squared = due('squared', round(multiply(yuan('100.00'), part, part), cents))
    const fixed = due('fixed', step(part, [{ value: '5.00' }, { from: '900', value: '0.00' }], cny))
    expect(told([squared], { domain: { from: 0, to: 1 } })).toEqual([])
    expect(told([fixed])).toEqual([
      'beyond 899.99, more pays up to 5.00 less than the 5.00 there, by what "fixed" does; nothing makes it up',
    ])
  })

  test('is refused of somebody unknown, and of a domain that ends before it begins', () => {
    expect(found(() => lint([tenth], { person: 'zhao' }))).toEqual([['unknown-person', 'person']])
    expect(found(() => lint([tenth], { domain: { from: 2, to: 1 } }))).toEqual([
      ['reversed-domain', 'domain'],
    ])
  })
})
