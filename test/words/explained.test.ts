import { expect, test } from 'vitest'
import { explainedWords } from '../../src/words/index.js'

test.each([
  [{ from: '2026-01-01' }, 'from 2026-01-01 on', '2026-01-01'],
  [{ to: '2026-12-31' }, 'until 2026-12-31', '2026-12-31'],
  [{ from: '2026-01-01', to: '2026-12-31' }, 'from 2026-01-01 on, until 2026-12-31', '2026-12-31'],
] as const)('days between %j are told', (days, en, zh) => {
  expect(explainedWords.en.between(days)).toBe(en)
  expect(explainedWords['zh-CN'].between(days)).toContain(zh)
})
