import { expect, test } from 'vitest'
import { disclose, seal, type View, verifyView } from '../../src/payroll/index.js'
import { describeProblems } from '../../src/problem/index.js'
import { about, company, data, dataOf, key, march, people } from './disclosure-company.js'

const sealed = seal(company, data, march, { key, about })
const li = disclose(company, data, march, { key, about, person: 'li', audience: 'employee' })
const told = (view: View, root = sealed.root) =>
  verifyView(view, root).map(({ code, path }) => `${code} ${path}`)

const line = (i: number, change: (own: View['lines'][number]) => object): View => ({
  ...li,
  lines: li.lines.map((each, j) =>
    i === j ? ({ ...each, ...change(each) } as typeof each) : each,
  ),
})
const without = <T extends object>(of: T, name: string) =>
  Object.fromEntries(Object.entries(of).filter(([each]) => each !== name)) as T
const zeros = '0'.repeat(64)

test.each<[string, View, readonly string[]]>([
  [
    'an amount',
    line(0, ({ shown }) => ({ shown: { ...shown, amount: '9999.00' } })),
    ['forged-value lines[0].shown.amount', 'other-totals head.shown.totals'],
  ],
  [
    'what a part read',
    line(1, ({ shown }) => ({
      shown: { ...shown, working: [{ ...shown.working?.[0], read: { sales: '1.00' } }] },
    })),
    ['forged-value lines[1].shown.working'],
  ],
  [
    'an amount and its hash',
    line(0, ({ hashes }) => ({ hashes: { ...hashes, amount: zeros } })),
    ['forged-value lines[0].shown.amount', 'wrong-root '],
  ],
  [
    'a nonce that is missing',
    line(2, ({ nonces }) => ({ nonces: without(nonces, 'why') })),
    ['forged-value lines[2].shown.why'],
  ],
  [
    'a hidden hash',
    line(3, ({ hashes }) => ({ hashes: { ...hashes, others: zeros } })),
    ['wrong-root '],
  ],
  [
    'a class that is left out',
    line(3, ({ shown, nonces }) => ({
      shown: without(shown, 'working'),
      nonces: without(nonces, 'working'),
    })),
    ['left-out lines[3].shown.working'],
  ],
  [
    'what a line is',
    line(3, ({ shown, nonces }) => ({
      shown: without(shown, 'what'),
      nonces: without(nonces, 'what'),
    })),
    [
      'left-out lines[3].shown.what',
      ...['amount', 'settlement', 'working', 'why'].map(
        (each) => `shows-more lines[3].shown.${each}`,
      ),
    ],
  ],
  [
    'whose it is',
    { ...li, head: { ...li.head, shown: { ...li.head.shown, who: { person: 'wang' } } } },
    ['forged-value head.shown.who'],
  ],
  ['the period', { ...li, run: { ...li.run, period: '2026-04' } }, ['wrong-root ']],
  ['the currency', { ...li, run: { ...li.run, currency: 'USD' } }, ['wrong-root ']],
  [
    'a hash beside it',
    { ...li, beside: { ...li.beside, [Object.keys(li.beside)[0] ?? '']: zeros } },
    ['wrong-root '],
  ],
  [
    'a line that is left out',
    { ...li, lines: li.lines.slice(1) },
    ['other-totals head.shown.totals', 'told-place lines'],
  ],
  [
    'a line that is hidden by its hash',
    { ...li, lines: li.lines.slice(1), hidden: { [li.lines[0]?.place ?? '']: zeros } },
    [`left-out-line hidden.${li.lines[0]?.place}`, 'wrong-root '],
  ],
  [
    'a line that is said to be nothing',
    {
      ...li,
      lines: li.lines.slice(1),
      empty: { ...li.empty, [li.lines[0]?.place ?? '']: '0'.repeat(32) },
    },
    ['other-totals head.shown.totals', 'wrong-root '],
  ],
  [
    'a line that is told twice',
    { ...li, lines: [...li.lines, li.lines[0] as View['lines'][number]] },
    ['other-totals head.shown.totals', 'told-place lines'],
  ],
  [
    'lines below a node that holds the root',
    { ...li, hidden: { '': zeros } },
    ['left-out-line hidden.', 'told-place lines'],
  ],
  ['a path that is cut', { ...li, beside: {} }, ['told-place beside']],
  [
    'a label of another audience',
    { ...li, audience: 'manager' },
    li.lines
      .flatMap((_, i) =>
        ['settlement', 'working', 'why'].map((each) => `shows-more lines[${i}].shown.${each}`),
      )
      .toSpliced(0, 0, 'shows-more head.shown.reasons'),
  ],
  ['a note', { ...li, hrNote: 'x' } as View, ['unknown-key hrNote']],
  ['a note in a line', line(0, () => ({ note: 'x' })), ['unknown-key lines[0].note']],
  [
    'a hash that is none',
    line(0, ({ hashes }) => ({ hashes: { ...hashes, what: 'x' } })),
    ['not-a-hash lines[0].hashes.what'],
  ],
  ['a place that is none', line(0, () => ({ place: '012' })), ['not-a-node lines[0].place']],
])('a view that was changed in %s is told', (_, view, problems) => {
  expect(told(view)).toEqual(problems)
})

test('another root, and another run’s, are told', () => {
  expect(told(li, zeros)).toEqual(['wrong-root '])
  const other = seal(
    company,
    dataOf({ ...people, li: { ...people.li, salary: '3000.01' } }),
    march,
    {
      key,
      about: [],
    },
  )
  expect(told(li, other.root)).toEqual(['wrong-root '])
  const problems = verifyView(li, zeros)
  expect(describeProblems(problems)).toBe(
    'is not part of what that root was made of, as run 1 of 2026-03. Compare the root with the one that was published for this run; if it is the same, something was changed here.',
  )
  expect(describeProblems(problems, 'zh-CN')).toBe(
    '不属于该根所对应的内容（2026-03 第 1 次发放）。请与该次发放已公布的根核对；如果一致，则此处有改动。',
  )
})
