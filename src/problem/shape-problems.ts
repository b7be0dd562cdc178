import { type Hints, likely } from './entries.js'
import type { Localized } from './localized.js'
import { type Problem, problem } from './policy-error.js'
import { namesIn, shown } from './readable.js'

/** What can be wrong with the shape of JSON, before any of it is understood. */

const split = ['Split it into smaller policies', '请拆成较小的制度'] as const

export function tooDeep(path: string, limit: number): Problem {
  return problem(
    'too-deep',
    path,
    [`is nested more than ${limit} levels deep`, split[0]],
    [`嵌套超过 ${limit} 层`, split[1]],
  )
}

export function tooLarge(limit: number): Problem {
  return problem(
    'too-large',
    '',
    [`holds more than ${limit} values`, split[0]],
    [`包含超过 ${limit} 个值`, split[1]],
  )
}

export function textTooLong(path: string, limit: number): Problem {
  return problem(
    'text-too-long',
    path,
    [`is longer than ${limit} characters`, 'Shorten the text'],
    [`长度超过 ${limit} 个字符`, '请缩短文字'],
  )
}

export function tooLong(path: string, limit: number): Problem {
  return problem(
    'too-large',
    path,
    [`is longer than ${limit} characters as JSON`, 'Take its parts one by one'],
    [`写成 JSON 超过 ${limit} 个字符`, '请分成几部分处理'],
  )
}

export function keyTooLong(path: string, limit: number): Problem {
  return problem(
    'key-too-long',
    path,
    [`is a key of more than ${limit} characters`, 'Shorten the key'],
    [`键超过 ${limit} 个字符`, '请缩短键名'],
  )
}

export function brokenText(path: string): Problem {
  return problem(
    'broken-text',
    path,
    ['holds half a character: a surrogate without its pair', 'Write the whole character'],
    ['含有不成对的代理项，不是完整的字符', '请写出完整的字符'],
  )
}

export function forbiddenKey(path: string, key: string): Problem {
  return problem(
    'forbidden-key',
    path,
    [`the key "${key}" is not allowed`, 'Choose another name'],
    [`不允许使用键“${key}”`, '请换一个名称'],
  )
}

export function notPlain(path: string): Problem {
  return problem(
    'not-plain',
    path,
    ['is an object of a class, not plain JSON', 'Give plain objects, lists, texts and booleans'],
    ['是类的实例，不是普通 JSON', '请使用普通对象、列表、文本和布尔值'],
  )
}

/** What throws when it is looked at, such as a getter or a proxy. */
export function unreadable(path: string): Problem {
  return problem(
    'not-plain',
    path,
    ['cannot be read: it throws an error', 'Give plain objects, lists, texts and booleans'],
    ['无法读取：读取时抛出错误', '请使用普通对象、列表、文本和布尔值'],
  )
}

/** What has no JSON that all readers understand alike, where a digest needs one. */
export function notJson(path: string, found: unknown): Problem {
  const quoted = shown(found)
  return problem(
    'not-json',
    path,
    [
      `${quoted.en} is no JSON that every reader takes alike`,
      'Give texts, true, false, null, numbers within ±(2^53 - 1), lists and plain objects',
    ],
    [
      `${quoted['zh-CN']} 不是各处读法一致的 JSON`,
      '请使用文本、true、false、null、±(2^53 - 1) 以内的数字、列表和普通对象',
    ],
  )
}

export function unknownKey(path: string, key: string, known: readonly string[]): Problem {
  const names = namesIn(known)
  const [hint, hintZh] = likely(key, known, [
    `Remove it, or use one of: ${names.en}`,
    `请删除，或改用：${names['zh-CN']}`,
  ])
  return problem(
    'unknown-key',
    path,
    [`the key "${key}" is not known here`, hint],
    [`此处没有键“${key}”`, hintZh],
  )
}

export function missing(path: string, expected: string): Problem {
  const { en, 'zh-CN': zh } = kindOf(expected)
  return absent(path, [`Give ${en}`, `请填写${zh}`])
}

function absent(path: string, [hint, hintZh]: Hints): Problem {
  return problem('missing', path, ['is missing', hint], ['缺失', hintZh])
}

/** What a value of a type is called; `expected` may name several, between bars. */
const kinds: Readonly<Record<string, Localized>> = {
  string: { en: 'a text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  int: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': 'true 或 false' },
  array: { en: 'a list', 'zh-CN': '列表' },
  tuple: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'an object', 'zh-CN': '对象' },
  record: { en: 'an object', 'zh-CN': '对象' },
  nonoptional: { en: 'a value', 'zh-CN': '一个值' },
}

function kindOf(expected: string): Localized {
  const found = expected
    .split(' | ')
    .map((name) => kinds[name] ?? { en: `one of: ${name}`, 'zh-CN': `其一：${name}` })
  return {
    en: found.map(({ en }) => en).join(' or '),
    'zh-CN': found.map((kind) => kind['zh-CN']).join('或'),
  }
}

