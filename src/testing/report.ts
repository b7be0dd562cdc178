import type { Data } from '../pay/index.js'
import { type Locale, type Localized, visible } from '../problem/index.js'
import type { Figures } from './arbitraries/figures.js'

/** What a law says, by its name. */
export const laws = {
  reproducible: {
    en: 'The same input gives the same pay, whatever order it comes in',
    'zh-CN': '相同输入得到相同结果，与顺序无关',
  },
  'engine-equal': {
    en: 'The batch compiler pays what the exact evaluation pays',
    'zh-CN': '批量计算与精确计算结果一致',
  },
  monotone: {
    en: 'More of a good measure never pays less',
    'zh-CN': '业绩更好，报酬不会更少',
  },
  'no-cliff': {
    en: 'No smallest step of a measure makes pay jump',
    'zh-CN': '业绩的最小变动不会使报酬突变',
  },
  bounded: { en: 'Pay keeps its floor and its cap', 'zh-CN': '报酬不低于下限，不高于上限' },
  'split-proof': {
    en: 'Booking one deal as two pays no more',
    'zh-CN': '一单拆成两单不会多得',
  },
  anonymous: {
    en: 'Pay does not depend on names',
    'zh-CN': '报酬与姓名、编号无关',
  },
  'protected-blind': {
    en: 'No rule reads a protected attribute',
    'zh-CN': '规则不读取受保护的个人属性',
  },
  'equal-pay': {
    en: 'Equal inputs give equal pay',
    'zh-CN': '相同条件同等报酬',
  },
  'budget-balanced': {
    en: 'A pool pays exactly its fund',
    'zh-CN': '奖金池恰好发完',
  },
  additive: {
    en: 'Settling each month or once pays the same',
    'zh-CN': '逐月结算与一次结算总额相同',
  },
  'late-news': {
    en: 'Told late or in time, the same is paid in the end',
    'zh-CN': '迟报或及时报，最终金额相同',
  },
  tests: { en: 'The policy passes its own tests', 'zh-CN': '制度自带的用例全部通过' },
} as const satisfies Readonly<Record<string, Localized>>

/** The name of a law. */
export type LawName = keyof typeof laws

/** The smallest case found in which a law does not hold. */
export interface Counterexample {
  readonly says: Localized
  /** The inputs, and under `pays` what they pay; plain JSON. */
  readonly rows: readonly Figures[]
  /** What was drawn of a book: the data of its runs. */
  readonly data?: Data
  /** What draws it again: `checkPolicy(policy, { seed })` finds it at this path. */
  readonly replay?: { readonly seed: number; readonly path: string }
}

/** What became of one law for one rule, or for the whole book. */
export interface LawReport {
  readonly law: LawName
  /** The rule that it was checked for. */
  readonly of: string
  /**
   * `proved` for every input; `held` in all that was drawn; `declared` where it is broken only as the
   * author expects; `broken`.
   */
  readonly outcome: 'proved' | 'held' | 'declared' | 'broken'
  /** How many cases were drawn; none where it is proved. */
  readonly runs: number
  readonly broken?: Counterexample
}

/** What became of all laws. */
export interface PolicyReport {
  readonly holds: boolean
  readonly reports: readonly LawReport[]
}

const words = {
  en: {
    line: (of: string, law: string, result: string, says: string) =>
      `${of}: ${law}: ${result}. ${says}.`,
    proved: 'proved',
    held: (runs: number) => `held in ${runs} cases`,
    declared: 'broken only as declared',
    broken: 'BROKEN',
    replay: (seed: number, path: string) => `replay with seed ${seed}, path ${path}`,
  },
  'zh-CN': {
    line: (of: string, law: string, result: string, says: string) =>
      `${of}：${law}：${result}。${says}。`,
    proved: '已证明',
    held: (runs: number) => `${runs} 例均成立`,
    declared: '仅有已声明的例外',
    broken: '不成立',
    replay: (seed: number, path: string) => `重现：seed ${seed}，path ${path}`,
  },
} as const

/**
 * A report in words: a line a law, and below a broken one the smallest case as a table and as JSON. No
 * text of the policy breaks a line.
 *
 * @example
 * console.log(describeReport(checkPolicy(plan), 'en'))
 */
export function describeReport({ reports }: PolicyReport, locale: Locale = 'en'): string {
  const say = words[locale]
  return reports
    .map(({ law, of, outcome, runs, broken }) => {
      const result = outcome === 'held' ? say.held(runs) : say[outcome]
      const head = visible(say.line(of, law, result, laws[law][locale]))
      return broken === undefined ? head : `${head}\n${described(broken, locale)}`
    })
    .join('\n')
}

function described({ says, rows, data, replay }: Counterexample, locale: Locale): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const padded = columns.map((column) => {
    const cells = [column, ...rows.map((row) => row[column] ?? '')].map(visible)
    const width = Math.max(...cells.map((cell) => cell.length))
    return cells.map((cell) => cell.padStart(width))
  })
  const table = ['', ...rows].map((_, i) => padded.map((cells) => cells[i]).join('  '))
  return [
    says[locale],
    ...(rows.length === 0 ? [] : [...table, JSON.stringify(rows)]),
    ...(data === undefined ? [] : [JSON.stringify(data)]),
    ...(replay === undefined ? [] : [words[locale].replay(replay.seed, replay.path)]),
  ]
    .map((line) => `  ${visible(line)}`)
    .join('\n')
}
