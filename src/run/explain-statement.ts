import { type Explanation, explain, renderHtml } from '../formula/index.js'
import { escapeHtml } from '../formula/internal.js'
import { type Locale, labelIn } from '../problem/index.js'
import { type Currency, decimal, formatQuantity, money } from '../quantity/index.js'
import { type DisclosedLine, type DisclosedStatement, viewOf } from './redact.js'
import type { CommissionLine, RecoveryLine } from './statement.js'

const words = {
  en: {
    title: (period: string, name: string, department: string) =>
      `Pay statement ${period}: ${name}, ${department}`,
    days: (from: string, to: string) => `From ${from} to ${to}`,
    earned: (period: string, payable: string, settled: string, due: string) =>
      `Earned in ${period}: ${payable} by now, ${settled} settled before, so ${due} is due`,
    held: (amount: string) => `${amount} more is earned, and held back until it is collected`,
    events: (ids: string) => `New since: ${ids}`,
    moved: {
      recovered: (amount: string) => `Taken to recover what was paid too much: ${amount}`,
      advanced: (amount: string) => `Advanced on the draw: ${amount}`,
      repaid: (amount: string) => `Paid back of the draw: ${amount}`,
      forgiven: (amount: string) => `Forgiven of what was owed: ${amount}`,
      carried: (amount: string) => `Carried forward to later periods: ${amount}`,
    },
    place: (place: number) => `Place ${place}`,
    withheld: 'not shown',
    list: ', ',
  },
  'zh-CN': {
    title: (period: string, name: string, department: string) =>
      `工资单 ${period}：${name}（${department}）`,
    days: (from: string, to: string) => `${from} 至 ${to}`,
    earned: (period: string, payable: string, settled: string, due: string) =>
      `${period} 所得：至今应付 ${payable}，此前已结 ${settled}，本次应结 ${due}`,
    held: (amount: string) => `另有 ${amount} 已计提，待回款后发放`,
    events: (ids: string) => `此后新增：${ids}`,
    moved: {
      recovered: (amount: string) => `扣回此前多发：${amount}`,
      advanced: (amount: string) => `保底预支：${amount}`,
      repaid: (amount: string) => `归还保底：${amount}`,
      forgiven: (amount: string) => `免除欠额：${amount}`,
      carried: (amount: string) => `结转以后各期：${amount}`,
    },
    place: (place: number) => `第 ${place} 名`,
    withheld: '不予显示',
    list: '、',
  },
} as const

/** Of the events of a line so many are named; the statement itself lists them all. */
const namedEvents = 5

/**
 * What an audience may see of a statement, in words: each line with its arithmetic, down to the data
 * and the clause it came from, as far as it is shown. Render it with `renderText`, `renderMarkdown` or
 * `renderHtml`; or see {@link statementPage}.
 *
 * Takes what `redact` gives, and shows no more than its audience may see, whatever it holds. Throws a
 * `PolicyError` for a statement that names no audience.
 *
 * @example
 * renderText(explainStatement(redact(statement, 'employee'), { locale: 'zh-CN' }))
 */
export function explainStatement(
  statement: DisclosedStatement,
  { locale }: { readonly locale: Locale },
): Explanation {
  const shown = viewOf(statement, statement.audience)
  const { period, name, departmentLabel, currency, total, lines } = shown
  const say = words[locale]
  const written = (amount: string) => formatQuantity(amount, money(currency as Currency), locale)
  const amounts = lines.flatMap(({ amount = [] }) => amount)
  return {
    label: say.title(period.name, name, labelIn(departmentLabel, locale)),
    value: total === undefined ? say.withheld : written(total),
    how: amounts.length > 1 ? [sumText(amounts, written)] : [],
    steps: lines.map((line) => ({
      ...explainedLine(line, { period: period.name, locale, written }),
      label: labelIn(line.label, locale),
      value: line.amount === undefined ? placeText(line, locale) : written(line.amount),
      ...(line.clause !== undefined && { clause: line.clause }),
    })),
  }
}

function sumText(amounts: readonly string[], written: Reading['written']): string {
  return amounts
    .map((amount, i) => {
      if (i === 0) return written(amount)
      return amount.startsWith('-') ? ` − ${written(amount.slice(1))}` : ` + ${written(amount)}`
    })
    .join('')
}

