import { describe, expect, test } from 'vitest'
import {
  parseAttribution,
  parseCreditRules,
  parseRollUp,
  parseTouches,
} from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const half = (person: string) => ({ person, share: '0.5' })
const rule = {
  credit: 'direct',
  by: 'desk',
  owners: { north: [half('ann'), half('ben')], south: [{ person: 'ann', share: '1' }] },
  unowned: 'refuse',
}
const touch = { id: 't1', key: 'c7', person: 'li', date: '2026-02-01' }

describe('crediting rules', () => {
  test.each([
    rule,
    { ...rule, shares: 'whole', from: '2026-01-01', to: '2026-12-31', clause: '3.1' },
    { ...rule, owners: { north: [half('ann')] }, shares: 'any' },
    { ...rule, where: { returning: 'yes' }, unowned: 'skip' },
  ])('are read as they are written: %j', (json) => {
    expect(parseCreditRules([json])).toEqual([json])
  })

  test('are refused with every problem of every rule', () => {
    const short = { north: [{ person: 'ann', share: '0.999' }] }
    const twice = { north: [half('ann'), half('ann')], south: [] }
    expect(
      found(() =>
        parseCreditRules([
          { ...rule, owners: short },
          { ...rule, owners: { north: [half('ann'), half('ann')] } },
        ]),
      ),
    ).toEqual([
      ['shares-not-whole', '[0].owners.north'],
      ['repeated-id', '[1].owners.north[1].person'],
    ])
    expect(found(() => parseCreditRules([{ ...rule, owners: twice }]))).toEqual([
      ['too-small', '[0].owners.south'],
    ])
    expect(found(() => parseCreditRules([{ ...rule, unowned: 'ask', where: { a: 1 } }]))).toEqual([
      ['wrong-type', '[0].where.a'],
      ['not-offered', '[0].unowned'],
    ])
  })

  test('say in Chinese too what shares come to', () => {
    const owners = { north: [half('ann'), half('ben'), half('li')] }
    expect(
      describeProblems(
        problemsOf(() => parseCreditRules([{ ...rule, owners }])),
        'zh-CN',
      ),
    ).toBe('[0].owners.north：份额合计为 1.5。份额之和须恰好等于 1。')
  })
})

describe('attribution rules', () => {
  const base = { credit: 'indirect', by: 'customer', window: 30 }

  test.each([
    { kind: 'first' },
    { kind: 'last' },
    { kind: 'linear' },
    { kind: 'position', first: '40', last: '40', middle: '20' },
    { kind: 'position', first: '0', last: '1', middle: '0' },
    { kind: 'time-decay', halfLife: 7 },
  ])('are read as they are written: %j', (model) => {
    expect(parseAttribution({ ...base, model })).toEqual({ ...base, model })
  })

  test.each<[object, string, string]>([
    [{ model: { kind: 'middle' } }, 'not-offered', 'model.kind'],
    [
      { model: { kind: 'position', first: '0', last: '0.0', middle: '1' } },
      'no-weight',
      'model.first',
    ],
    [{ model: { kind: 'time-decay', halfLife: 0 } }, 'too-small', 'model.halfLife'],
    [{ model: { kind: 'first' }, window: -1 }, 'too-small', 'window'],
  ])('are refused: %j gives %s at %s', (wrong, code, path) => {
    expect(found(() => parseAttribution({ ...base, ...wrong }))).toEqual([[code, path]])
  })
})

describe('touches', () => {
  test('are read from a list of any length', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ ...touch, id: String(i) }))
    expect(parseTouches(many)).toHaveLength(30_000)
  })

  test('are refused where an id repeats, each time', () => {
    expect(found(() => parseTouches([touch, touch, { ...touch, id: 't2' }, touch]))).toEqual([
      ['repeated-id', '[1].id'],
      ['repeated-id', '[3].id'],
    ])
    const problems = problemsOf(() => parseTouches([touch, touch]))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      '[1].id：接触“t1”重复出现。每次接触须有唯一标识。',
    )
  })
})

test('a roll-up is read as it is written, and refused where its hierarchy is out of order', () => {
  const managers = {
    ann: [
      { from: '2026-01-01', value: 'mo' },
      { from: '2026-06-01', value: null },
    ],
  }
  const json = { of: 'direct', credit: 'team', share: '0.1', levels: 2, managers }
  expect(parseRollUp(json)).toEqual(json)
  const backwards = { ann: [...managers.ann].reverse() }
  expect(found(() => parseRollUp({ ...json, levels: 0, managers: backwards }))).toEqual([
    ['too-small', 'levels'],
    ['not-ascending', 'managers.ann[1].from'],
  ])
})
