import { describe, expect, test } from 'vitest'
import { renderHtml, renderMarkdown, renderText } from '../../src/formula/index.js'
import { explainStatement, type Statement } from '../../src/run/index.js'
import { expectGolden } from '../golden.js'
import { month } from './company.js'

const statementOf = (id: string) =>
  month().statements.find(({ person }) => person === id) as Statement
const renderers = { txt: renderText, md: renderMarkdown, html: renderHtml }

describe.each(['en', 'zh-CN'] as const)('a statement in %s', (locale) => {
  test.each(['ann', 'li'])('says how each line of %s came about', (person) => {
    const explained = explainStatement(statementOf(person), { locale })
    for (const [extension, render] of Object.entries(renderers))
      expectGolden(`test/run/golden/${person}.${locale}.${extension}`, render(explained))
  })
})

test('adds up its lines', () => {
  const { lines, total } = statementOf('ann')
  const { how, value } = explainStatement(statementOf('ann'), { locale: 'en' })
  expect(lines).toHaveLength(3)
  expect(how).toEqual(['3,000.00 CNY + 6,666.67 CNY + 520.25 CNY'])
  expect(value).toBe('10,186.92 CNY')
  expect(total).toBe('10186.92')
})

test('has no sum where there is one line', () => {
  const statement = statementOf('ann')
  const alone = { ...statement, lines: statement.lines.slice(0, 1) }
  expect(explainStatement(alone, { locale: 'en' }).how).toEqual([])
})

test('says the days of a line that is paid for a part of the period', () => {
  const [first, second, commission] = explainStatement(statementOf('ann'), { locale: 'en' }).steps
  expect(first?.how[0]).toBe('From 2026-06-01 to 2026-06-10')
  expect(second?.how[0]).toBe('From 2026-06-11 to 2026-06-30')
  expect(commission?.how[0]).not.toMatch(/^From/)
})

test('is plain JSON', () => {
  const statement = statementOf('li')
  expect(JSON.parse(JSON.stringify(statement))).toEqual(statement)
})
