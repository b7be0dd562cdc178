import { describe, expect, test } from 'vitest'
import { describeProblems, type Problem } from '../../src/problem/index.js'
import {
  brokenText,
  forbiddenKey,
  keyTooLong,
  missing,
  notJson,
  notOffered,
  notPlain,
  textTooLong,
  tooBig,
  tooDeep,
  tooLarge,
  tooLong,
  tooSmall,
  unknownKey,
  unreadable,
  wrongFormat,
  wrongType,
} from '../../src/problem/shape-problems.js'

const wordings: readonly [Problem, code: string, en: string, zh: string][] = [
  [
    tooDeep('a', 3),
    'too-deep',
    'a: is nested more than 3 levels deep. Split it into smaller policies.',
    'a：嵌套超过 3 层。请拆成较小的制度。',
  ],
  [
    tooLarge(9),
    'too-large',
    'holds more than 9 values. Split it into smaller policies.',
    '包含超过 9 个值。请拆成较小的制度。',
  ],
  [
    textTooLong('a', 5),
    'text-too-long',
    'a: is longer than 5 characters. Shorten the text.',
    'a：长度超过 5 个字符。请缩短文字。',
  ],
  [
    forbiddenKey('a.__proto__', '__proto__'),
    'forbidden-key',
    'a.__proto__: the key "__proto__" is not allowed. Choose another name.',
    'a.__proto__：不允许使用键“__proto__”。请换一个名称。',
  ],
  [
    notPlain('a'),
    'not-plain',
    'a: is an object of a class, not plain JSON. Give plain objects, lists, texts and booleans.',
    'a：是类的实例，不是普通 JSON。请使用普通对象、列表、文本和布尔值。',
  ],
  [
    keyTooLong('a', 5),
    'key-too-long',
    'a: is a key of more than 5 characters. Shorten the key.',
    'a：键超过 5 个字符。请缩短键名。',
  ],
  [
    brokenText('a'),
    'broken-text',
    'a: holds half a character: a surrogate without its pair. Write the whole character.',
    'a：含有不成对的代理项，不是完整的字符。请写出完整的字符。',
  ],
  [
    unreadable('a'),
    'not-plain',
    'a: cannot be read: it throws an error. Give plain objects, lists, texts and booleans.',
    'a：无法读取：读取时抛出错误。请使用普通对象、列表、文本和布尔值。',
  ],
  [
    notJson('a', Number.NaN),
    'not-json',
    'a: NaN is no JSON that every reader takes alike. Give texts, true, false, null, numbers within ±(2^53 - 1), lists and plain objects.',
    'a：NaN 不是各处读法一致的 JSON。请使用文本、true、false、null、±(2^53 - 1) 以内的数字、列表和普通对象。',
  ],
  [
    tooLong('a', 9),
    'too-large',
    'a: is longer than 9 characters as JSON. Take its parts one by one.',
    'a：写成 JSON 超过 9 个字符。请分成几部分处理。',
  ],
  [
    unknownKey('a.b', 'b', ['from', 'rate']),
    'unknown-key',
    'a.b: the key "b" is not known here. Remove it, or use one of: from, rate.',
    'a.b：此处没有键“b”。请删除，或改用：from、rate。',
  ],
  [
    unknownKey('a.form', 'form', ['rate', 'from']),
    'unknown-key',
    'a.form: the key "form" is not known here. Perhaps "from" was meant.',
    'a.form：此处没有键“form”。也许是“from”。',
  ],
  [missing('a', 'string'), 'missing', 'a: is missing. Give a text.', 'a：缺失。请填写文本。'],
  [
    notOffered('a', ['up', 'down'], undefined),
    'missing',
    'a: is missing. Give one of: up, down.',
    'a：缺失。请填写其一：up, down。',
  ],
  [
    notOffered('a', ['floor', 'ceiling'], 'flor'),
    'not-offered',
    'a: "flor" is not one of the choices. Perhaps "floor" was meant.',
    'a："flor" 不在可选范围内。也许是“floor”。',
  ],
  [
    notOffered('a', ['up', 'down'], 'sideways'),
    'not-offered',
    'a: "sideways" is not one of the choices. Use one of: up, down.',
    'a："sideways" 不在可选范围内。可选：up、down。',
  ],
  [
    notOffered('a', ['up', 'down'], ['up']),
    'not-offered',
    'a: a list is not one of the choices. Use one of: up, down.',
    'a：列表 不在可选范围内。可选：up、down。',
  ],
  [
    wrongFormat('a', 'decimal', '1,000'),
    'not-a-decimal',
    'a: "1,000" is not a decimal. Write a plain decimal such as "0.015" or "-120.50": no exponent, plus sign, spaces or separators.',
    'a："1,000" 格式不对。请写成普通小数，例如 "0.015" 或 "-120.50"：不用科学计数法、加号、空格或千位分隔符。',
  ],
  [
    wrongFormat('a', 'non-negative decimal', '-1'),
    'not-a-non-negative-decimal',
    'a: "-1" is not a non-negative decimal. Write a plain decimal of zero or more, such as "0.015" or "8000".',
    'a："-1" 格式不对。请写成不小于零的普通小数，例如 "0.015" 或 "8000"。',
  ],
  [
    wrongFormat('a', 'name', '1st'),
    'not-a-name',
    'a: "1st" is not a name. Write at most 64 letters, digits, "_", "-" and ".", a letter or "_" first, and no word that JavaScript reserves.',
    'a："1st" 格式不对。请以字母或“_”开头，由字母、数字、“_”、“-”和“.”组成，最多 64 个字符，且不是 JavaScript 保留的词。',
  ],
  [
    wrongFormat('a', 'date', '28/2/2026'),
    'not-a-date',
    'a: "28/2/2026" is not a date. Write a calendar date such as "2026-02-28".',
    'a："28/2/2026" 格式不对。请写成日期，例如 "2026-02-28"。',
  ],
  [
    wrongType('a', 'string', undefined),
    'missing',
    'a: is missing. Give a text.',
    'a：缺失。请填写文本。',
  ],
  [
    wrongType('a', 'string', 0.1),
    'wrong-type',
    'a: should be a text, and is 0.1. Write the number as text, "0.1": a JSON number is binary floating point.',
    'a：应为文本，实际是 0.1。请把数字写成文本 "0.1"：JSON 数字是二进制浮点数。',
  ],
  [
    wrongType('a', 'array', 1),
    'wrong-type',
    'a: should be a list, and is 1. Give a list.',
    'a：应为列表，实际是 1。请填写列表。',
  ],
  [
    wrongType('a', 'string', { b: 1 }),
    'wrong-type',
    'a: should be a text, and is an object. Give a text.',
    'a：应为文本，实际是 对象。请填写文本。',
  ],
  [
    tooSmall('a', '1', 'array'),
    'too-small',
    'a: has too few entries. Give 1 or more.',
    'a：项数太少。请给出 1 或以上。',
  ],
  [
    tooSmall('a', '1', 'string'),
    'too-small',
    'a: has too few characters. Give 1 or more.',
    'a：字符太少。请给出 1 或以上。',
  ],
  [
    tooSmall('a', '0', 'number'),
    'too-small',
    'a: is too small. Give 0 or more.',
    'a：数值太小。请给出 0 或以上。',
  ],
  [
    tooBig('a', '2', 'array'),
    'too-big',
    'a: has too many entries. Give 2 or less.',
    'a：项数太多。请给出 2 或以下。',
  ],
  [
    tooBig('a', '2', 'string'),
    'too-big',
    'a: has too many characters. Give 2 or less.',
    'a：字符太多。请给出 2 或以下。',
  ],
  [
    tooBig('a', '30', 'int'),
    'too-big',
    'a: is too big. Give 30 or less.',
    'a：数值太大。请给出 30 或以下。',
  ],
]

describe('the wording of each problem', () => {
  test.each(wordings)('%#: %o', (problem, code, en, zh) => {
    expect(problem.code).toBe(code)
    expect(describeProblems([problem], 'en')).toBe(en)
    expect(describeProblems([problem], 'zh-CN')).toBe(zh)
  })
})