/** What a line says where its amount is not shown. */
function placeText(line: DisclosedLine, locale: Locale): string {
  const { place, withheld } = words[locale]
  return line.kind === 'award' && line.place !== undefined ? place(line.place) : withheld
}

interface Reading {
  readonly period: string
  readonly locale: Locale
  readonly written: (amount: string) => string
}

const unexplained = { how: [], steps: [] } as const

/** How a line came about, as far as that is shown; its label, amount and clause are those of the line. */
function explainedLine(line: DisclosedLine, reading: Reading): Pick<Explanation, 'how' | 'steps'> {
  const { locale } = reading
  switch (line.kind) {
    case 'component': {
      const { from, to, trace } = line
      const { how, steps } = trace === undefined ? unexplained : explain({ trace }, { locale })
      if (from === undefined || to === undefined) return { how, steps }
      return { how: [words[locale].days(from, to), ...how], steps }
    }
    case 'bonus':
      return line.trace === undefined ? unexplained : explain({ trace: line.trace }, { locale })
    case 'commission': {
      if (line.trace === undefined || line.settled === undefined) return unexplained
      const explained = explain({ trace: line.trace }, { locale })
      const settled = settledTexts(line.settled, reading)
      return settled.length === 0 ? explained : { how: settled, steps: [explained] }
    }
    case 'recovery':
      return line.payment === undefined
        ? unexplained
        : { how: movements(line.payment, reading), steps: [] }
    case 'pool':
      return line.explained === undefined ? unexplained : line.explained[locale]
    case 'award': {
      const { explained, place, amount } = line
      if (explained !== undefined) return explained[locale]
      const own = place === undefined || amount === undefined ? [] : [words[locale].place(place)]
      return { how: own, steps: [] }
    }
    case 'adjustment':
      return { how: line.reason === undefined ? [] : [line.reason], steps: [] }
  }
}

/** What a settlement says beyond the formula; nothing where all of it is due at once. */
function settledTexts(
  { period: earned, accrued, payable, settled, due, events }: CommissionLine['settled'],
  { period, locale, written }: Reading,
): readonly string[] {
  const say = words[locale]
  const held = decimal(accrued).minus(payable)
  const first = earned === period && decimal(settled).isZero()
  if (first && held.isZero()) return []
  const named = [...events.slice(0, namedEvents), ...(events.length > namedEvents ? ['…'] : [])]
  return [
    say.earned(earned, written(payable), written(settled), written(due)),
    ...(held.isZero() ? [] : [say.held(written(held.toFixed()))]),
    ...(first || named.length === 0 ? [] : [say.events(named.join(say.list))]),
  ]
}

function movements(
  payment: RecoveryLine['payment'],
  { locale, written }: Reading,
): readonly string[] {
  const say = words[locale].moved
  const kinds = ['recovered', 'advanced', 'repaid', 'forgiven', 'carried'] as const
  return kinds.flatMap((kind) =>
    decimal(payment[kind]).isZero() ? [] : [say[kind](written(payment[kind]))],
  )
}

/**
 * What an audience may see of a statement as a whole HTML page that needs nothing beside it: to be
 * sent, printed or kept. All texts are escaped. The auditor's page ends with the statement's digest.
 *
 * Takes what `redact` gives. Throws a `PolicyError` for a statement that names no audience.
 *
 * @example
 * statementPage(redact(statement, 'employee'), { locale: 'en' }).startsWith('<!doctype html>') //=> true
 */
export function statementPage(
  statement: DisclosedStatement,
  { locale }: { readonly locale: Locale },
): string {
  const explanation = explainStatement(statement, { locale })
  const { digest } = viewOf(statement, statement.audience)
  const footer = digest === undefined ? '' : `\n<footer>SHA-256 ${escapeHtml(digest)}</footer>`
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(explanation.label)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
ul { list-style: none; padding-left: 1.25rem; border-left: 2px solid #ddd; }
li { margin: 0.5rem 0; }
.payproof-value { float: right; font-variant-numeric: tabular-nums; }
.payproof-how, .payproof-clause { color: #555; font-size: 0.875rem; }
footer { color: #555; font-size: 0.75rem; overflow-wrap: anywhere; }
</style>
</head>
<body>
${renderHtml(explanation)}${footer}
</body>
</html>
`
}
