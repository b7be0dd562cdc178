import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { kindOf } from '../../src/problem/plain-copy.js'

test.each<[string, object, string]>([
  ['a list', [], 'list'],
  ['an object', {}, 'object'],
  ['one without a prototype', Object.create(null), 'object'],
  ['one of another realm', runInNewContext('({ a: 1 })'), 'object'],
  ['a date', new Date(0), 'other'],
  ['one of a class', new (class {})(), 'other'],
  ['one whose prototype has none', Object.create(Object.create(null)), 'other'],
])('%s is told from others', (_, value, kind) => {
  expect(kindOf(value)).toBe(kind)
})
