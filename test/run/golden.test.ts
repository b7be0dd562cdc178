import { describe, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { renderHtml, renderMarkdown, renderText } from '../../src/formula/index.js'
import { explainStatement, redact, statementPage } from '../../src/run/index.js'
import { expectGolden } from '../golden.js'
import { book, month, operations, statementOf } from './company.js'
import { adjustments, awards, pools, yearEnd } from './year-end.js'

const renderers = { txt: renderText, md: renderMarkdown, html: renderHtml }

describe.each(['en', 'zh-CN'] as const)('a statement in %s', (locale) => {
  test.each(['ann', 'li'])('says how each line of %s came about', (person) => {
    const explained = explainStatement(redact(statementOf(month(), person), 'auditor'), { locale })
    for (const [extension, render] of Object.entries(renderers))
      expectGolden(`test/run/golden/${person}.${locale}.${extension}`, render(explained))
  })
})

describe('a statement of the year-end', () => {
  const policies = yearEnd({ operations: { ...operations, payments: 'recovery' } })
  const owed = { ann: { carried: [{ period: '2026-05', amount: '900.00', age: 0 }], draw: '0' } }
  const before = { ...month(), period: parsePeriod('2026-05'), owed, settlements: [] }
  const run = month({ book: { ...book, policies }, pools, awards, adjustments, before })

  test.each(['en', 'zh-CN'] as const)('says in %s how everything came about', (locale) => {
    for (const person of ['ann', 'li']) {
      const text = renderText(
        explainStatement(redact(statementOf(run, person), 'auditor'), { locale }),
      )
      expectGolden(`test/run/golden/year-end-${person}.${locale}.txt`, text)
    }
  })

  test.each(['en', 'zh-CN'] as const)('in %s is a page of its own', (locale) => {
    const page = statementPage(redact(statementOf(run, 'ann'), 'auditor'), { locale })
    expectGolden(`test/run/golden/year-end-ann.${locale}.page.html`, page.trimEnd())
  })

  test.each(['employee', 'manager', 'peer'] as const)('shows the %s their part', (audience) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const shown = redact(statementOf(run, 'li'), audience)
      const text = renderText(explainStatement(shown, { locale }))
      expectGolden(`test/run/golden/year-end-li.${audience}.${locale}.txt`, text)
    }
  })
})
