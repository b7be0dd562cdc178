import { describe, expect, test } from 'vitest'
import { parseData, settle } from '../../src/pay/index.js'
import { audienceFor, disclose, type Viewer } from '../../src/payroll/index.js'
import { company, data, key, march, people, personOf } from './disclosure-company.js'
import { parseAudiences } from './policies.js'

describe('audiences of a company', () => {
  const union = {
    label: { en: 'Union', 'zh-CN': '工会' },
    head: ['about'],
    lines: [
      { of: { components: ['base'], tags: ['award'], paid: true }, shows: ['amount'] },
      { of: 'all', shows: [] },
    ],
  }

  test('are read', () => {
    expect(parseAudiences({ union }, company)).toEqual({ union })
  })

  test.each<[string, unknown, string]>([
    ['of no component', { components: ['bonus'] }, '"bonus" is no component of the book'],
    ['of no tag', { tags: ['awards'] }, '"awards" is no tag of the book'],
    ['of nothing', {}, 'union.lines[0].of: names no lines. List components or tags'],
    ['of nothing but what pays', { paid: true }, 'union.lines[0].of: names no lines'],
    ['of an empty list', { tags: [] }, 'union.lines[0].of.tags: has too few entries'],
    ['of another word', 'every', 'union.lines[0].of'],
  ])('with lines %s are refused', (_, of, message) => {
    const json = { union: { head: [], lines: [{ of, shows: [] }] } }
    expect(() => parseAudiences(json, company)).toThrow(message)
  })

  test('are refused with a class that there is not, and by a name that is taken', () => {
    const shows = { union: { head: [], lines: [{ of: 'all', shows: ['all'] }] } }
    expect(() => parseAudiences(shows, company)).toThrow('union.lines[0].shows[0]')
    expect(() => parseAudiences({ union: { ...union, head: ['what'] } }, company)).toThrow(
      'union.head[0]',
    )
    expect(() => parseAudiences({ auditor: union }, company)).toThrow(
      'auditor: "auditor" is an audience of every book. Choose another name.',
    )
  })
})

