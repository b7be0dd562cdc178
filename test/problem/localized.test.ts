import { describe, expect, test } from 'vitest'
import { labelIn } from '../../src/problem/index.js'

describe('labelIn', () => {
  test('one text serves every reader', () => {
    expect(labelIn('Gate', 'en')).toBe('Gate')
    expect(labelIn('Gate', 'zh-CN')).toBe('Gate')
  })

  test('a text a language goes to its reader', () => {
    const label = { en: 'Gate', 'zh-CN': '门槛' }
    expect(labelIn(label, 'en')).toBe('Gate')
    expect(labelIn(label, 'zh-CN')).toBe('门槛')
  })
})
