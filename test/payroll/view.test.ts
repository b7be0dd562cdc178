import { expect, test } from 'vitest'
import { parseBook } from '../../src/pay/index.js'
import {
  type Audience,
  disclose,
  parseView,
  seal,
  type View,
  verifyView,
} from '../../src/payroll/index.js'
import { about, company, data, dataOf, key, march, people, runOf } from './disclosure-company.js'

const sealed = seal(company, data, march, { key, about })
const viewOf = (audience: string, person = 'li', own?: Record<string, Audience>): View =>
  disclose({ ...company, audiences: own }, data, march, { key, about, person, audience })
const li = viewOf('employee')

test.each(['employee', 'manager', 'peer', 'auditor'])('the view of the %s holds', (audience) => {
  for (const person of Object.keys(people)) {
    const view = viewOf(audience, person)
    expect(verifyView(view, sealed.root)).toEqual([])
    expect(parseView(JSON.parse(JSON.stringify(view)))).toEqual(view)
  }
})

test('the seal is one hash, the same for the same key', () => {
  expect(sealed).toEqual({
    format: 1,
    period: '2026-03',
    number: 1,
    root: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(seal(company, data, runOf(), { key, about })).toEqual(sealed)
  expect(seal(company, data, march, { key: 'cd'.repeat(32), about }).root).not.toBe(sealed.root)
  expect(seal(company, data, march, { key }).root).not.toBe(sealed.root)
})

test('the employee sees their own statement, and nothing that was read of others', () => {
  expect(li.head.shown).toEqual({
    who: { person: 'li', name: 'Li Na' },
    about: { department: 'sales' },
    totals: { subtotals: { award: '10.00', wage: '3000.00' }, total: '3267.69' },
    withheld: [],
    reasons: [],
  })
  const read = li.lines.map(({ shown: { what, working = [] } }) => [
    what?.component,
    ...working.flatMap((part) => Object.keys(part.read)),
  ])
  expect(read).toEqual([
    ['base', 'salary', 'part', 'whole'],
    ['commission', 'sales'],
    ['correction', 'amount'],
    ['pool'],
    ['note'],
    ['teamBonus'],
    ['award'],
    ['shop'],
    ['levy', 'wage'],
  ])
  for (const { shown } of li.lines)
    expect(Object.keys(shown)).toEqual(['what', 'amount', 'settlement', 'working', 'why'])
})

test('the auditor sees what was read of others, and the digests', () => {
  const { head, lines } = viewOf('auditor')
  expect(head.shown.proof).toEqual({
    run: march.digest,
    book: company.digest,
    engine: march.engine,
  })
  const others = lines.flatMap(({ shown }) => shown.others ?? [])
  expect(Object.assign({}, ...others)).toEqual({
    share: '209.69',
    whole: '900',
    teamScore: '147',
    behind: '1',
    turnover: '1140',
    everybody: '1860',
  })
})

test('the manager sees what is paid, and no working and no reason', () => {
  const { head, lines } = viewOf('manager')
  expect(Object.keys(head.shown)).toEqual(['who', 'about', 'totals', 'withheld'])
  expect(lines.map(({ shown }) => Object.keys(shown))).toEqual(lines.map(() => ['what', 'amount']))
  expect(lines).toHaveLength(li.lines.length)
})

test('a peer sees the awards that were won, and no amount', () => {
  expect(viewOf('peer').lines.map(({ shown }) => shown)).toEqual([
    {
      what: {
        component: 'award',
        earned: { rhythm: 'month', period: '2026-03' },
        label: { en: 'Award', 'zh-CN': '奖项' },
        tags: ['award'],
      },
    },
  ])
  expect(viewOf('peer', 'wang').lines).toEqual([])
})

test('an audience of the company sees what the first rule that fits shows', () => {
  const union: Audience = {
    head: ['about'],
    lines: [
      { of: { components: ['commission'] }, shows: ['why'] },
      { of: { tags: ['wage'], components: ['commission', 'levy'] }, shows: ['amount'] },
    ],
  }
  const view = viewOf('union', 'li', { union })
  expect(view.lines.map(({ shown }) => Object.keys(shown))).toEqual([
    ['what', 'amount'],
    ['what', 'why'],
    ['what', 'amount'],
  ])
  expect(verifyView(view, sealed.root, { audiences: { union } })).toEqual([])
  expect(() => verifyView(view, sealed.root)).toThrow('"union" is nobody')
  expect(() => viewOf('unoin', 'li', { union })).toThrow('Perhaps "union" was meant')
  expect(() => viewOf('constructor')).toThrow('is nobody to whom a statement is shown')
})

test('somebody with no line has a view that holds, and shows that there is none', () => {
  const from = dataOf({ ...people, chen: { salary: '1.00', score: '0', sales: '0' } })
  const withChen = { ...march, lines: march.lines, book: company.digest }
  const { root } = seal(company, from, withChen, { key })
  const view = disclose(company, from, withChen, { key, person: 'chen', audience: 'employee' })
  expect(view.lines).toEqual([])
  expect(Object.keys(view.empty)).toEqual([''])
  expect(verifyView(view, root)).toEqual([])
  const peer = disclose(company, from, withChen, { key, person: 'chen', audience: 'peer' })
  expect(Object.keys(peer.hidden)).toEqual([''])
  expect(verifyView(peer, root)).toEqual([])
})

test('what cannot be disclosed is refused', () => {
  const ask = { about, person: 'li', audience: 'employee' }
  expect(() => disclose(company, data, march, { ...ask, key: 'short' })).toThrow(
    'key: is shorter than 32 characters',
  )
  expect(() => seal(company, data, march, { key: '' })).toThrow('Draw one by a random generator')
  const other = parseBook({ ...company.definition, retro: 1 })
  expect(() => disclose(other, data, march, { ...ask, key })).toThrow(
    'run 1 of 2026-03 was worked out by another book',
  )
  expect(() => disclose(company, data, march, { ...ask, key, person: 'lee' })).toThrow(
    'nobody is given by the name "lee"',
  )
})
