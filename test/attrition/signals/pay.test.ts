import { describe, expect, test } from 'vitest'
import { compaRatio, gapToPeers } from '../../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../../src/problem/index.js'
import { found } from '../../found.js'

describe('compaRatio', () => {
  test.each([
    ['7600.00', '8000.00', '0.9500'],
    ['8000.00', '6000.00', '1.3333'],
    ['0', '6000.00', '0.0000'],
    ['1.00005', '1', '1.0001'],
  ])('%s over %s', (pay, midpoint, expected) => {
    expect(compaRatio(pay, midpoint)).toBe(expected)
  })

  test.each(['0', '-1'])('a midpoint of %s is refused', (midpoint) => {
    expect(found(() => compaRatio('1', midpoint))).toEqual([['not-positive', 'midpoint']])
  })

  test('also in Chinese', () => {
    expect(
      describeProblems(
        problemsOf(() => compaRatio('1', '0')),
        'zh-CN',
      ),
    ).toBe('midpoint：须大于零。请给出大于零的薪酬。')
  })
})

describe('gapToPeers', () => {
  test.each([
    ['none', '7600.00', [], undefined],
    ['an odd number', '7600.00', ['9000.00', '8000.00', '10.00'], '0.0500'],
    ['an even number', '7600.00', ['9000.00', '7000.00'], '0.0500'],
    ['above them', '9000.00', ['8000.00'], '-0.1250'],
    ['thousands beside hundreds', '900.00', ['1000.00', '900.00', '10000.00'], '0.1000'],
    ['a half is rounded away from zero', '0.99995', ['1'], '0.0001'],
  ])('%s', (_, pay, peers, expected) => {
    expect(gapToPeers(pay, peers)).toBe(expected)
  })

  test('a median of zero is refused', () => {
    expect(found(() => gapToPeers('1', ['0', '0', '5']))).toEqual([['not-positive', 'peers']])
  })
})
