import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cascadeTarget } from '../../src/kpi/cascade.js'
import { parseCascade } from '../../src/kpi/cascade-schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
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
    [
      'a word for a weight, and nothing else is said,',
      [node('a', 'x'), node('b', '0', 'a')],
      [['not-a-non-negative-decimal', 'nodes[0].weight']],
    ],
    [
      'a level without weight',
      [node('company', '1'), node('a', '0', 'company'), node('b', '0.0', 'company')],
      [['weightless-children', 'nodes[1].weight']],
    ],
    [
      'a company without weight',
      [node('company', '0')],
      [['weightless-children', 'nodes[0].weight']],
    ],
  ])('%s is refused', (_, nodes, expected) => {
    expect(found(() => cascade(nodes))).toEqual(expected)
  })

  test('what is wrong reads in both languages', () => {
    const nodes = [
      node('a', '0'),
      node('b', '0', 'a'),
      node('c', '1', 'd'),
      node('d', '1', 'c'),
      node('service', '1', 'a'),
      node('Li', '1', 'servcie'),
      node('Wang', '1', 'sales'),
    ]
    const problems = problemsOf(() => cascade(nodes))
    expect(describeProblems(problems)).toBe(
      [
        'nodes[0].weight: every node at the top has the weight 0. Give one of them a weight above 0.',
        'nodes[2].parent: "c" is above itself. Let the cascade end at a node without a parent.',
        'nodes[3].parent: "d" is above itself. Let the cascade end at a node without a parent.',
        'nodes[5].parent: "servcie" is no node of the cascade. Perhaps "service" was meant.',
        'nodes[6].parent: "sales" is no node of the cascade. Add it as a node.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'nodes[0].weight：最上层所有节点的权重均为 0。请至少给其中一个大于 0 的权重。',
        'nodes[2].parent：“c” 位于自身之上。分解须终止于没有上级的节点。',
        'nodes[3].parent：“d” 位于自身之上。分解须终止于没有上级的节点。',
        'nodes[5].parent：分解中没有节点“servcie”。也许是“service”。',
        'nodes[6].parent：分解中没有节点“sales”。请将其加入节点。',
      ].join('\n'),
    )
    const weightless = problemsOf(() => cascade([node('a', '1'), node('b', '0', 'a')]))
    expect(describeProblems(weightless)).toContain('every node under "a" has the weight 0')
    expect(describeProblems(weightless, 'zh-CN')).toContain('“a”之下所有节点的权重均为 0')
  })

  test.each([
    ['0.5', 'too-many-places'],
    ['many', 'not-a-number'],
  ])('a target of %s is refused', (target, code) => {
    expect(found(() => cascadeTarget(cascade(company), target))).toEqual([[code, 'target']])
  })
})
