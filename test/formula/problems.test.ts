import { expect, test } from 'vitest'
import * as problems from '../../src/formula/problems.js'
import { describeProblems } from '../../src/problem/index.js'

test.each([
  [problems.emptyList('t'), 't: is empty. Give at least one entry.', 't：为空。至少给出一项。'],
  [
    problems.missingBound('t'),
    't: is missing. Only the first entry may leave out where it begins.',
    't：缺失。只有第一项可以省略起点。',
  ],
  [
    problems.firstBoundOpen('t'),
    't: the first band begins somewhere, so that smaller numbers fall in none. Leave "from" out of the first band, and begin with the value of the lowest numbers.',
    't：第一档设了起点，更小的数不属于任何一档。第一档请不要写“from”，从最低一档的值开始。',
  ],
  [
    problems.unordered('t', '4', '5'),
    't: 4 is not above 5, where the entry before begins: they overlap. List the entries from the lowest bound up, each bound once.',
    't：4 不大于上一项的起点 5，区间重叠。请按起点从低到高排列，每个起点只出现一次。',
  ],
  [
    problems.badPlaces('t', 1.5, 30),
    't: 1.5 is no number of decimal places. Give a whole number from 0 to 30.',
    't：1.5 不是有效的小数位数。请给出 0 到 30 的整数。',
  ],
  [
    problems.badUnit('t', 'yuan'),
    't: "yuan" is not a unit. Use "money:CNY" or money of another ISO 4217 currency, "money:CNY/hour", "ratio", "count", "points" or "duration:day".',
    't：“yuan” 不是单位。请使用 "money:CNY"（或其他 ISO 4217 货币）、"money:CNY/hour"、"ratio"、"count"、"points" 或 "duration:day"。',
  ],
  [
    problems.badName('t', '1x'),
    't: "1x" cannot name an input. Write at most 64 letters, digits, "_", "-" and ".", a letter or "_" first, and no word that JavaScript reserves.',
    't：“1x” 不能作为输入名称。请以字母或“_”开头，由字母、数字、“_”、“-”和“.”组成，最多 64 个字符，且不是 JavaScript 保留的词。',
  ],
  [
    problems.mixedUnits('t', ['ratio', 'points', 'ratio']),
    't: puts ratio and points together. Bring all parts to one unit: multiply by a rate, or divide by a number of the same unit.',
    't：混用了 ratio 与 points。请先统一单位：乘以费率，或除以同单位的数。',
  ],
  [
    problems.noProduct('t', 'points', 'count'),
    't: points times count has no unit. Multiply by a ratio or a count, or money for each hour by hours.',
    't：points 乘以 count 没有单位。请乘以比率或数量，或用每小时金额乘以小时数。',
  ],
  [
    problems.noQuotient('t', 'ratio', 'points'),
    't: ratio divided by points has no unit. Divide by the same unit, a ratio or a count, or money by hours or days.',
    't：ratio 除以 points 没有单位。请除以同单位的数、比率或数量，或用金额除以时长。',
  ],
  [
    problems.gridShape('t', 2, 3),
    't: is not a table of 2 rows and 3 columns. Give one list of values a row, with one value a column.',
    't：不是 2 行 3 列的表。每行一个列表，每列一个值。',
  ],
  [
    problems.tooWide('t', 1040, 1000),
    't: can need 1040 digits, more than 1000. Round a part of it before.',
    't：可能需要 1040 位数字，超过 1000 位。请先对其中一部分舍入。',
  ],
  [
    problems.redeclared('t', 'x'),
    't: the input "x" is declared in two ways. Give it one unit and one scale, or the same cases, everywhere; or use two names.',
    't：输入“x”有两种声明。请统一单位与小数位，或统一各情形；或使用两个名称。',
  ],
  [
    problems.divisionByZero('t'),
    't: divides by zero. Guard it with "when", or mend the data.',
    't：除数为零。请用“when”加以判断，或修正数据。',
  ],
  [
    problems.divisionByZero('t', { input: 'goal' }),
    't: divides by the input "goal", which is zero. Guard it with "when", or mend the data.',
    't：除数“goal”为零。请用“when”加以判断，或修正数据。',
  ],
  [
    problems.divisionByZero('t', { label: { en: 'Room', 'zh-CN': '余地' } }),
    't: divides by "Room", which is zero. Guard it with "when", or mend the data.',
    't：除数“余地”为零。请用“when”加以判断，或修正数据。',
  ],
])('problem %# says in both languages what is wrong and what to do', (problem, en, zh) => {
  expect(describeProblems([problem])).toBe(en)
  expect(describeProblems([problem], 'zh-CN')).toBe(zh)
})
