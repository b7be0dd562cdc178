import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  parseCareer,
  parseCareerFramework,
  suggestTrainings,
  type Way,
  waysTo,
} from '../../src/growth/index.js'
import { found } from '../found.js'
import { framework, json, lin, policy } from './fixture.js'

const on = '2026-01-15'
const [assessment] = json.assessments
const taken = ({ moves }: Way) => moves.map(({ to, on: day, trainings }) => [to, day, trainings])

describe('ways', () => {
  test('are weighed by the day and by the price', () => {
    const { shortest, cheapest } = waysTo(framework, lin, { goal: 'b', on })
    expect(taken(shortest)).toEqual([['b', '2026-01-16', ['talk-fast']]])
    expect([shortest.cost, shortest.arrives]).toEqual(['500.00', '2026-01-16'])
    expect(taken(cheapest)).toEqual([['b', '2026-01-17', ['talk-2']]])
    expect([cheapest.cost, cheapest.positions]).toEqual(['100.00', ['a', 'b']])
  })

  test('prefer what waiting and training bring to what has to be earned', () => {
    const { shortest, cheapest } = waysTo(framework, lin, { goal: 'd', on })
    expect(taken(cheapest)).toEqual([
      ['b', '2026-01-17', ['talk-2']],
      ['d', '2026-04-17', ['exam']],
    ])
    expect(cheapest.cost).toBe('400.50')
    expect(shortest.positions).toEqual(['a', 'b', 'd'])
    expect(cheapest.toEarn).toEqual([])
    const through = { ...policy, moves: policy.moves.filter(({ from, to }) => from + to !== 'bd') }
    const way = waysTo(parseCareerFramework(through), lin, { goal: 'd', on }).shortest
    expect(taken(way)).toEqual([
      ['c', '2027-01-10', []],
      ['d', '2027-01-10', []],
    ])
    expect(way.toEarn.map(({ text }) => text.en)).toEqual([
      '1 of the last 3 ratings at or above 4; 2 needed',
    ])
  })

  test('tell what no training brings, once', () => {
    const { trainings: _, ...bare } = policy
    const none = parseCareerFramework({
      ...bare,
      moves: [
        ...policy.moves.slice(0, 3),
        { from: 'd', to: 'c', needs: { certificates: ['exam'], competencies: { lead: 3 } } },
      ],
    })
    const { cheapest } = waysTo(none, lin, { goal: 'd', on })
    expect(cheapest.toEarn.map(({ id }) => id)).toEqual(['talk', 'lead', 'exam'])
    expect(cheapest.cost).toBe('0.00')
    const far = waysTo(none, parseCareer(none, { ...json, position: 'b' }), { goal: 'c', on })
    expect(far.cheapest.toEarn.map(({ id }) => id)).toEqual(['lead', 'exam', 'lead'])
  })

  test('of one price and day go by name, and a training may lead further than needed', () => {
    const course = (id: string, to: number, cost: string) => ({
      id,
      cost,
      days: 1,
      teaches: [{ competency: 'talk', from: 0, to }],
    })
    const tied = parseCareerFramework({
      ...policy,
      moves: [
        { from: 'a', to: 'c', needs: { competencies: { talk: 2 } } },
        { from: 'a', to: 'b', needs: { competencies: { talk: 2 } } },
        { from: 'b', to: 'd', needs: {} },
        { from: 'c', to: 'd', needs: {} },
      ],
      trainings: [course('near', 2, '5'), course('far', 3, '4')],
    })
    const { cheapest } = waysTo(tied, lin, { goal: 'd', on })
    expect(cheapest.positions).toEqual(['a', 'b', 'd'])
    expect(taken(cheapest)[0]?.[2]).toEqual(['far'])
  })

  test('end where the person is', () => {
    const { shortest } = waysTo(framework, lin, { goal: 'a', on })
    expect(shortest).toEqual({
      positions: ['a'],
      moves: [],
      cost: '0.00',
      arrives: on,
      toEarn: [],
    })
  })

  test('tell what will have expired by a move', () => {
    const who = parseCareer(framework, {
      ...json,
      assessments: [
        { ...assessment, level: 2, on: '2025-09-01' },
        { ...assessment, competency: 'lead', on: '2025-09-01', expires: '2026-04-01' },
      ],
      certificates: [{ id: 'exam', on: '2025-01-01', expires: '2026-04-15' }],
    })
    const renewed = (day: string) =>
      waysTo(framework, who, { goal: 'd', on: day }).cheapest.moves.map(({ renew }) =>
        renew.map(({ kind, id, expires }) => [kind, id, expires]),
      )
    expect(renewed(on)).toEqual([
      [],
      [
        ['competency', 'lead', '2026-04-01'],
        ['certificate', 'exam', '2026-04-15'],
      ],
    ])
    const forGood = parseCareer(framework, {
      ...json,
      assessments: [{ ...assessment, level: 2 }],
      certificates: [{ id: 'exam', on: '2025-01-01' }],
    })
    expect(waysTo(framework, forGood, { goal: 'd', on }).cheapest.moves[1]?.renew).toEqual([])
    expect(renewed('2026-01-14')).toEqual([[], [['competency', 'lead', '2026-04-01']]])
  })

  test('let what a training brings count anew', () => {
    const slow = parseCareerFramework({
      ...policy,
      moves: [
        { from: 'a', to: 'b', needs: { competencies: { talk: 2, lead: 1 } } },
        { from: 'b', to: 'd', needs: { monthsInPosition: 12, competencies: { talk: 2, lead: 1 } } },
      ],
    })
    const who = parseCareer(slow, {
      ...json,
      assessments: [
        { ...assessment, on: '2025-02-01' },
        { ...assessment, competency: 'lead', level: 0, on: '2025-02-01', expires: '2026-03-01' },
      ],
    })
    const [, last] = waysTo(slow, who, { goal: 'd', on }).cheapest.moves
    expect(last).toMatchObject({
      on: '2027-02-16',
      renew: [{ kind: 'competency', id: 'talk', expires: '2027-02-16' }],
    })
  })

  test('are refused where there are none, and where there are too many', () => {
    expect(found(() => waysTo(framework, lin, { goal: 'e', on: 'soon' }))).toEqual([
      ['not-a-date', 'on'],
      ['unknown-position', 'goal'],
    ])
    const top = parseCareer(framework, { ...json, position: 'd' })
    expect(found(() => waysTo(framework, top, { goal: 'a', on }))).toEqual([['no-way', 'goal']])
    const rows = Array.from({ length: 12 }, (_, row) => [`l${row}`, `r${row}`])
    const ladder = parseCareerFramework({
      ...policy,
      trainings: [],
      positions: [{ id: 'a' }, ...rows.flat().map((id) => ({ id }))],
      moves: rows.flatMap((row, i) =>
        (rows[i - 1] ?? ['a']).flatMap((from) => row.map((to) => ({ from, to, needs: {} }))),
      ),
    })
    const low = parseCareer(ladder, { ...json, assessments: [] })
    expect(found(() => waysTo(ladder, low, { goal: 'l11', on }))).toEqual([
      ['too-many-ways', 'goal'],
    ])
    expect(waysTo(ladder, low, { goal: 'l3', on }).shortest.positions).toEqual([
      ...['a', 'l0', 'l1', 'l2', 'l3'],
    ])
  })

  test('are refused where too many states of skills would have to be weighed', () => {
    const ids = Array.from({ length: 15 }, (_, i) => `s${i}`)
    const wide = parseCareerFramework({
      ...policy,
      competencies: ids.map((id) => ({ id })),
      moves: [
        {
          from: 'a',
          to: 'b',
          needs: { competencies: Object.fromEntries(ids.map((id) => [id, 1])) },
        },
      ],
      trainings: ids.map((id) => ({
        id,
        cost: '1',
        days: 1,
        teaches: [{ competency: id, from: 0, to: 1 }],
      })),
    })
    const who = parseCareer(wide, { ...json, assessments: [] })
    expect(found(() => waysTo(wide, who, { goal: 'b', on }))).toEqual([
      ['too-many-ways', 'trainings'],
    ])
  })
})

