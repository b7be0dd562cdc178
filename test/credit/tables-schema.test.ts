import { describe, expect, test } from 'vitest'
import { creditDataProblems } from '../../src/credit/data-problems.js'
import { parseCreditData } from '../../src/credit/data-schema.js'
import { parseEvents } from '../../src/credit/event-schema.js'
import { parseRates } from '../../src/credit/rates-schema.js'
import type { Owner, Touch } from '../../src/credit/tables.js'
import { parseCreditedPeople, parseOwners, parseTouches } from '../../src/credit/tables-schema.js'
import { parsePeople } from '../../src/pay/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { wang } from '../pay/data-fixtures.js'
import { crediting, order, transfer } from './crediting.js'

const owner: Owner = { of: '北区', person: 'li' }
const touch: Touch = { id: 't1', key: 'c7', person: 'li', on: '2026-02-01' }
const rate = { from: 'USD', to: 'CNY', rates: [{ from: '2026-01-01', value: '7.02' }] }
const from = '2026-01-01'

describe('owners', () => {
  const owners: readonly Owner[] = [
    owner,
    { ...owner, person: 'wu', share: '2/3', from, to: from },
    { ...owner, person: 'wu', weight: '3', from, recorded: '2026-01-02' },
    { ...owner, person: 'wu', from, recorded: '2026-01-03', void: true },
    { ...owner, person: 'wu', share: '1.5', from: '2026-01-02', recorded: from },
  ]

  test('are read as they are, frozen, and taken as they are when given again', () => {
    const read = parseOwners(owners)
    expect(read).toEqual(owners)
    expect([read, ...read].every(Object.isFrozen)).toBe(true)
    expect(parseOwners(read)).toBe(read)
  })

  test.each<[object, string, string]>([
    [{ of: '' }, 'too-small', '.of'],
    [{ person: undefined }, 'missing', '.person'],
    [{ share: '1', weight: '1' }, 'one-of', ''],
    [{ share: '3/2' }, 'bad-part', '.share'],
    [{ share: 'all' }, 'not-a-share', '.share'],
    [{ weight: '0' }, 'not-a-weight', '.weight'],
    [{ weight: '1.5' }, 'not-a-weight', '.weight'],
    [{ weight: '9'.repeat(41) }, 'too-many-digits', '.weight'],
    [{ from, to: '2025-12-31' }, 'ends-before-start', '.to'],
    [{ void: false }, 'not-offered', '.void'],
    [{ until: from }, 'unknown-key', '.until'],
  ])('are refused with %j: %s at [1]%s', (wrong, code, path) => {
    expect(found(() => parseOwners([owner, { ...owner, ...wrong }]))).toEqual([
      [code, `[1]${path}`],
    ])
  })

  test('are refused where they are told twice as recorded on one day', () => {
    const dated = { ...owner, from }
    const twice = [owner, owner, dated, { ...dated, share: '0.5', recorded: from }]
    expect(describeProblems(problemsOf(() => parseOwners(twice)))).toBe(
      [
        '[1]: "北区 li" is given twice. Keep the one that holds, or say in "recorded" which became known later.',
        '[3]: "北区 li 2026-01-01" is given twice as recorded on 2026-01-01. Keep the one that holds, or say in "recorded" which became known later.',
      ].join('\n'),
    )
  })

  test('are told apart where their names make one text', () => {
    expect(
      parseOwners([
        { of: 'a b', person: 'c' },
        { of: 'a', person: 'b c' },
      ]),
    ).toHaveLength(2)
  })
})

describe('touches', () => {
  test('are read as they are, frozen, and taken as they are when given again', () => {
    const touches = [touch, { ...touch, order: '09:30', recorded: '2026-02-02' }]
    const read = parseTouches(touches)
    expect(read).toEqual(touches)
    expect([read, ...read].every(Object.isFrozen)).toBe(true)
    expect(parseTouches(read)).toBe(read)
  })

  test.each<[object, string, string]>([
    [{ key: '' }, 'too-small', '.key'],
    [{ on: '2026-02-29' }, 'not-a-date', '.on'],
    [{ date: '2026-02-01' }, 'unknown-key', '.date'],
    [{ person: 'a\u0000' }, 'not-a-plain-id', '.person'],
    [{ id: 't1' }, 'told-twice', ''],
  ])('are refused with %j: %s at [1]%s', (wrong, code, path) => {
    expect(found(() => parseTouches([touch, { ...touch, id: 't2', ...wrong }]))).toEqual([
      [code, `[1]${path}`],
    ])
  })
})

