import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Explanation } from '../../src/formula/explain.js'
import { escapeHtml, renderHtml, renderMarkdown, renderText } from '../../src/formula/render.js'

const leaf: Explanation = { label: 'Sales', value: '100.00 CNY', how: [], steps: [] }
const tree: Explanation = {
  label: 'Pay',
  value: '2.00 CNY',
  clause: '§1',
  how: ['Base × 2%', '100.00 CNY × 2%'],
  steps: [{ label: 'Base', value: '100.00 CNY', how: ['Sales × 100%'], steps: [leaf] }],
}

test('text has a step a line, its arithmetic and its own steps below', () => {
  expect(renderText(tree)).toBe(
    [
      'Pay: 2.00 CNY [§1]',
      '  Base × 2%',
      '  100.00 CNY × 2%',
      '    Base: 100.00 CNY',
      '      Sales × 100%',
      '        Sales: 100.00 CNY',
    ].join('\n'),
  )
})

test('Markdown is a nested list', () => {
  expect(renderMarkdown(tree)).toBe(
    [
      '- **Pay**: 2\\.00 CNY (§1)',
      '  - Base × 2%',
      '  - 100\\.00 CNY × 2%',
      '  - **Base**: 100\\.00 CNY',
      '    - Sales × 100%',
      '    - **Sales**: 100\\.00 CNY',
    ].join('\n'),
  )
})

test('HTML is a nested list with classes to style', () => {
  expect(renderHtml(tree)).toBe(
    [
      '<ul class="payproof-explanation"><li><strong>Pay</strong>',
      ' <span class="payproof-value">2.00 CNY</span> <span class="payproof-clause">§1</span>',
      '<div class="payproof-how">Base × 2%</div><div class="payproof-how">100.00 CNY × 2%</div>',
      '<ul><li><strong>Base</strong> <span class="payproof-value">100.00 CNY</span>',
      '<div class="payproof-how">Sales × 100%</div><ul><li><strong>Sales</strong>',
      ' <span class="payproof-value">100.00 CNY</span></li></ul></li></ul></li></ul>',
    ].join(''),
  )
})

describe('texts of a policy', () => {
  const hostile: Explanation = {
    label: '<script>alert("x")</script>',
    value: '*1*',
    clause: "[click](javascript:'x') & \n# more",
    how: ['<img onerror=x>', '- `code`'],
    steps: [],
  }

  test('cannot add markup to HTML', () => {
    expect(renderHtml(hostile)).toBe(
      [
        '<ul class="payproof-explanation">',
        '<li><strong>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</strong>',
        ' <span class="payproof-value">*1*</span>',
        ' <span class="payproof-clause">[click](javascript:&#39;x&#39;) &amp; \n# more</span>',
        '<div class="payproof-how">&lt;img onerror=x&gt;</div>',
        '<div class="payproof-how">- `code`</div></li></ul>',
      ].join(''),
    )
  })

  test('cannot add markup or lines to Markdown', () => {
    expect(renderMarkdown(hostile)).toBe(
      [
        '- **\\<script\\>alert\\("x"\\)\\</script\\>**: \\*1\\*' +
          " (\\[click\\]\\(javascript:'x'\\) \\& \\# more)",
        '  - \\<img onerror=x\\>',
        '  - \\- \\`code\\`',
      ].join('\n'),
    )
  })

  test('read back from HTML as they were written', () => {
    const plain: Readonly<Record<string, string>> = {
      '&amp;': '&',
      '&lt;': '<',
      '&gt;': '>',
      '&quot;': '"',
      '&#39;': "'",
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeHtml(text)
        expect(escaped).not.toMatch(/[<>"']/)
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => plain[entity] ?? '')).toBe(
          text,
        )
      }),
    )
  })
})
