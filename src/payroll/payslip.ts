import type { Explanation } from '../formula/index.js'
import type { LinkedComponent, PayBook } from '../pay/index.js'
import { type Label, type Locale, labelIn } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { explainedWords, payslipWords } from '../words/index.js'
import { moneyText, numberText } from './money-text.js'
import type { View, ViewLine } from './view.js'

/** An item of a payslip: what it is called, what it comes to, how it came about. */
export interface Item extends Explanation {
  /** The period it was earned in, where that is not the run's. */
  readonly earned?: string
}

/** What a view says, in words; nothing of it is escaped. */
export interface PayslipText {
  readonly title: string
  readonly facts: readonly string[]
  readonly items: readonly Item[]
  readonly subtotals: readonly Item[]
  readonly total: string | undefined
  readonly withheld: readonly Item[]
  /** What it was made of, for whoever audits it. */
  readonly proof: readonly string[]
}

/** How a payslip is written. */
export interface PayslipOptions {
  readonly locale: Locale
  /**
   * The book of the run: by it inputs have their labels and units, and attributes the labels of their
   * values; without it they have none of them.
   */
  readonly book?: (PayBook & { readonly labels?: Labels | undefined }) | undefined
}

/** What values of attributes are called, by attribute. */
export type Labels = Readonly<Record<string, Readonly<Record<string, Label>>>>

/** A view as a payroll clerk would write it. */
export function payslipOf(view: View, options: PayslipOptions): PayslipText {
  const { head, lines, run } = view
  const { who, about = {}, totals, withheld = [], reasons, others, proof } = head.shown
  const { locale } = options
  const say = payslipWords[locale]
  const amount = (value: string) => moneyText(value, run.currency, locale)
  return {
    title: say.title(run.period, run.number, who && (who.name ?? who.person)),
    facts: [
      ...Object.entries(about).map(([name, value]) => say.line(name, called(options, name, value))),
      say.asOf(run.asOf),
    ],
    items: lines.map((line) => itemOf(line, view, options)),
    subtotals: Object.entries(totals?.subtotals ?? {}).map(([tag, value]) => ({
      label: say.subtotal(tag),
      value: amount(value),
      ...nothing,
    })),
    total: totals && amount(totals.total),
    withheld: withheld.map(({ label, assignment, earned }, i) => {
      const told = [...(reasons?.[i] ?? []), ...(others?.[i] ?? [])]
      const hidden = told.length === 0 && reasons !== undefined
      return {
        ...named(label, assignment, earned.period, view, locale),
        value: explainedWords[locale].withheld,
        how: hidden
          ? [say.hiddenReason]
          : told.map(({ message, hint }) => say.reason(message[locale], hint[locale])),
        steps: [],
      }
    }),
    proof:
      proof === undefined
        ? []
        : [
            say.line(say.run, proof.run),
            say.line(say.book, proof.book),
            say.line(say.engine, proof.engine),
          ],
  }
}

const nothing = { how: [], steps: [] } as const

function named(
  label: Label,
  assignment: string | undefined,
  earned: string,
  { run }: View,
  locale: Locale,
): Pick<Item, 'label' | 'earned'> {
  const details = assignment === undefined ? [] : [assignment]
  return {
    label: payslipWords[locale].of(labelIn(label, locale), details),
    ...(earned !== run.period && { earned }),
  }
}

function itemOf(line: ViewLine, view: View, options: PayslipOptions): Item {
  const { what, amount, settlement, why, proof } = line.shown
  const { locale } = options
  const [say, told] = [payslipWords[locale], explainedWords[locale]]
  const written = (value: string) => moneyText(value, view.run.currency, locale)
  const parts = partsOf(line, view, options)
  const [part] = parts
  return {
    ...(what === undefined
      ? { label: say.notShown }
      : named(what.label, what.assignment, what.earned.period, view, locale)),
    ...(what?.clause !== undefined && { clause: what.clause }),
    value: amount === undefined ? say.notShown : written(amount),
    how: [
      ...(settlement === undefined || decimal(settlement.settled).isZero()
        ? []
        : [
            told.settlement(
              written(settlement.entitled),
              written(settlement.settled),
              written(decimal(settlement.entitled).minus(settlement.settled).toFixed()),
            ),
          ]),
      ...(settlement?.changedVersion === true ? [told.changedVersion] : []),
      ...(why?.line === undefined ? [] : [told.why(why.line)]),
      ...(parts.length === 1 && part !== undefined ? [part.label, ...part.how] : []),
      ...(proof === undefined ? [] : [say.line(say.fingerprint, proof)]),
    ],
    steps: parts.length === 1 ? [] : parts,
  }
}

/** What a value of an attribute is called. */
function called({ book, locale }: PayslipOptions, name: string, value: string): string {
  const labels = book?.labels ?? {}
  const values = Object.hasOwn(labels, name) ? (labels[name] as Labels[string]) : {}
  return Object.hasOwn(values, value) ? labelIn(values[value] as Label, locale) : value
}

/** Each part with what it read, as far as that is shown. */
function partsOf(
  { shown: { what, working = [], others = [], why } }: ViewLine,
  view: View,
  options: PayslipOptions,
): readonly Explanation[] {
  const { locale, book } = options
  const [say, told] = [payslipWords[locale], explainedWords[locale]]
  const component = what && book?.components.get(what.component)
  return working.map(({ from, to, record, version, read, amount }, i) => {
    const input = inputsOf(component, version, view, locale)
    const reason = why?.parts[i]
    return {
      label: say.of(record ?? told.days({ from, to }), record === undefined ? [] : [from]),
      value: moneyText(amount, view.run.currency, locale),
      how: [
        ...Object.entries(read).map(([name, value]) => say.line(...input(name, value))),
        ...Object.entries(others[i] ?? {}).map(([name, value]) =>
          say.others(...input(name, value)),
        ),
        ...(typeof reason === 'string' ? [told.why(reason)] : []),
      ],
      steps: [],
    }
  })
}

/** How an input of a version is called, and its value with its unit. */
function inputsOf(
  component: LinkedComponent | undefined,
  version: string | undefined,
  { run }: View,
  locale: Locale,
): (name: string, value: string) => [label: string, value: string] {
  const inputs = component?.versions.find(({ from }) => from === version)?.formula.inputs
  return (name, value) => {
    const input = inputs?.[name]
    if (input === undefined) return [name, value]
    const label = input.label === undefined ? name : labelIn(input.label, locale)
    return [
      label,
      input.kind === 'number' ? numberText(value, input.unit, run.currency, locale) : value,
    ]
  }
}