describe('plans of training', () => {
  const ids = ['x', 'y', 'z']
  const training = fc.record({
    cost: fc.integer({ min: 0, max: 9 }),
    days: fc.integer({ min: 1, max: 9 }),
    teaches: fc.uniqueArray(
      fc.record({
        competency: fc.constantFrom(...ids),
        from: fc.integer({ min: 0, max: 1 }),
        more: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ competency }) => competency },
    ),
    grants: fc.constantFrom([], ['exam']),
  })
  const needs = fc.record({
    competencies: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 3 }), {
      minKeys: 1,
    }),
    certificates: fc.constantFrom([], ['exam']),
  })

  /** Every order of every set, by hand: the least of a measure that meets all needs, if any does. */
  const least = (
    trainings: readonly {
      readonly cost: string
      readonly days: number
      readonly teaches: readonly { competency: string; from: number; to: number }[]
      readonly grants: readonly string[]
    }[],
    wanted: Readonly<Record<string, number>>,
    measure: (each: { readonly cost: string; readonly days: number }) => number,
  ): number => {
    const walk = (have: Readonly<Record<string, number>>, left: typeof trainings): number =>
      Object.entries(wanted).every(([skill, level]) => (have[skill] ?? 0) >= level)
        ? 0
        : Math.min(
            Number.POSITIVE_INFINITY,
            ...left
              .filter(({ teaches }) =>
                teaches.every(({ competency, from }) => (have[competency] ?? 0) >= from),
              )
              .map((each) => {
                const next: Record<string, number> = { ...have }
                for (const { competency, to } of each.teaches)
                  next[competency] = Math.max(next[competency] ?? 0, to)
                for (const id of each.grants) next[`certificate ${id}`] = 1
                return (
                  measure(each) +
                  walk(
                    next,
                    left.filter((other) => other !== each),
                  )
                )
              }),
          )
    return walk({}, trainings)
  }

  test('cost and last no more than any other, by trying all', () => {
    fc.assert(
      fc.property(fc.array(training, { minLength: 2, maxLength: 5 }), needs, (drawn, wanted) => {
        const trainings = drawn.map(({ cost, teaches, ...rest }, i) => ({
          id: `t${i}`,
          cost: String(cost),
          ...rest,
          teaches: teaches.map(({ competency, from, more }) => ({
            competency,
            from,
            to: Math.min(3, from + more),
          })),
        }))
        const drawnFramework = parseCareerFramework({
          ...policy,
          competencies: ids.map((id) => ({ id })),
          moves: [{ from: 'a', to: 'b', needs: wanted }],
          trainings,
        })
        const who = parseCareer(drawnFramework, { ...json, assessments: [] })
        const { shortest, cheapest } = waysTo(drawnFramework, who, { goal: 'b', on })
        const skills = {
          ...wanted.competencies,
          ...(wanted.certificates.length > 0 && { 'certificate exam': 1 }),
        }
        const price = least(trainings, skills, ({ cost }) => Number(cost))
        expect(cheapest.toEarn.length === 0).toBe(Number.isFinite(price))
        if (!Number.isFinite(price)) return
        expect(Number(cheapest.cost)).toBe(price)
        const days = least(trainings, skills, (each) => each.days)
        expect(Date.parse(shortest.arrives) - Date.parse(on)).toBe(days * 86_400_000)
        const planned = shortest.moves.flatMap((move) => move.trainings)
        expect(new Set(planned).size).toBe(planned.length)
      }),
    )
  })
})

