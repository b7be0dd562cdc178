import type { Locale } from '../problem/index.js'

/** What a payslip says beside the names and numbers of its company, in each language. */
export interface Payslip {
  /** Of a period, and of its further runs by their number; of somebody, where that is shown. */
  readonly title: (period: string, number: number, name: string | undefined) => string
  readonly of: (label: string, details: readonly string[]) => string
  readonly earned: (period: string) => string
  readonly line: (label: string, value: string) => string
  readonly others: (label: string, value: string) => string
  readonly reason: (message: string, hint: string) => string
  /** A reason that may tell of others. */
  readonly hiddenReason: string
  readonly subtotal: (tag: string) => string
  readonly total: string
  readonly item: string
  readonly period: string
  readonly amount: string
  readonly withheld: string
  readonly working: string
  readonly notShown: string
  readonly asOf: (day: string) => string
  readonly fingerprint: string
  readonly run: string
  readonly book: string
  readonly engine: string
}

export const payslipWords: Readonly<Record<Locale, Payslip>> = {
  en: {
    title: (period, number, name) =>
      `Payslip ${period}${number === 1 ? '' : `, run ${number}`}${name === undefined ? '' : `: ${name}`}`,
    of: (label, details) => (details.length === 0 ? label : `${label} (${details.join(', ')})`),
    earned: (period) => `earned in ${period}`,
    line: (label, value) => `${label}: ${value}`,
    others: (label, value) => `Of others, ${label}: ${value}`,
    reason: (message, hint) => `${message}. ${hint}.`,
    hiddenReason:
      'What it is worked out from reaches beyond your own data; ask who runs the payroll.',
    subtotal: (tag) => `Subtotal ${tag}`,
    total: 'Total',
    item: 'Item',
    period: 'Earned in',
    amount: 'Amount',
    withheld: 'Withheld',
    working: 'Working',
    notShown: 'not shown',
    asOf: (day) => `By what was known on ${day}`,
    fingerprint: 'Fingerprint',
    run: 'Digest of the run',
    book: 'Digest of the book',
    engine: 'Worked out by',
  },
  'zh-CN': {
    title: (period, number, name) =>
      `工资单 ${period}${number === 1 ? '' : `（第 ${number} 次发放）`}${name === undefined ? '' : `：${name}`}`,
    of: (label, details) => (details.length === 0 ? label : `${label}（${details.join('，')}）`),
    earned: (period) => `所属期 ${period}`,
    line: (label, value) => `${label}：${value}`,
    others: (label, value) => `涉及他人，${label}：${value}`,
    reason: (message, hint) => `${message}。${hint}。`,
    hiddenReason: '该项的计算涉及本人以外的数据，请询问薪酬负责人。',
    subtotal: (tag) => `小计（${tag}）`,
    total: '合计',
    item: '项目',
    period: '所属期',
    amount: '金额',
    withheld: '暂缓发放',
    working: '计算过程',
    notShown: '不予显示',
    asOf: (day) => `依据截至 ${day} 的数据`,
    fingerprint: '指纹',
    run: '本次发放的摘要',
    book: '方案的摘要',
    engine: '计算程序',
  },
}
