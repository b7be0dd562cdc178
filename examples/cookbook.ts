import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Locale, Localized } from 'payproof'
import { bookOf, type Case, dataOf, type Recipe } from './cookbook-runs.js'

const read = (chapter: string) =>
  JSON.parse(readFileSync(`docs/cookbook/${chapter}.json`, 'utf8')) as readonly Recipe[]

/** The chapters of the cookbook, each with its recipes as the files of docs/cookbook hold them. */
export const chapters: readonly (readonly [Localized, readonly Recipe[]])[] = [
  [{ en: 'Rates and tiers', 'zh-CN': '费率与分档' }, read('rates')],
  [{ en: 'Quotas, conditions, bounds', 'zh-CN': '目标、条件与上下限' }, read('quotas')],
  [{ en: 'The life of a deal', 'zh-CN': '业务单的全过程' }, read('deals')],
  [{ en: 'Teams and managers', 'zh-CN': '团队与主管' }, read('teams')],
  [{ en: 'Scorecards', 'zh-CN': '计分卡' }, read('scorecards')],
  [{ en: 'Bonuses and pools', 'zh-CN': '奖金与奖金池' }, read('bonus')],
  [{ en: 'From gross to paid', 'zh-CN': '从应发到实发' }, read('pay-sheet')],
]

const words = {
  en: {
    title: 'Cookbook',
    about:
      'Common pay rules, each as the policies that [a book](payroll.md#the-policy-book) takes. Every row of every table is settled in the tests: the book is read, its months are [run](payroll.md#a-run) one after the other, the amounts are those of the statements, and [`verify`](proof.md) and `verifyChain` find nothing to object to. Copy a rule, change its numbers, and let [`lintPlan`](analyze.md) and [`checkPolicy`](testing.md) look at it. What the members of a policy mean, the page of its kind tells. The files are in [docs/cookbook](cookbook).',
    shared:
      'What all recipes have in common stands here alone. This is the book of the first one, and the data of its row:',
    unsaid:
      'Of a policy, `from`, `eligible` and `terms` are those of its version. Unless a row says otherwise, one person is paid, employed since 2023, with one order on the 10th of the first month; what stands below an order is `of` it. A figure is that of every month. Months that a row does not name pay nothing, and a single amount is that of January 2026.',
    besides: 'Its book also says:',
    ...{ who: 'who', paid: 'paid', deals: 'deals', absences: 'absences', openings: 'openings' },
    ...{ touches: 'touches', joined: 'joined', left: 'left', company: 'company' },
    told: { void: 'void' } as Cells,
  },
  'zh-CN': {
    title: '规则手册',
    about:
      '常见薪酬规则，均按[薪酬制度手册](../payroll.md#the-policy-book)所收制度的写法给出。表中每一行都在测试中实际结算：读入手册，逐月[结算](../payroll.md#a-run)，金额取自工资条，并经 [`verify`](../proof.md) 与 `verifyChain` 复核无误。复制一条，改掉数字，再用 [`lintPlan`](../analyze.md) 和 [`checkPolicy`](../testing.md) 检查。各字段的含义见该类制度的专页。文件见 [docs/cookbook](../cookbook)。',
    shared: '各条规则共有的部分只写在这里。以下是第一条规则的手册，以及表中那一行的数据：',
    unsaid:
      '制度的 `from`、`eligible` 和 `terms` 写在其版本中。除非表中另有说明：发给一人，2023 年起在职，首月 10 日有一张订单；列在订单之下的事件属于该订单（`of`）。指标对各月相同。未列出的月份没有发放；只有一个金额时，为 2026 年 1 月所发。',
    besides: '其手册另有：',
    ...{ who: '人员', paid: '发放', deals: '业务单', absences: '缺勤', openings: '期初' },
    ...{ touches: '接触', joined: '入职', left: '离职', company: '公司' },
    told: {
      ...{ refund: '退款', cancellation: '取消', collection: '回款', invoice: '单据' },
      ...{ key: '客户', recorded: '记录于', void: '作废' },
    } as Cells,
  },
} as const

/** The page of all recipes in one language. */
export function cookbookPage(locale: Locale): string {
  const { title, about, shared, unsaid } = words[locale]
  const recipes = chapters.flatMap(([, recipes]) => recipes)
  const [first] = recipes as [Recipe]
  const [row] = first.cases as [Case]
  const parts = chapters.flatMap(([name, own]) => [
    `## ${name[locale]}`,
    ...own.flatMap((recipe) => recipeParts(recipe, recipes.indexOf(recipe) + 1, locale)),
  ])
  const frame = [shared, block(bookOf(first)), block(dataOf(row)), unsaid]
  return `${[`# ${title}`, about, ...frame, ...parts].join('\n\n')}\n`
}

function recipeParts(recipe: Recipe, number: number, locale: Locale): readonly string[] {
  const { title, says, policies, book } = recipe
  const [policy] = policies
  return [
    `### ${number}. ${title[locale]}`,
    says[locale],
    block(policies.length > 1 ? policies : policy),
    ...(book === undefined ? [] : [words[locale].besides, block(book)]),
    table(recipe, locale),
  ]
}

const block = (json: unknown) => `\`\`\`json\n${written(json)}\n\`\`\``

