import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import {
  bonus,
  commission,
  evaluate,
  type Formula,
  kpi,
  type Locale,
  type Localized,
  parseFormula,
} from 'payproof'

/** A common pay rule as JSON, with what it gives: the files of docs/cookbook hold them. */
export interface Recipe {
  readonly title: Localized
  readonly says: Localized
  readonly read: keyof typeof readers
  readonly policy: Readonly<Record<string, unknown>>
  readonly cases: readonly {
    readonly given: Readonly<Record<string, string | number>>
    readonly gives: string
  }[]
}

type Given = Recipe['cases'][number]['given']

const pays = (formula: Formula) => (given: Given) => evaluate(formula, given).value

/** The function that reads each kind of policy; what comes of it gives the value of some figures. */
export const readers = {
  'bonus.parseFunding': (json: unknown) => pays(bonus.parseFunding(json).formula),
  'bonus.parseLoyalty': (json: unknown) => pays(bonus.parseLoyalty(json).formula),
  'bonus.parseTargetPlan': (json: unknown) => pays(bonus.parseTargetPlan(json).formula),
  'bonus.parseThirteenth': (json: unknown) => pays(bonus.parseThirteenth(json).formula),
  'commission.parseObjectives': (json: unknown) => pays(commission.parseObjectives(json).formula),
  'commission.parsePlan': (json: unknown) => pays(commission.parsePlan(json).formula),
  'commission.parseQuota': (json: unknown) => pays(commission.parseQuota(json).formula),
  'formula.parseFormula': (json: unknown) => pays(parseFormula(json)),
  'kpi.parseScorecard': (json: unknown) => {
    const card = kpi.parseScorecard(json)
    return (given: Given) => pays(card.coefficient)(kpi.scorecardInputs(card, given) as Given)
  },
} as const

const chapters: Readonly<Record<string, Localized>> = {
  commission: { en: 'Commission', 'zh-CN': '提成' },
  scorecards: { en: 'Scorecards', 'zh-CN': '计分卡' },
  bonus: { en: 'Bonuses and pools', 'zh-CN': '奖金与奖金池' },
  rules: { en: 'Allowances and other rules', 'zh-CN': '津贴与其他规则' },
}

/** The recipes by chapter, as the files hold them. */
export const recipes: Readonly<Record<string, readonly Recipe[]>> = Object.fromEntries(
  Object.keys(chapters).map((chapter) => [
    chapter,
    JSON.parse(readFileSync(`docs/cookbook/${chapter}.json`, 'utf8')) as readonly Recipe[],
  ]),
)

const words = {
  en: {
    title: 'Cookbook',
    intro:
      'Common pay rules as JSON. Each is read by the function named beside it, and every row of figures below it is computed in the tests. Copy one, change the numbers, and let [`checkPolicy`](testing.md) and [`lintPlan`](analyze.md) look at it. The files are in [docs/cookbook](cookbook).',
    readBy: (reader: string) => ` Read by \`${reader}\`.`,
    gives: 'gives',
  },
  'zh-CN': {
    title: '规则手册',
    intro:
      '常见薪酬规则的 JSON 写法。每条规则注明读取它的函数，表中每行数字都在测试中计算。复制一条，改掉数字，再用 [`checkPolicy`](../testing.md) 和 [`lintPlan`](../analyze.md) 检查。文件见 [docs/cookbook](../cookbook)。',
    readBy: (reader: string) => `由 \`${reader}\` 读取。`,
    gives: '结果',
  },
} as const

/** The page of all recipes in one language. */
export function cookbookPage(locale: Locale): string {
  const { title, intro } = words[locale]
  let number = 0
  const parts = Object.entries(chapters).flatMap(([chapter, name]) => [
    `## ${name[locale]}`,
    ...(recipes[chapter] ?? []).flatMap((recipe) => {
      number += 1
      return recipeParts(recipe, number, locale)
    }),
  ])
  return `${[`# ${title}`, intro, ...parts].join('\n\n')}\n`
}

function recipeParts(
  { title, says, read, policy, cases }: Recipe,
  number: number,
  locale: Locale,
): readonly string[] {
  const { readBy, gives } = words[locale]
  const inputs = [...new Set(cases.flatMap(({ given }) => Object.keys(given)))]
  const rows = [
    [...inputs.map((name) => `\`${name}\``), gives],
    [...inputs, ''].map(() => '---:'),
    ...cases.map((each) => [...inputs.map((name) => String(each.given[name] ?? '')), each.gives]),
  ]
  return [
    `### ${number}. ${title[locale]}`,
    `${says[locale]}${readBy(read)}`,
    `\`\`\`json\n${JSON.stringify(policy, null, 2)}\n\`\`\``,
    rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
  ]
}

/** Where each page stands. */
export const pagePaths: Readonly<Record<Locale, string>> = {
  en: 'docs/cookbook.md',
  'zh-CN': 'docs/zh-CN/cookbook.md',
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync('docs/zh-CN', { recursive: true })
  for (const locale of ['en', 'zh-CN'] as const)
    writeFileSync(pagePaths[locale], cookbookPage(locale))
}
