import { describe, expect, test } from 'vitest'
import { type CardRequest, fitCard } from '../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { request } from './card-request.js'
import { idle, survey } from './histories.js'

describe('fitCard', () => {
  test('every problem of the request and the history is named', () => {
    expect(
      found(() =>
        fitCard({
          ...request,
          bins: 1,
          penalty: 0,
          pointsToDouble: 1.5,
          bands: [
            { band: 'a' },
            { band: 'b', from: '1.2' },
            { band: 'c', from: 'x' },
            { band: 'd', from: '-0.1' },
          ],
          history: [
            { id: 'p', left: true, signals: { idle: 'x', survey: '1.25', shift: 'day' } },
            { id: 'p', left: true, signals: { idle: '1', shift: 'day' } },
          ],
        }),
      ),
    ).toEqual([
      ['not-whole', 'bins'],
      ['penalty-not-positive', 'penalty'],
      ['not-whole', 'pointsToDouble'],
      ['not-a-number', 'bands[2].from'],
      ['unordered-bounds', 'bands[3].from'],
      ['not-a-probability', 'bands[1].from'],
      ['not-a-probability', 'bands[3].from'],
      ['repeated-id', 'history[1].id'],
      ['too-few-outcomes', 'history'],
      ['not-a-number', 'history[0].signals.idle'],
      ['too-many-places', 'history[0].signals.survey'],
      ['missing-signal', 'history[1].signals.survey'],
    ])
  })

  test.each([
    [{ bins: 2.5 }, 'bins'],
    [{ pointsToDouble: 0 }, 'pointsToDouble'],
    [{ penalty: Number.POSITIVE_INFINITY }, 'penalty'],
    [{ penalty: Number.NaN }, 'penalty'],
  ])('%j is refused', (change, path) => {
    expect(found(() => fitCard({ ...request, ...change })).map(([, place]) => place)).toEqual([
      path,
    ])
  })

  test('a protected attribute is refused before the history is looked at', () => {
    const age = { ...idle, signal: 'age' }
    expect(found(() => fitCard({ ...request, history: [], signals: [idle, age] }))).toEqual([
      ['protected-attribute', 'signals[1].signal'],
    ])
  })

  test('a history in which no signal tells anything is refused', () => {
    expect(found(() => fitCard({ ...request, signals: [survey] }))).toEqual([
      ['nothing-tells', 'signals'],
    ])
    expect(found(() => fitCard({ ...request, signals: [] }))).toEqual([
      ['nothing-tells', 'signals'],
    ])
  })

  test('the problems are told in Chinese too', () => {
    const told = (change: Partial<CardRequest>) =>
      describeProblems(
        problemsOf(() => fitCard({ ...request, ...change })),
        'zh-CN',
      )
    expect(told({ bins: 1, penalty: 0 })).toBe(
      'bins：不是 2 到 1000 的整数。请给出 2 到 1000 的整数。\npenalty：须大于零。请给出大于零的惩罚系数，例如 1，以保证评分卡有界。',
    )
    expect(told({ signals: [] })).toBe(
      'signals：没有信号能区分离职人员。请提供其他信号，或增加分箱数。',
    )
    expect(told({ history: [{ id: 'a', left: true, signals: {} }], signals: [idle] })).toBe(
      'history：离职 1 人、在职 0 人，两者各需至少 1 人。请提供更长的历史数据，或减少折数。\nhistory[0].signals.idle：没有信号“idle”。请为每个人填写，或不使用该信号。',
    )
  })
})
