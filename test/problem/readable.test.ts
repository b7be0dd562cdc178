import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesIn, shown, visible } from '../../src/problem/index.js'
import { line, problemLimits, shortened } from '../../src/problem/readable.js'

describe('visible', () => {
  test.each([
    ['a\nb', 'a␤b'],
    ['a\r\tb', 'a\\u{d}\\u{9}b'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['\u0000\u0007\u007f\u0085', '\\u{0}\\u{7}\\u{7f}\\u{85}'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['\u2066x\u2069\u200f', '\\u{2066}x\\u{2069}\\u{200f}'],
    ['a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
    ['half \ud83d', 'half \\u{d83d}'],
  ])('%j is shown as %s', (text, written) => {
    expect(visible(text)).toBe(written)
  })

  test.each(['Pay: 2.00 CNY', '工资（税前）', '😀 👩‍💻', 'é', 'שלום', ''])('%s stays', (text) => {
    expect(visible(text)).toBe(text)
  })

  test('what it wrote it does not write again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(visible(text))).toBe(visible(text))
      }),
    )
  })
})

describe('line', () => {
  test('leaves out the middle of a text that is too long', () => {
    expect(line('abcdef', 6)).toBe('abcdef')
    expect(line('abcdefg', 6)).toBe('ab…fg')
  })

  test('cuts no character in half', () => {
    expect(line('a😀bcdef😀g', 6)).toBe('a…g')
  })

  const texts = fc.array(fc.constantFrom('a', '\n', '\u202e', '\ud83d', '\ude00', '😀', '…'))
  test('is never longer, has no line break, and stays when taken again', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 3, max: 40 }), (parts, most) => {
        const once = line(parts.join(''), most)
        expect(once.length).toBeLessThanOrEqual(most)
        expect(once).not.toMatch(/[\n\u202e]|\p{Surrogate}/u)
        expect(line(once, most)).toBe(once)
      }),
    )
  })
})

describe('shown', () => {
  const { quote } = problemLimits
  test.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
    [-1.5, '-1.5'],
    [Number.NaN, 'NaN'],
    [12n, '12'],
    [Symbol('x'), 'Symbol(x)'],
    ['', '""'],
    ['x'.repeat(quote), `"${'x'.repeat(quote)}"`],
    ['x'.repeat(quote + 1), `"${'x'.repeat(quote)}…"`],
    [10n ** 100n, `1${'0'.repeat(quote - 1)}…`],
  ])('%o is quoted as %s in both languages', (value, text) => {
    expect(shown(value)).toEqual({ en: text, 'zh-CN': text })
  })

  test.each([
    [['secret'], 'a list', '列表'],
    [{ secret: 1 }, 'an object', '对象'],
    [Object.create(null), 'an object', '对象'],
    [() => 'secret', 'a function', '函数'],
  ])('the content of %o stays out of messages', (value, en, zh) => {
    expect(shown(value)).toEqual({ en, 'zh-CN': zh })
  })

  test('a quote ends before a character that would be cut', () => {
    expect(shortened(`${'x'.repeat(quote - 1)}😀😀`)).toBe(`${'x'.repeat(quote - 1)}…`)
  })
})

describe('names in a row', () => {
  test('are all told where they are few', () => {
    expect(namesIn([])).toEqual({ en: '', 'zh-CN': '' })
    expect(namesIn(['a', 'b'])).toEqual({ en: 'a, b', 'zh-CN': 'a、b' })
  })

  test('are counted where they are many, and shortened where they are long', () => {
    const many = Array.from({ length: 23 }, (_, i) => `n${i}`)
    expect(namesIn(many).en).toMatch(/^n0, n1, .*, n19 and 3 more$/)
    expect(namesIn(many)['zh-CN']).toMatch(/^n0、n1、.*、n19 等 23 项$/)
    expect(namesIn(['x'.repeat(100)]).en).toBe(`${'x'.repeat(64)}…`)
  })
})
