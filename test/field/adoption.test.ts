import { describe, expect, test } from 'vitest'
import { describeProblems } from '../../src/problem/index.js'
import { type RunData, rerunCompensation, runCompensation } from '../../src/run/index.js'
import { checkPolicy } from '../../src/testing/index.js'
import { found } from '../found.js'
import { ann, li, linesOf, month, people, request, unpaidOf } from '../run/company.js'

describe('spans: what a feed delivers beyond what is read', () => {
  const feed = (more: object) =>
    people.map((each) => ({ ...each, figures: { ...each.figures, ...more } }))
  const toldOf = (run: ReturnType<typeof month>) =>
    run.unread.map(({ person, problems }) => [person, problems.map(({ path }) => path)])

  test.each([
    ['one KPI for everybody', { tickets_closed: '12' }, 4],
    ['several', { tickets_closed: '12', calls: '7' }, 4],
    ['a KPI of one department', { first_response: '80' }, 2],
    ['one without a measurement', { tickets_closed: null }, 4],
  ])('stumble 6: %s pays everybody, and is told', (_, more, count) => {
    const run = month({ people: feed(more) })
    expect(unpaidOf(run)).toEqual({})
    expect(toldOf(run)).toHaveLength(count)
    expect(linesOf(run, 'ann')).toEqual(linesOf(month(), 'ann'))
    const [book, data] = request({ people: feed(more) })
    expect(rerunCompensation(run, book, data)).toEqual(run)
  })

  test('stumble 6: a figure that is needed and misspelt is told with the likely one', () => {
    const { satisfaction: _, ...figures } = li.figures
    const misspelt = { ...li, figures: { ...figures, satisfacton: '0.9', tickets_closed: '3' } }
    const run = month({ people: [ann, misspelt], events: [] })
    expect(describeProblems(run.unpaid[0]?.problems ?? []).split('\n')[0]).toBe(
      'figures.2026-06.satisfacton: no policy of the department reads "satisfacton". Perhaps "satisfaction" was meant.',
    )
    expect(toldOf(run)).toEqual([])
  })

  test('a hint lists each name once', () => {
    // The scorecard and the gate both read satisfaction.
    const run = month({ people: [{ ...li, figures: { ...li.figures, zzz: '1' } }], events: [] })
    const [problem] = run.unread.flatMap(({ problems }) => problems)
    expect(problem?.hint.en).toBe('Use one of: first_response, satisfaction, resolution')
    expect(problem?.hint['zh-CN']).toBe('可选：first_response、satisfaction、resolution')
  })

  test.each([[{}], [null], [undefined], ['plan'], [[]]])(
    'checkPolicy of %j is refused with a problem',
    (subject) => {
      expect(found(() => checkPolicy(subject as never))).toEqual([['not-a-subject', 'subject']])
    },
  )

  test.each([[{}], [null], [{ settlements: [] }], ['last month']])(
    'a run before that is %j is refused with a problem',
    (before) => {
      const [book, data, period] = request()
      const given = { ...data, before } as unknown as RunData
      expect(found(() => runCompensation(book, given, period))).toEqual([['not-a-run', 'before']])
    },
  )
})
