import { describe, expect, test } from 'vitest'
import type { Run } from '../../src/pay/run.js'
import { parseRun } from '../../src/pay/run-schema.js'
import { describeProblems, digestOf, problem, problemsOf } from '../../src/problem/index.js'

const earned = { rhythm: 'month', period: '2026-03' }
const owner = { person: 'li' }
const content: Omit<Run, 'digest'> = {
  format: 1,
  engine: 'payproof@0.1.0',
  book: 'ghi',
  currency: 'CNY',
  rhythm: 'month',
  period: '2026-03',
  number: 1,
  asOf: '2026-03-31',
  before: { digest: 'abc' },
  lines: [
    {
      component: 'base',
      person: 'li',
      assignment: 'desk',
      earned,
      entitled: '8000.00',
      settled: '7000.00',
      amount: '1000.00',
      parts: [
        {
          from: '2026-03-01',
          to: '2026-03-31',
          record: 'o1',
          version: '2026-01-01',
          read: { salary: '8000.00', city: 'Shanghai' },
          amount: '8000.00',
          why: 'Booked twice',
        },
      ],
      fingerprint: 'def',
      why: 'Opening',
      changedVersion: true,
    },
  ],
  withheld: [
    {
      component: 'bonus',
      owner: { person: 'li', assignment: 'desk' },
      earned,
      problems: [{ ...problem('missing', 'bonus', ['is missing', 'Give it'], ['缺失', '请填写']) }],
    },
  ],
  unread: [{ figure: 'bonsu', earned, given: 2 }],
  late: [{ key: 'orders o1', period: '2026-01' }],
  divisions: [
    {
      component: 'pool',
      earned,
      group: 'north',
      value: '100.00',
      settled: '0.00',
      withheld: ['wang'],
    },
  ],
  leftOver: [{ component: 'draw', owner, value: '-20.00' }],
  changedVersions: [{ component: 'base', from: '2026-01-01', old: 'a', new: 'b' }],
  absentPeople: ['wu'],
  state: {
    first: '2026-01',
    opened: '2026-01-31',
    asOfs: { '2026-01': '2026-01-31' },
    settled: [
      {
        component: 'base',
        owner: { by: 'team', value: 'north' },
        earned,
        amount: '8000.00',
        value: '8000.00',
        records: { orders: 2 },
        figures: ['hours'],
        asOf: '2026-03-31',
        withheld: true,
        text: 'ghi',
        why: 'Opening',
      },
      { component: 'gross', owner, earned },
    ],
    paid: [{ component: 'gross', owner, period: '2026-03', amount: '8000.00' }],
    versions: { base: 'a', 'base 2026-01-01': 'b' },
  },
}
const run: Run = { ...content, digest: digestOf(content) }
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('parseRun', () => {
  test('reads a run as it was written, a first one too', () => {
    expect(parseRun(json(run))).toEqual(run)
    const first = { ...content, before: 'first', lines: [], absentPeople: [] }
    expect(parseRun({ ...first, digest: digestOf(first) }).before).toBe('first')
  })

  test.each<[name: string, change: object]>([
    ['an amount', { lines: [{ ...content.lines[0], amount: '1000.01' }] }],
    ['a member that is left out', { leftOver: [] }],
    ['what is carried on', { state: { ...content.state, settled: [] } }],
    ['its digest', { digest: 'x' }],
  ])('refuses a run of which %s was changed', (_, change) => {
    const problems = problemsOf(() => parseRun({ ...run, ...change }))
    expect(describeProblems(problems)).toBe(
      'digest: run 1 of 2026-03 is not what its digest was made of: it was changed. Give the run as it was stored.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'digest：2026-03 的第 1 次计算与其摘要不符：内容已被改动。请提供原样保存的计算结果。',
    )
  })

  test('lists every problem with its path', () => {
    const [line] = content.lines
    const [first] = content.state.settled
    const wrong = {
      ...run,
      number: 0,
      before: 'last',
      lines: [line, { ...line, amount: 1, parts: [{}] }],
      state: {
        ...content.state,
        asOfs: { '2026-01': '2026-02-30' },
        settled: [{ ...first, why: 1 }],
      },
      late: undefined,
      more: 1,
    }
    const found = problemsOf(() => parseRun(wrong)).map(({ code, path }) => `${code} ${path}`)
    expect(found).toEqual([
      'unknown-key more',
      'too-small number',
      'wrong-type before',
      'wrong-type lines[1].amount',
      'missing lines[1].parts[0].from',
      'missing lines[1].parts[0].to',
      'missing lines[1].parts[0].read',
      'missing lines[1].parts[0].amount',
      'missing late',
      'not-a-date state.asOfs.2026-01',
      'wrong-type state.settled[0].why',
    ])
  })
})