describe('suggestions', () => {
  test('are ranked by the gap they close, then by price, length and name', () => {
    expect(suggestTrainings(framework, lin, { goal: 'd', on })).toEqual([
      { training: 'exam', closes: 2, of: 3, cost: '300.50', days: 30, ready: true },
      { training: 'talk-2', closes: 1, of: 3, cost: '100', days: 2, ready: true },
      { training: 'talk-fast', closes: 1, of: 3, cost: '500', days: 1, ready: true },
    ])
  })

  test('tell what cannot be followed yet', () => {
    const who = parseCareer(framework, { ...json, assessments: [] })
    expect(
      suggestTrainings(framework, who, { goal: 'b', on }).map(({ training, closes, ready }) => [
        ...[training, closes, ready],
      ]),
    ).toEqual([
      ['talk-fast', 2, true],
      ['talk-1', 1, true],
      ['talk-2', 1, false],
    ])
  })

  test('of one gap and price go by length, then by name', () => {
    const same = (id: string, days: number) => ({
      id,
      days,
      cost: '5.0',
      teaches: [{ competency: 'talk', from: 0, to: 2 }],
    })
    const equal = parseCareerFramework({
      ...policy,
      trainings: [same('z', 2), same('y', 2), same('x', 3)],
    })
    expect(suggestTrainings(equal, lin, { goal: 'b', on }).map(({ training }) => training)).toEqual(
      ['y', 'z', 'x'],
    )
    const reversed = parseCareerFramework({
      ...policy,
      trainings: [same('y', 2), same('z', 2)],
    })
    expect(
      suggestTrainings(reversed, lin, { goal: 'b', on }).map(({ training }) => training),
    ).toEqual(['y', 'z'])
    expect(waysTo(reversed, lin, { goal: 'b', on }).cheapest.moves[0]?.trainings).toEqual(['y'])
    expect(waysTo(equal, lin, { goal: 'b', on }).cheapest.moves[0]?.trainings).toEqual(['y'])
  })

  test('are none where no training is offered', () => {
    const { trainings: _, ...bare } = policy
    const none = parseCareerFramework({ ...bare, moves: policy.moves.slice(0, 2) })
    expect(suggestTrainings(none, lin, { goal: 'b', on })).toEqual([])
  })
})