/** What to choose where the choices are too many to list, by the name that a schema gives them. */
export const choiceHints = {
  currency: [
    'Use an ISO 4217 code, such as "CNY" for renminbi',
    '请使用 ISO 4217 货币代码，例如人民币 "CNY"',
  ],
  unit: [
    'Use "money:CNY" or money of another ISO 4217 currency, "money:CNY/hour", "ratio", "count", "points" or "duration:day"',
    '请使用 "money:CNY"（或其他 ISO 4217 货币）、"money:CNY/hour"、"ratio"、"count"、"points" 或 "duration:day"',
  ],
} as const satisfies Record<string, Hints>

/** `choice` is a key of the hints above; schemas give it as the message of a list of choices. */
export function notOffered(
  path: string,
  offered: readonly string[],
  found: unknown,
  choice = '',
): Problem {
  const own = Object.entries<Hints>(choiceHints).find(([name]) => name === choice)?.[1]
  if (found === undefined)
    return own === undefined ? missing(path, offered.join(', ')) : absent(path, own)
  const [hint, hintZh] = own ?? likely(typeof found === 'string' ? found : '', offered)
  const quoted = shown(found)
  return problem(
    'not-offered',
    path,
    [`${quoted.en} is not one of the choices`, hint],
    [`${quoted['zh-CN']} 不在可选范围内`, hintZh],
  )
}

/** How a value of each format is written, by the name that a schema gives the format. */
export const formatHints = {
  decimal: [
    'Write a plain decimal such as "0.015" or "-120.50": no exponent, plus sign, spaces or separators',
    '请写成普通小数，例如 "0.015" 或 "-120.50"：不用科学计数法、加号、空格或千位分隔符',
  ],
  'non-negative decimal': [
    'Write a plain decimal of zero or more, such as "0.015" or "8000"',
    '请写成不小于零的普通小数，例如 "0.015" 或 "8000"',
  ],
  name: [
    'Write at most 64 letters, digits, "_", "-" and ".", a letter or "_" first, and no word that JavaScript reserves',
    '请以字母或“_”开头，由字母、数字、“_”、“-”和“.”组成，最多 64 个字符，且不是 JavaScript 保留的词',
  ],
  share: [
    'Write a plain decimal such as "0.25", or a fraction of whole numbers such as "1/3"',
    '请写成普通小数，例如 "0.25"，或整数之比，例如 "1/3"',
  ],
  weight: [
    'Write a whole number of 1 or more as text, such as "3"',
    '请写成文本形式的正整数，例如 "3"',
  ],
  date: ['Write a calendar date such as "2026-02-28"', '请写成日期，例如 "2026-02-28"'],
  hash: [
    'Give the lower-case hexadecimal digits as they were written',
    '请照原样给出小写十六进制数字',
  ],
  node: ['Name it by its bits, such as "0110"', '请用二进制位命名，例如 "0110"'],
  'plain id': [
    'Write it without control characters and without marks that turn the direction of text',
    '请勿使用控制字符和改变文字方向的标记',
  ],
} as const satisfies Record<string, Hints>

/** `format` is a key of the formats above; schemas give it as the message of a pattern. */
export function wrongFormat(path: string, format: string, found: unknown): Problem {
  const [en, zh] = formatHints[format as keyof typeof formatHints]
  const quoted = shown(found)
  return problem(
    `not-a-${format.replaceAll(' ', '-')}`,
    path,
    [`${quoted.en} is not a ${format}`, en],
    [`${quoted['zh-CN']} 格式不对`, zh],
  )
}

export function wrongType(path: string, expected: string, found: unknown): Problem {
  if (found === undefined) return missing(path, expected)
  const kind = kindOf(expected)
  const quoted = shown(found)
  const unquoted = expected.startsWith('string') && typeof found === 'number'
  return problem(
    'wrong-type',
    path,
    [
      `should be ${kind.en}, and is ${quoted.en}`,
      unquoted
        ? `Write the number as text, "${found}": a JSON number is binary floating point`
        : `Give ${kind.en}`,
    ],
    [
      `应为${kind['zh-CN']}，实际是 ${quoted['zh-CN']}`,
      unquoted ? `请把数字写成文本 "${found}"：JSON 数字是二进制浮点数` : `请填写${kind['zh-CN']}`,
    ],
  )
}

/** The words for a bound, by what it counts: a list's entries, a text's characters, else a number. */
const sizes: Readonly<Record<string, { readonly few: Localized; readonly many: Localized }>> = {
  array: {
    few: { en: 'has too few entries', 'zh-CN': '项数太少' },
    many: { en: 'has too many entries', 'zh-CN': '项数太多' },
  },
  string: {
    few: { en: 'has too few characters', 'zh-CN': '字符太少' },
    many: { en: 'has too many characters', 'zh-CN': '字符太多' },
  },
}
const numberSize = {
  few: { en: 'is too small', 'zh-CN': '数值太小' },
  many: { en: 'is too big', 'zh-CN': '数值太大' },
}

export function tooSmall(path: string, minimum: string, kind: string): Problem {
  const { few } = sizes[kind] ?? numberSize
  return problem(
    'too-small',
    path,
    [few.en, `Give ${minimum} or more`],
    [few['zh-CN'], `请给出 ${minimum} 或以上`],
  )
}

export function tooBig(path: string, maximum: string, kind: string): Problem {
  const { many } = sizes[kind] ?? numberSize
  return problem(
    'too-big',
    path,
    [many.en, `Give ${maximum} or less`],
    [many['zh-CN'], `请给出 ${maximum} 或以下`],
  )
}
