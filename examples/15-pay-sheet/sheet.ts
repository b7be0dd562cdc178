import { type Label, type Locale, type pay, payroll, quantity } from 'payproof'
import { table } from '../table.js'
import { book } from './book.js'
import { data } from './data.js'
import { people } from './people.js'

const words = {
  person: { en: 'Person', 'zh-CN': '姓名' },
  changed: { en: '  changes of', 'zh-CN': '  补调' },
  all: { en: 'All', 'zh-CN': '合计' },
} as const

/** What a label says in a language. */
export function said(label: Label | undefined, locale: Locale): string {
  return typeof label === 'object' ? label[locale] : (label ?? '')
}

/** What the lines of a run come to: people down, components across, changes of earlier months below. */
export function sheetOf(run: pay.Run, locale: Locale): string {
  const stated = payroll.statements(book, data, run).flatMap(({ lines }) => lines)
  const labels = new Map(stated.map(({ component, label }) => [component, label]))
  const columns = Object.entries(book.definition.components).flatMap(([name, [version]]) => {
    const cells = cellsOf(run, name)
    const label = labels.get(name) ?? version?.value.label
    return cells.size > 0 ? [{ head: said(label, locale), cells }] : []
  })
  const periods = [...new Set(run.lines.map(({ earned }) => earned.period))].sort().reverse()
  const rows = people.flatMap(({ id, name = id }) =>
    periods.flatMap((period) => {
      const cells = columns.map(({ cells }) => cells.get(`${id} ${period}`) ?? '')
      const head = period === run.period ? name : `${words.changed[locale]} ${period}`
      return cells.every((cell) => cell === '') ? [] : [[head, ...cells]]
    }),
  )
  const totals = columns.map(({ cells }) => quantity.total([...cells.values()], 2))
  return table([
    [words.person[locale], ...columns.map(({ head }) => head)],
    ...rows,
    [words.all[locale], ...totals],
  ])
}

const shown = ['gross', 'deduction.rest', 'net']

/** The amounts of a component that are not zero, by person and period: its lines, or what was recorded. */
function cellsOf({ lines, state, period }: pay.Run, name: string): ReadonlyMap<string, string> {
  const recorded = shown.includes(name)
    ? state.settled.flatMap(({ component, owner, earned, value }) =>
        component === name && earned.period === period ? [{ ...owner, earned, amount: value }] : [],
      )
    : []
  return new Map(
    [...lines.filter(({ component }) => component === name), ...recorded].flatMap(
      ({ person, earned, amount }) =>
        amount === undefined || /^[-0.]*$/.test(amount)
          ? []
          : [[`${person} ${earned.period}`, amount] as const],
    ),
  )
}