/** JSON in few lines: what fits into one is in one. */
export function written(json: unknown, indent = '', before = 0, width = 96): string {
  const line = inLine(json)
  if (typeof json !== 'object' || json === null || indent.length + before + line.length <= width)
    return line
  const [open, close] = Array.isArray(json) ? '[]' : '{}'
  const inner = `${indent}  `
  const members = Object.entries(json).map(([key, value]) => {
    const name = Array.isArray(json) ? '' : `${JSON.stringify(key)}: `
    return `${inner}${name}${written(value, inner, name.length + 1, width)}`
  })
  return `${open}\n${members.join(',\n')}\n${indent}${close}`
}

function inLine(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(inLine).join(', ')}]`
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  const members = Object.entries(json).map(
    ([key, value]) => `${JSON.stringify(key)}: ${inLine(value)}`,
  )
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

type Cells = Readonly<Record<string, string>>
type Row = Readonly<Record<string, unknown>>

/** A row for each case, or for each person and group in it: what is given, then what is paid by month. */
function table({ cases }: Recipe, locale: Locale): string {
  const { who, paid, company } = words[locale]
  const rows = cases.flatMap(({ given, pays }): (readonly [Cells, Cells])[] => {
    const { people, company: ofCompany, groups = {}, ...own } = given
    const months = typeof pays === 'string' ? { [paid]: pays } : pays
    const others = [
      ...(ofCompany === undefined ? [] : [[company, ofCompany] as const]),
      ...Object.entries(groups).flatMap(([by, values]) =>
        Object.entries(values).map(([value, of]) => [`${by} ${value}`, of] as const),
      ),
    ]
    if (people === undefined && others.length === 0) return [[cellsOf(own, locale), paidTo(months)]]
    return [
      ...others.map(([name, of]) => [{ [who]: name, ...cellsOf(of, locale) }, {}] as const),
      ...Object.entries(people ?? { li: own }).map(
        ([id, of]) =>
          [{ [who]: id, ...cellsOf(of, locale) }, paidTo(months, people && id)] as const,
      ),
    ]
  })
  const given = namesOf(rows.map(([cells]) => cells))
  const months = namesOf(rows.map(([, cells]) => cells)).sort()
  const isText = (name: string) => rows.some(([cells]) => /[^\d.-]/.test(cells[name] ?? ''))
  const lines = [
    [...given, ...months],
    [...given.map((name) => (isText(name) ? '---' : '---:')), ...months.map(() => '---:')],
    ...rows.map(([cells, paid]) => [
      ...given.map((name) => cells[name] ?? ''),
      ...months.map((month) => paid[month] ?? ''),
    ]),
  ]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

const namesOf = (cells: readonly Cells[]) => [...new Set(cells.flatMap(Object.keys))]

/** What each month pays, or pays one person. */
function paidTo(months: Exclude<Case['pays'], string>, person?: string): Cells {
  return Object.fromEntries(
    Object.entries(months).map(([month, said]) => [
      month,
      typeof said === 'string'
        ? said
        : Object.entries(said)
            .map(([key, amount]) => [...key.split(' '), amount])
            .filter(([id]) => person === undefined || id === person)
            .map((parts) => parts.slice(person === undefined ? 0 : 1).join(' '))
            .join('<br>'),
    ]),
  )
}

/** What is told of a person, by the heads of its columns. */
function cellsOf(
  given: Omit<Case['given'], 'people' | 'company' | 'groups'>,
  locale: Locale,
): Cells {
  const { joined, left, attributes = {}, figures = {}, deals, absences, records = {} } = given
  const { touches, openings } = given
  const word = words[locale]
  const rows = (head: string, told: readonly Row[] | undefined) =>
    told === undefined ? {} : { [head]: told.map((row) => rowTold(row, locale)).join('<br>') }
  return {
    ...(joined !== undefined && { [word.joined]: joined }),
    ...(left !== undefined && { [word.left]: left }),
    ...Object.fromEntries(
      Object.entries({ ...attributes, ...figures }).map(([name, told]) => [
        `\`${name}\``,
        typeof told === 'string'
          ? told
          : Array.isArray(told)
            ? told.map((row) => rowTold(row, locale)).join('<br>')
            : Object.entries(told)
                .map((pair) => pair.join(' '))
                .join('<br>'),
      ]),
    ),
    ...rows(word.touches, touches),
    ...rows(word.deals, deals?.flat()),
    ...rows(word.absences, absences),
    ...Object.assign(
      {},
      ...Object.entries(records).map(([name, told]) => rows(`\`${name}\``, told)),
    ),
    ...rows(word.openings, openings),
  }
}

/** What is told by its value alone. */
const bare = new Set(['order', 'value', 'kind', 'component', 'person', 'rhythm', 'period', 'why'])

/** A row in words: its days, and then what it says. */
function rowTold({ on, from, to, id: _, ...told }: Row, locale: Locale): string {
  const known = words[locale].told
  const days = on ?? (to === undefined || to === from ? from : `${from} – ${to}`)
  const said = Object.entries(told).flatMap(([name, value]): readonly unknown[] => {
    if (name === 'void') return [known[name]]
    if (typeof value === 'object' && value !== null) return [rowTold(value as Row, locale)]
    return bare.has(name) ? [value] : [known[name] ?? name, value]
  })
  return [...(days === undefined ? [] : [days]), ...said].join(' ')
}

/** Where each page stands. */
export const pagePaths: Readonly<Record<Locale, string>> = {
  en: 'docs/cookbook.md',
  'zh-CN': 'docs/zh-CN/cookbook.md',
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const locale of ['en', 'zh-CN'] as const)
    writeFileSync(pagePaths[locale], cookbookPage(locale))
