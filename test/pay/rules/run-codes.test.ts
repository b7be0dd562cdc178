import { describe, expect, it } from 'vitest'
import type { Component } from '../../../src/pay/component.js'
import type { settle } from '../../../src/pay/settle.js'
import { type Problem, problemsOf } from '../../../src/problem/index.js'
import { expectGolden } from '../../golden.js'
import { base, bookOf, dataOf, person, run } from './paying.js'
import { bonus, fixtures, given, march, sales, sold } from './run-fixtures.js'

/** The problems of a run: those that it refuses, or those of what it withholds. */
function problemsIn(made: () => ReturnType<typeof settle>): readonly Problem[] {
  let withheld: readonly Problem[] = []
  const refused = problemsOf(() => {
    withheld = made().withheld.flatMap(({ problems }) => problems)
  })
  return refused.length > 0 ? refused : withheld
}

describe('the problems of a run', () => {
  it.each(Object.entries(fixtures))('%s', (code, made) => {
    expect(problemsIn(made).map((problem) => problem.code)).toContain(code)
  })

  it('say what is wrong and what to do, in both languages', () => {
    const texts = Object.entries(fixtures).map(([code, made]) => {
      const found = problemsIn(made).find((problem) => problem.code === code) as Problem
      const { message, hint } = found
      return [code, `${message.en}. ${hint.en}.`, `${message['zh-CN']}。${hint['zh-CN']}。`].join(
        '\n',
      )
    })
    expectGolden('test/pay/golden/run.txt', texts.join('\n\n'))
  })
})

describe('what a run refuses to be asked for', () => {
  const refused = (more: Parameters<typeof run>[4], period = '2026-03') =>
    problemsOf(() => run(bookOf([bonus]), given, period, 'first', more)).map(
      ({ code, path }) => `${path} ${code}`,
    )
  const opening = {
    component: 'bonus',
    person: 'li',
    earned: { rhythm: 'month', period: '2026-02' },
    settled: '1.00',
    why: 'x',
  }

  it('a period that is none, a day that is none, people who are not given', () => {
    expect(refused({}, 'March')).toHaveLength(1)
    expect(refused({ asOf: '2026-02-30', only: ['li', 'xu'] })).toEqual([
      'asOf not-a-date',
      'only[1] unknown-person',
    ])
  })

  it('openings without a person, of what belongs to persons alone', () => {
    const { person: _, ...nobody } = opening
    const earned = { rhythm: 'month', period: '2026-01' }
    expect(refused({ openings: [{ ...nobody, component: 'bonsu', earned }] })).toEqual([
      'openings[0].component unknown-component',
    ])
    expect(refused({ openings: [nobody] })).toContain('openings[0].person missing')
  })

  it('openings of what is not there, told together and before the run begins', () => {
    expect(
      refused({
        openings: [
          opening,
          { ...opening, settled: 'much' },
          { ...opening, component: 'bonsu', person: 'xu', value: 'x' },
          { ...opening, earned: { rhythm: 'week', period: '2026-01' } },
          { ...opening, earned: { rhythm: 'month', period: '2026-Q1' } },
          { ...opening, assignment: 'night', earned: { rhythm: 'month', period: '2026-01' } },
          {
            component: 'bonus',
            earned: { rhythm: 'month', period: '2025-12' },
            assignment: 'x',
            why: 'x',
            value: '1',
          },
          {
            ...opening,
            earned: { rhythm: 'month', period: '2025-11' },
            owner: { person: 'li' },
          } as never,
        ],
      }),
    ).toEqual([
      'openings[1] told-twice',
      'openings[2].component unknown-component',
      'openings[2].person unknown-person',
      'openings[2].value not-a-number',
      'openings[3].earned.rhythm unknown-rhythm',
      'openings[4].earned.period not-a-period-of',
      'openings[5].assignment unknown-assignment',
      'openings[6].person missing',
      'openings[6].assignment unknown-assignment',
      'openings[7].owner unknown-key',
    ])
  })

  it('runs that leave a period out, where anything of it would be closed or cash', () => {
    const next = (period: string, more: Partial<Component> = {}, retro = 2) => {
      const of = bookOf([{ ...bonus, ...more }], { retro })
      return problemsOf(() => run(of, given, period, run(of, given, '2026-03'))).map(
        ({ code }) => code,
      )
    }
    expect(next('2026-04')).toEqual([])
    expect(next('2026-06')).toEqual([])
    expect(next('2026-07')).toEqual(['not-next-period'])
    expect(next('2026-02')).toEqual(['not-next-period', 'as-of-goes-back'])
    expect(next('2026-05', { retro: 0 })).toEqual(['not-next-period'])
    expect(next('2026-05', { pays: 'cash' })).toEqual(['not-next-period'])
  })

  it('a component that the book has no more, once', () => {
    const paid = run(bookOf([bonus]), given, '2026-04', march())
    expect(problemsOf(() => run(bookOf([sales]), sold, '2026-05', paid))).toHaveLength(1)
  })

  it('an open period whose component no version covers; one that has closed is fine', () => {
    const later = (retro: number) =>
      problemsOf(() => {
        const of = bookOf([bonus], { retro })
        const ended = bookOf([{ from: '2026-04-01', value: bonus }], { retro })
        return run(ended, given, '2026-04', run(of, given, '2026-03'))
      }).map(({ code, path }) => `${path} ${code}`)
    expect(later(1)).toEqual(['components.bonus no-version'])
    expect(later(0)).toEqual([])
    const cut = { ...base, each: 'stretch' as const }
    const salaried = dataOf([person('li', { salary: '1.00' })])
    const first = run(bookOf([cut]), salaried, '2026-03')
    const from = (day: string) =>
      problemsOf(() => run(bookOf([{ from: day, value: cut }]), salaried, '2026-04', first))
    expect(from('2026-03-31')).toEqual([])
    expect(from('2026-04-01')).toHaveLength(1)
  })
})
