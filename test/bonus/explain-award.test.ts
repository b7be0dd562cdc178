import { describe, expect, test } from 'vitest'
import { explainAward } from '../../src/bonus/index.js'
import { renderText } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { agent, give, star } from './awards.js'

const text = (result: ReturnType<typeof give>, id: string, locale: 'en' | 'zh-CN') =>
  renderText(explainAward(result, id, { locale }))

describe('an award explained', () => {
  test('says why the winner won and how near the next was', () => {
    const result = give(star)
    expect(text(result, 'ma', 'en')).toBe(
      [
        'Star agent: ma: 2,000.00 CNY [§7]',
        '  Place 1 of 4 ranked',
        '  Ahead of Li Na by 0.3 min in minutes',
        '  Prize of place 1: 2,000.00 CNY',
        '    Satisfaction: 96% [§7.1]',
        '    minutes: 3.2 min',
      ].join('\n'),
    )
    expect(text(result, 'li', 'zh-CN')).toBe(
      [
        '明星客服：李娜：1,000.00 CNY [§7]',
        '  第 2 名，共 4 名参评',
        '  “满意度”领先 wu 1 个百分点',
        '  “minutes”落后 ma 0.3 分钟',
        '  第 2 名奖金：1,000.00 CNY',
        '    满意度：96% [§7.1]',
        '    minutes: 3.2 分钟'.replace('3.2', '3.5'),
      ].join('\n'),
    )
    expect(explainAward(result, 'he', { locale: 'en' }).how).toEqual([
      'Place 4 of 4 ranked',
      'Behind wu by 5 percentage points in Satisfaction',
      'No prize for this place',
    ])
    expect(explainAward(result, 'he', { locale: 'zh-CN' }).how[2]).toBe('该名次不设奖金')
  })

  test('says how equals shared', () => {
    const equal = ['a', 'b', 'c'].map((id) => agent(id, '0.9', '3'))
    const result = give(star, equal)
    expect(explainAward(result, 'a', { locale: 'en' }).how).toEqual([
      'Place 1 of 3 ranked',
      'Equal in every criterion: b, c',
      'Prize of place 1–2: 3,000.00 CNY',
      '3,000.00 CNY shared among 3 who are equal: 1,000.00 CNY each',
    ])
    expect(explainAward(result, 'a', { locale: 'zh-CN' }).how).toEqual([
      '第 1 名，共 3 名参评',
      '各项均相同：b、c',
      '第 1–2 名奖金：3,000.00 CNY',
      '3,000.00 CNY 由并列的 3 名平分，每名 1,000.00 CNY',
    ])
    const single = give({ ...star, prizes: ['2000'] }, equal)
    expect(explainAward(single, 'a', { locale: 'en' }).how.slice(2)).toEqual([
      'Prize of place 1: 2,000.00 CNY',
      '2,000.00 CNY shared among 3 who are equal: 666.66 CNY each',
    ])
    const all = give({ ...star, ties: 'all-win' }, equal)
    expect(explainAward(all, 'a', { locale: 'en' }).how.slice(2)).toEqual([
      'Prize of place 1: 2,000.00 CNY',
      '2,000.00 CNY reduced: the budget is 3,000.00 CNY and the prizes come to 6,000.00 CNY',
    ])
    expect(explainAward(all, 'a', { locale: 'zh-CN' }).how[3]).toBe(
      '2,000.00 CNY 按预算折减：预算 3,000.00 CNY，奖金合计 6,000.00 CNY',
    )
  })

  test('shows what each member of a team gets', () => {
    const chat = agent('chat', '0.9', '3', {
      members: [{ id: 'li', label: 'Li Na' }, { id: 'wu' }],
    })
    const { label, clause, ...plain } = { ...star, split: 'equal' }
    expect([label, clause]).toEqual([star.label, '§7'])
    expect(text(give(plain, [chat]), 'chat', 'en')).toBe(
      [
        'star: chat: 2,000.00 CNY',
        '  Place 1 of 1 ranked',
        '  Prize of place 1: 2,000.00 CNY',
        '    Satisfaction: 90% [§7.1]',
        '    minutes: 3 min',
        '    Li Na: 1,000.00 CNY',
        '    wu: 1,000.00 CNY',
      ].join('\n'),
    )
  })

  test('says every reason why somebody is not eligible', () => {
    const entries = [
      agent('new', null, '3', {
        from: '2026-01-15',
        figures: { minutes: 3, tickets: 12, complaints: 3 },
      }),
    ]
    const result = give(star, entries)
    expect(text(result, 'new', 'en')).toBe(
      [
        'Star agent: new: Not eligible [§7]',
        '  Months of service is 2, at least 6 is required',
        '  Tickets is 12, at least 200 is required [§7.2]',
        '  complaints is 3, at most 2 is allowed',
        '  Satisfaction was not measured [§7.1]',
      ].join('\n'),
    )
    expect(text(result, 'new', 'zh-CN')).toBe(
      [
        '明星客服：new：不符合参评条件 [§7]',
        '  服务月数为 2，须不低于 6',
        '  工单数为 12，须不低于 200 [§7.2]',
        '  complaints为 3，须不高于 2',
        '  满意度没有数据 [§7.1]',
      ].join('\n'),
    )
  })

  test('is refused for somebody who was not entered', () => {
    const result = give(star, [
      agent('li', '0.9', '3'),
      agent('lisa', '0.9', '3', { tickets: '1' }),
    ])
    const problems = problemsOf(() => explainAward(result, 'lise', { locale: 'en' }))
    expect(describeProblems(problems)).toBe('id: "lise" is not listed. Perhaps "lisa" was meant.')
  })
})
