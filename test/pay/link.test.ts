import { describe, expect, it } from 'vitest'
import { link } from '../../src/pay/link.js'
import { accepted } from './accepted.js'

describe('link', () => {
  it('puts each component after what it reads in the period, and cash last', () => {
    const { components } = link(accepted)
    expect([...components.keys()]).toEqual([
      'base',
      'overtime',
      'commission',
      'orders',
      'pool',
      'weight',
      'score',
      'floor',
      'cap',
      'share',
      'post',
      'posts',
      'team',
      'leader',
      'median',
      'gross',
      'tax',
    ])
  })
})
