import type { Localized } from './localized.js'

/**
 * How much a refusal may tell, whatever was given: problems in all, characters of each text, letters
 * of a quoted text, names that a hint lists. So no input makes a message long.
 */
export const problemLimits = {
  problems: 100,
  path: 1_000,
  message: 500,
  hint: 2_000,
  quote: 64,
  names: 20,
} as const

/** Controls, line breaks, marks that turn the direction of text, and halves of a character. */
const hidden = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * A text with what no reader sees, or what moves its other letters, written out: a line break as
 * `␤`, others by their code point. So it stays on its line, and is read as it stands.
 *
 * @example
 * visible('a\nb\u202e') //=> 'a␤b\\u{202e}'
 */
export function visible(text: string): string {
  return text.replace(hidden, (sign) =>
    sign === '\n' ? '␤' : `\\u{${(sign.codePointAt(0) as number).toString(16)}}`,
  )
}

/** A text on one line, its middle left out where it is longer than the limit. */
export function line(text: string, most: number): string {
  // Cut before too, so that no long text is looked through.
  return cut(visible(cut(text, most)), most)
}

/** A message or a hint on one line, what it quotes shortened: whoever words it need not think of it. */
export function sentence(text: string, most: number): string {
  return line(
    text.replace(/["“][^"“”]+["”]/g, (quote) =>
      quote.length > problemLimits.quote + 3
        ? `${quote[0]}${shortened(quote.slice(1, -1))}${quote.at(-1)}`
        : quote,
    ),
    most,
  )
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const half = Math.floor((most - 1) / 2)
  const end = text.slice(-half)
  return `${beginning(text, half)}…${/^[\udc00-\udfff]/.test(end) ? end.slice(1) : end}`
}

/** The beginning of a text that a message quotes. */
export function shortened(text: string): string {
  return text.length > problemLimits.quote ? `${beginning(text, problemLimits.quote)}…` : text
}

/** The first characters, without half of one at the end. */
function beginning(text: string, length: number): string {
  const start = text.slice(0, length)
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start
}

/** A value as a message may quote it: short, and never the whole content of an object or function. */
export function shown(value: unknown): Localized {
  if (typeof value === 'function') return { en: 'a function', 'zh-CN': '函数' }
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value)
      ? { en: 'a list', 'zh-CN': '列表' }
      : { en: 'an object', 'zh-CN': '对象' }
  const text = typeof value === 'string' ? `"${shortened(value)}"` : shortened(String(value))
  return { en: text, 'zh-CN': text }
}

/** Names in a row, the first of them where they are many. */
export function namesIn(names: readonly string[]): Localized {
  const first = names.slice(0, problemLimits.names).map(shortened)
  const more = names.length - first.length
  return {
    en: `${first.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
    'zh-CN': `${first.join('、')}${more === 0 ? '' : ` 等 ${names.length} 项`}`,
  }
}
