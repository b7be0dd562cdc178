import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cascadeTarget } from '../../src/kpi/cascade.js'
import { parseCascade } from '../../src/kpi/cascade-schema.js'
import { total } from '../../src/quantity/index.js'
import { found } from '../found.js'

const node = (name: string, weight: string, parent?: string) => ({
  node: name,
  weight,
  ...(parent !== undefined && { parent }),
})
const company = [
  node('company', '1'),
  node('operations', '0.6', 'company'),
  node('service', '0.4', 'company'),
  node('Amina', '1', 'service'),
  node('Ben', '1', 'service'),
  node('Chloe', '1', 'service'),
]
const cascade = (nodes: readonly object[]) => parseCascade({ id: 'sales', places: 0, nodes })

describe('cascadeTarget', () => {
  test('a company target comes down to departments and people', () => {
    expect(cascadeTarget(cascade(company), '1000')).toEqual([
      { node: 'company', target: '1000' },
      { node: 'operations', parent: 'company', target: '600' },
      { node: 'service', parent: 'company', target: '400' },
      { node: 'Amina', parent: 'service', target: '134' },
      { node: 'Ben', parent: 'service', target: '133' },
      { node: 'Chloe', parent: 'service', target: '133' },
    ])
  })

  test('children add up to their parent exactly, whatever the weights', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        weights,
        weights,
        fc.integer({ min: -999, max: 9_999 }),
        (upper, lower, target) => {
          fc.pre(upper.some((weight) => weight > 0) && lower.some((weight) => weight > 0))
          const nodes = [
            node('company', '1'),
            ...upper.map((weight, i) => node(`d${i}`, String(weight), 'company')),
            ...lower.map((weight, i) => node(`p${i}`, String(weight), 'd0')),
          ]
          const targets = cascadeTarget(cascade(nodes), target)
          const own = new Map(targets.map((each) => [each.node, each.target]))
          for (const parent of ['company', 'd0']) {
            const children = targets.filter((each) => each.parent === parent)
            expect(
              total(
                children.map((each) => each.target),
                0,
              ),
            ).toBe(own.get(parent))
          }
        },
      ),
    )
  })

  test.each([
    [
      'a cycle',
      [node('a', '1', 'b'), node('b', '1', 'a')],
      [
        ['cyclic-cascade', 'nodes[0].parent'],
        ['cyclic-cascade', 'nodes[1].parent'],
      ],
    ],
    [
      'a node below a cycle',
      [node('a', '1', 'a'), node('b', '1', 'a')],
      [['cyclic-cascade', 'nodes[0].parent']],
    ],
    [
      'a misspelt parent',
      [node('company', '1'), node('a', '1', 'compnay')],
      [['unknown-parent', 'nodes[1].parent']],
    ],
    ['an unknown parent', [node('a', '1', 'zzz')], [['unknown-parent', 'nodes[0].parent']]],
    ['a node twice', [node('a', '1'), node('a', '1')], [['repeated-id', 'nodes[1].node']]],
  ])('%s is refused', (_, nodes, expected) => {
    expect(found(() => cascade(nodes))).toEqual(expected)
  })

  test('a target with too many places is refused', () => {
    expect(found(() => cascadeTarget(cascade(company), '0.5'))).toEqual([
      ['too-many-places', 'total'],
    ])
  })
})
