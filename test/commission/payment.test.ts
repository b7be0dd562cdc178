import { expect, test } from 'vitest'
import { parsePayments } from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const base = { currency: 'CNY', rounding: 'half-up' }

test.each<[object, string, string]>([
  [{ recovery: { share: '1.01' } }, 'above-whole', 'recovery.share'],
  [{ recovery: { forgiveAfter: 0 } }, 'too-small', 'recovery.forgiveAfter'],
  [{ draw: { kind: 'recoverable', amount: '0.001' } }, 'too-many-places', 'draw.amount'],
  [
    { draw: { kind: 'recoverable', amount: '1', ceiling: '0.001' } },
    'too-many-places',
    'draw.ceiling',
  ],
  [{ draw: { kind: 'non-recoverable', amount: '1', ceiling: '2' } }, 'unknown-key', 'draw.ceiling'],
  [{ draw: { kind: 'loan', amount: '1' } }, 'not-offered', 'draw.kind'],
])('a payment policy with %j is refused: %s at %s', (wrong, code, path) => {
  expect(found(() => parsePayments({ ...base, ...wrong }))).toEqual([[code, path]])
})

test('a share above all of it is said in Chinese too', () => {
  const problems = problemsOf(() => parsePayments({ ...base, recovery: { share: '2' } }))
  expect(describeProblems(problems, 'zh-CN')).toBe(
    'recovery.share：2 超过全部。请给出 0 到 1 的份额："0.5" 为一半。',
  )
})