describe('people', () => {
  test('may be those of pay, of whom only the attributes are looked at', () => {
    const read = parseCreditedPeople([wang, { id: 'li', attributes: {} }])
    expect(read).toEqual([
      { id: 'wang', attributes: wang.attributes },
      { id: 'li', attributes: {} },
    ])
    expect(parseCreditedPeople(parsePeople([wang]))).toEqual([read[0]])
    expect(parseCreditedPeople(read)).toBe(read)
    expect(parseCreditedPeople([{ id: 'li', attributes: {}, employment: 'ever' }])).toHaveLength(1)
  })

  test.each<[readonly unknown[], ...problems: readonly string[]]>([
    [[{ attributes: {} }], 'missing [0].id'],
    [[{ id: 'li' }], 'missing [0].attributes'],
    [[{ id: 'li', attributes: {}, manager: 'wu' }], 'unknown-key [0].manager'],
    [['li', null], 'wrong-type [0]', 'wrong-type [1]'],
    [
      [
        {
          id: 'li',
          attributes: {
            rank: [
              { from, value: 'a' },
              { from, value: 'b' },
            ],
          },
        },
      ],
      'told-twice [0].attributes.rank[1]',
    ],
    [
      [{ id: 'li', attributes: { rank: [{ from, value: '' }] } }],
      'too-small [0].attributes.rank[0].value',
    ],
    [
      [
        { id: 'li', attributes: {} },
        { id: 'li', attributes: {} },
      ],
      'repeated-id [1].id',
    ],
  ])('%j are refused', (people, ...problems) => {
    const read = () => parseCreditedPeople(people)
    expect(found(read).map(([code, path]) => `${code} ${path}`)).toEqual(problems)
  })

  test('are no longer read where more is wrong than is listed', () => {
    const people = Array.from({ length: 10_000 }, () => ({}))
    expect(problemsOf(() => parseCreditedPeople(people)).at(-1)?.code).toBe('more-problems')
  })
})

describe('data of deals', () => {
  const data = {
    events: [order, transfer],
    owners: { territories: [owner] },
    people: [{ id: 'li', attributes: {} }],
    touches: [touch],
    rates: [rate],
  }

  test('are read as they are, and frozen', () => {
    const read = parseCreditData(data)
    expect(read).toEqual(data)
    expect([read, read.owners, read.rates, ...Object.values(read)].every(Object.isFrozen)).toBe(
      true,
    )
    expect(parseCreditData({ events: [] })).toEqual({ events: [] })
    expect(creditDataProblems(crediting, read)).toEqual([])
  })

  test('take lists that were read before as they are, each only for what it is', () => {
    const events = parseEvents([order])
    const rates = parseRates([rate])
    const territories = parseOwners([owner])
    const read = parseCreditData({ events, owners: { territories }, rates })
    expect(read.events).toBe(events)
    expect(read.rates).toBe(rates)
    expect(read.owners?.['territories']).toBe(territories)
    expect(found(() => parseCreditData({ events: territories }))[0]?.[1]).toBe('events[0].kind')
  })

  test('are refused with every problem at its place', () => {
    const wrong = {
      events: [{ ...order, on: 'today' }],
      owners: { '1st': [], desks: [{ ...owner, share: '' }] },
      touches: {},
      rates: [rate, rate],
      sales: [],
    }
    const problems = found(() => parseCreditData(wrong))
    expect(problems.map(([code, path]) => `${code} ${path}`)).toEqual([
      'unknown-key sales',
      'not-a-date events[0].on',
      'not-a-name owners.1st',
      'not-a-share owners.desks[0].share',
      'wrong-type touches',
      'repeated-rate rates[1]',
    ])
  })

  test('beside their rules are looked at no further than is listed', () => {
    const figures = { margn: '1' }
    const events = Array.from({ length: 10_000 }, () => ({ ...order, figures }))
    expect(creditDataProblems({ ...crediting, credits: {} }, { events })).toHaveLength(101)
  })

  test('have figures with no more places than these are divided to', () => {
    const rules = { ...crediting, credits: {}, places: undefined }
    const problemsWith = (figures: Readonly<Record<string, string>>) =>
      creditDataProblems(rules, { events: [{ ...order, figures }] }).map(({ code, path }) => [
        code,
        path,
      ])
    expect(problemsWith({ margin: '1.123456000', units: '1.000' })).toEqual([])
    expect(creditDataProblems({ currency: 'CNY', credits: {} }, { events: [order] })).toEqual([])
    expect(problemsWith({ margin: '1.1234567', units: '1.5' })).toEqual([
      ['too-many-places', 'events[0].figures.margin'],
      ['too-many-places', 'events[0].figures.units'],
    ])
  })
})
