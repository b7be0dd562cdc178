import { describe, expect, it } from 'vitest'
import { constant, input, multiply, round } from '../../src/formula/index.js'
import type { LinkedComponent } from '../../src/pay/book.js'
import type { Book, Component } from '../../src/pay/component.js'
import { link } from '../../src/pay/link.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { expectGolden } from '../golden.js'
import { accepted } from './accepted.js'
import { bookVariants } from './link-book-variants.js'
import { bookOf, edited } from './link-edits.js'
import { fixtures } from './link-fixtures.js'
import { sourceVariants } from './link-source-variants.js'

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

const bonus: Component = {
  component: 'bonus',
  pays: 'due',
  formula: constant('100.00', 'money:CNY'),
  reads: {},
}

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.isFrozen(value) && Object.values(value).every(isFrozen)
}

describe('what link refuses', () => {
  const found = Object.entries(fixtures).map(
    ([code, edit]) => [code, problemsOf(() => link(edited(edit)))] as const,
  )

  it.each(found)('%s, one edit away from a book that it takes', (code, problems) => {
    expect(problems.map((problem) => problem.code)).toEqual([code])
  })

  it.each(Object.entries({ ...sourceVariants, ...bookVariants }))(
    '%s',
    (_, [edit, ...expected]) => {
      const problems = problemsOf(() => link(edited(edit)))
      expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(expected)
    },
  )

  it('tells several at once, each where it is', () => {
    const book = edited((components, written) => {
      for (const code of ['bad-window', 'finer-grain', 'unknown-tag', 'time-unit'] as const)
        fixtures[code](components, written)
    })
    expect(problemsOf(() => link(book)).map(({ code }) => code)).toEqual([
      'bad-window',
      'time-unit',
      'finer-grain',
      'unknown-tag',
    ])
  })

  it('tells of components that grow along a chain until no engine holds them', () => {
    const chain = Array.from({ length: 12 }, (_, i): Component => {
      const before = input('before', 'ratio', i === 0 ? 2 : 0)
      return {
        component: `c${i}`,
        formula: round(multiply(before, before), { places: 0, rounding: 'half-up' }),
        reads: {
          before:
            i === 0 ? { from: 'figure', name: 'x' } : { from: 'component', name: `c${i - 1}` },
        },
      }
    })
    const problems = problemsOf(() => link(bookOf(...chain)))
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'too-many-digits components.c4[0].value.formula.of',
      'too-many-digits components.c9[0].value.formula.of',
    ])
  })

  it('rounds to whole units what is paid in a currency without smaller ones', () => {
    const yen = { ...bonus, formula: constant('100.0', 'money:JPY') }
    const [problem] = problemsOf(() => link({ ...bookOf(yen), currency: 'JPY' }))
    expect(problem?.hint).toEqual({ en: 'Round it to whole units', 'zh-CN': '请舍入到整数' })
  })

  it('tells a long circle by its first names', () => {
    const long = Array.from({ length: 40 }, (_, i): Component => {
      const name = `c${(i + 1) % 40}`
      return {
        component: `c${i}`,
        formula: input('next', 'count', 0),
        reads: { next: { from: 'component', name } },
      }
    })
    const [problem, ...rest] = problemsOf(() => link(bookOf(...long)))
    expect(rest).toEqual([])
    expect(problem?.message.en).toMatch(/^"c0" reads "c1", which reads .*"c12", which reads "…",/)
    expect(problem?.message['zh-CN']).toMatch(/“c12”，后者读取“…”/)
  })

  it('lists no more of a book of nothing but faults than anybody reads', () => {
    const faults = Array.from({ length: 1_000 }, (_, i): Component => {
      const name = `component-number-${i}-of-nothing`
      return { ...bonus, component: `c${i}`, reads: { none: { from: 'component', name } } }
    })
    const problems = problemsOf(() => link(bookOf(...faults)))
    expect(problems).toHaveLength(100)
    expect(problems.at(-1)?.code).toBe('more-problems')
  })

  it('says it in both languages, and where', () => {
    const texts = found.map(
      ([code, problems]) =>
        `${code}\n${describeProblems(problems)}\n${describeProblems(problems, 'zh-CN')}`,
    )
    expectGolden('test/pay/golden/link.txt', texts.join('\n\n'))
  })
})
