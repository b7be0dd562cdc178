import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyOf, nodeOf } from '../../src/payroll/commitment.js'
import { besides, depthFor, placesOf, rootFrom, treeOf } from '../../src/payroll/tree.js'
import { hmacSha256, sha256 } from '../../src/problem/index.js'

const draw = hmacSha256('a key')
const items = fc.uniqueArray(fc.string(), { maxLength: 40 })
const drawn = items.map((names) => {
  const depth = depthFor(names.length)
  const places = placesOf(names, depth, (name, round) => draw(`${name} ${round}`))
  const hashes = new Map([...places].map(([place, name]) => [place, sha256(name)]))
  return { names, depth, places, hashes, tree: treeOf(hashes, depth, (node) => draw(node)) }
})

test.each([
  [0, 4],
  [8, 4],
  [9, 5],
  [16, 5],
  [17, 6],
  [100_000, 18],
])('a tree of %i is half empty, at a depth of %i', (most, depth) => {
  expect(depthFor(most)).toBe(depth)
})

test('each has a place of its own, which its hash alone decides', () => {
  fc.assert(
    fc.property(drawn, ({ names, depth, places }) => {
      expect([...places.values()].sort()).toEqual([...names].sort())
      for (const place of places.keys()) expect(place).toMatch(new RegExp(`^[01]{${depth}}$`))
    }),
  )
  // One that would fall on a place that is taken is drawn again.
  const rounds = ['00000000', '00000000', 'f0000000']
  const places = placesOf(
    ['a', 'b'],
    4,
    (name, round) => rounds[name === 'a' ? 0 : 1 + round] as string,
  )
  expect([...places.keys()]).toEqual(['0000', '1111'])
})

test('the root is told by some of its places and what is beside them, whichever they are', () => {
  fc.assert(
    fc.property(drawn, fc.nat(), ({ tree, hashes }, n) => {
      const shown = [...hashes].filter((_, i) => (n >> (i % 30)) & 1)
      const beside = besides(
        tree,
        shown.map(([place]) => place),
      )
      expect(rootFrom(new Map([...Object.entries(beside), ...shown]))).toEqual({ root: tree.root })
      const empty = [...tree.empty].map(([node, nonce]) => [node, emptyOf(nonce)] as const)
      expect(rootFrom(new Map([...hashes, ...empty]))).toEqual({ root: tree.root })
    }),
  )
})

test('a node that is left out or told twice is named', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(sha256) as [string, string, string]
  const of = (nodes: Readonly<Record<string, string>>) => rootFrom(new Map(Object.entries(nodes)))
  expect(of({ '0': a, '10': b, '11': c })).toEqual({ root: nodeOf(a, nodeOf(b, c)) })
  expect(of({ '0': a, '11': c })).toEqual({ missing: '10' })
  expect(of({})).toEqual({ missing: '' })
  expect(of({ '0': a, '1': b, '10': c })).toEqual({ twice: '1' })
})
