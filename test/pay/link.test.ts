import { describe, expect, it } from 'vitest'
import { constant, input } from '../../src/formula/index.js'
import type { LinkedComponent } from '../../src/pay/book.js'
import type { Book, Component } from '../../src/pay/component.js'
import { link } from '../../src/pay/link.js'
import { accepted } from './accepted.js'
import { bonus, bookOf } from './link-edits.js'

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
      'deal',
      'place',
      'released',
      'meals',
      'norm',
      'rate',
      'gross',
      'tax',
    ])
  })
})

describe('what a linked book says', () => {
  const { components, tagged } = link(accepted)
  const namesWhere = (holds: (component: LinkedComponent) => boolean) =>
    [...components.values()].filter(holds).map(({ name }) => name)

  it('tells what depends on what is paid, with a line or without', () => {
    expect(namesWhere(({ cash }) => cash)).toEqual(['gross', 'tax'])
  })

  it('keeps what is read over time, and what may close before its reader', () => {
    expect(namesWhere(({ kept }) => kept)).toEqual([
      'commission',
      'orders',
      'score',
      'deal',
      'gross',
      'tax',
    ])
  })

  it('tells what others are told can change, directly or through others', () => {
    expect(namesWhere(({ wide }) => wide)).toEqual([
      'orders',
      'pool',
      'share',
      'team',
      'leader',
      'median',
      'place',
      'rate',
      'gross',
      'tax',
    ])
  })

  it('lists the components of a tag in the order in which they are worked out', () => {
    expect([...tagged]).toEqual([
      ['wage', ['base', 'overtime', 'commission', 'share', 'posts', 'leader']],
    ])
  })

  it('keeps the value of what stands as first worked out, and of what is read as due without a line', () => {
    const fixed: Component = { component: 'fixed', retro: 0, formula: bonus.formula, reads: {} }
    const unpaid: Component = { component: 'unpaid', formula: bonus.formula, reads: {} }
    const taken: Component = {
      component: 'taken',
      pays: 'cash',
      formula: input('unpaid', 'money:CNY', 2),
      reads: { unpaid: { from: 'component', name: 'unpaid', what: 'due' } },
    }
    const small = link(bookOf(bonus, fixed, unpaid, taken))
    expect([...small.components.values()].map(({ name, kept }) => [name, kept])).toEqual([
      ['bonus', false],
      ['fixed', true],
      ['unpaid', true],
      ['taken', true],
    ])
  })

  it('holds the scope, rhythm and names of all versions', () => {
    const was = { ...bonus, was: ['gift'], tags: ['extra'] }
    const book = {
      ...bookOf(),
      components: {
        bonus: [
          { to: '2026-06-30', value: was },
          { from: '2026-07-01', value: { ...bonus, was: ['gift', 'present'] } },
        ],
      },
    }
    const component = link(book).components.get('bonus')
    expect(component).toMatchObject({
      was: ['gift', 'present'],
      of: 'person',
      rhythm: 'month',
      pays: 'due',
      tags: ['extra'],
    })
    expect(component?.versions.map(({ from, to }) => [from, to])).toEqual([
      [undefined, '2026-06-30'],
      ['2026-07-01', undefined],
    ])
    expect(new Set(component?.versions.map(({ digest }) => digest)).size).toBe(2)
  })

  it('is a copy that no later change of the definition reaches', () => {
    const book = structuredClone(accepted)
    const before = link(book)
    const digest = before.digest
    Object.assign(book.components['base']?.[0]?.value as object, {
      formula: constant('1'),
      was: ['x'],
    })
    Object.assign(book, { retro: 9 })
    const { definition, components: linked } = before
    expect(definition).toEqual(accepted)
    expect(linked.get('base')?.versions[0]?.component).toEqual(
      accepted.components['base']?.[0]?.value,
    )
    expect(isFrozen(definition)).toBe(true)
    for (const component of linked.values()) {
      expect(Object.isFrozen(component)).toBe(true)
      expect(component.versions.every((version) => Object.isFrozen(version))).toBe(true)
    }
    expect(link(accepted).digest).toBe(digest)
  })

  it('has another digest where another rhythm is that of the runs', () => {
    const { rhythms: { month, quarter } = {} } = accepted
    const turned = { ...bookOf(bonus), rhythms: { quarter, month } } as Book
    const straight = { ...bookOf(bonus), rhythms: { month, quarter } } as Book
    expect(link(turned).digest).not.toBe(link(straight).digest)
    expect(link(turned).components.get('bonus')?.rhythm).toBe('quarter')
  })

  it('pays by months where a book names no rhythm', () => {
    expect(link({ ...bookOf(bonus), rhythms: {} }).components.get('bonus')?.rhythm).toBe('month')
  })
})

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.isFrozen(value) && Object.values(value).every(isFrozen)
}