describe('who may see a statement', () => {
  const managed = (of: Readonly<Record<string, string>>, change: object = {}) =>
    parseData({
      ...data,
      people: Object.entries({ ...people, chen: people.zhao, ma: people.zhao }).map(
        ([id, told]) => {
          const person = personOf(id, told)
          const above = of[id]
          const manager =
            above === undefined ? {} : { manager: [{ from: '2020-01-01', value: above }] }
          return { ...person, ...change, attributes: { ...person.attributes, ...manager } }
        },
      ),
    })
  const tree = managed({ li: 'wang', wang: 'chen' })
  const access = { peers: 'department', roles: { payroll: 'auditor', hr: 'manager' } }
  const of = (viewer: Viewer, person = 'li', from = tree) =>
    audienceFor(company, from, march, { viewer, of: person, access })

  test.each<[string, Viewer, string]>([
    ['the owner', { person: 'li' }, 'employee'],
    ['the owner, whatever their role', { person: 'li', roles: ['payroll'] }, 'employee'],
    ['their manager', { person: 'wang' }, 'manager'],
    ['who is above their manager', { person: 'chen' }, 'manager'],
    ['a role', { roles: ['guest', 'payroll', 'hr'] }, 'auditor'],
    ['a role of their manager', { person: 'wang', roles: ['payroll'] }, 'auditor'],
  ])('is %s', (_, viewer, audience) => {
    expect(of(viewer)).toBe(audience)
  })

  test('is a peer of the same department, of nobody below', () => {
    expect(of({ person: 'li' }, 'wang')).toBe('peer')
    expect(of({ person: 'ma' }, 'zhao')).toBe('peer')
  })

  test.each<[string, Viewer]>([
    ['somebody of another department', { person: 'zhao' }],
    ['somebody who is not given', { person: 'nobody' }],
    ['a role without an audience', { roles: ['guest', 'constructor'] }],
    ['nobody', {}],
  ])('is not %s', (_, viewer) => {
    expect(() => of(viewer)).toThrow('viewer: may not see the statement of "li"')
  })

  test('is nobody of somebody who is not given, in the same words', () => {
    expect(() => of({ person: 'li' }, 'lee')).toThrow('viewer: may not see the statement of "lee"')
    expect(() =>
      audienceFor(company, tree, march, { viewer: { person: 'zhao' }, of: 'chen' }),
    ).toThrow('may not see')
  })

  test('is told by the manager of each post', () => {
    const post = (id: string, value: string) => ({
      id,
      from: '2020-01-01',
      attributes: { boss: [{ from: '2020-01-01', value }] },
    })
    const from = parseData({
      ...tree,
      people: tree.people.map((each) =>
        each.id === 'li' ? { ...each, assignments: [post('a', 'zhao'), post('b', 'ma')] } : each,
      ),
    })
    const ask = (person: string) =>
      audienceFor(company, from, march, {
        viewer: { person },
        of: 'li',
        access: { manager: 'boss' },
      })
    expect([ask('zhao'), ask('ma')]).toEqual(['manager', 'manager'])
    expect(() => ask('wang')).toThrow('may not see')
  })

  test('two ways up to one manager are no circle', () => {
    const post = (id: string, value: string) => ({
      id,
      from: '2020-01-01',
      attributes: { manager: [{ from: '2020-01-01', value }] },
    })
    const one = managed({ wang: 'chen', zhao: 'chen', chen: 'ma' })
    const from = parseData({
      ...one,
      people: one.people.map((each) =>
        each.id === 'li' ? { ...each, assignments: [post('a', 'wang'), post('b', 'zhao')] } : each,
      ),
    })
    expect(of({ person: 'ma' }, 'li', from)).toBe('manager')
    expect(of({ person: 'wang' }, 'li', from)).toBe('manager')
  })

  test.each([
    ['of two', { li: 'wang', wang: 'li' }],
    ['above', { li: 'wang', wang: 'chen', chen: 'wang' }],
    ['of oneself', { li: 'li' }],
  ])('a circle %s is told', (_, from) => {
    expect(() => of({ person: 'zhao' }, 'li', managed(from as Record<string, string>))).toThrow(
      /of: "manager" leads from "(li|wang)" up to "(li|wang)"\. Mend/,
    )
  })

  test('follows the last day of the period', () => {
    const moved = parseData({
      ...tree,
      people: tree.people.map((each) =>
        each.id === 'li'
          ? {
              ...each,
              attributes: {
                ...each.attributes,
                manager: [
                  { from: '2020-01-01', value: 'wang' },
                  { from: '2026-03-31', value: 'zhao' },
                  { from: '2026-04-01', value: 'ma' },
                ],
              },
            }
          : each,
      ),
    })
    expect(of({ person: 'zhao' }, 'li', moved)).toBe('manager')
    expect(() => of({ person: 'ma' }, 'li', moved)).toThrow('may not see')
  })

  test('a role whose audience there is not is refused', () => {
    const ask = (roles: Readonly<Record<string, string>>) =>
      audienceFor(company, tree, march, { viewer: { roles: ['a'] }, of: 'li', access: { roles } })
    expect(() => ask({ a: 'audit' })).toThrow('access.roles.a: "audit" is nobody')
    expect(ask({ a: 'peer' })).toBe('peer')
  })

  test('a statement is disclosed to a viewer as to their audience', () => {
    const run = settle(company, tree, { period: '2026-03', before: 'first' })
    const ask = { key, person: 'li' }
    expect(disclose(company, tree, run, { ...ask, viewer: { person: 'wang' } })).toEqual(
      disclose(company, tree, run, { ...ask, audience: 'manager' }),
    )
    expect(
      disclose(company, tree, run, { ...ask, viewer: { roles: ['payroll'] }, access }).audience,
    ).toBe('auditor')
    expect(() => disclose(company, tree, run, { ...ask, viewer: { person: 'ma' } })).toThrow(
      'may not see',
    )
  })
})
