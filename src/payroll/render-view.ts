import { type Explanation, renderMarkdown, renderText } from '../formula/index.js'
import type { Locale } from '../problem/index.js'
import { payslipWords } from '../words/index.js'
import { type Item, type PayslipOptions, payslipOf } from './payslip.js'
import type { View } from './view.js'
import { viewPage } from './view-page.js'
import { parseView } from './view-schema.js'

/** How a view is rendered. */
export interface RenderViewOptions extends PayslipOptions {
  /** Indented plain text, a Markdown list, or a whole HTML page that needs nothing beside it. */
  readonly format: 'text' | 'markdown' | 'html'
}

/**
 * A view as a payslip: each item with the period it was earned in where that is not the run's, its amount
 * and how it came about as far as the view shows it; subtotals by tag, the total, what is withheld and
 * why. All texts are escaped: no name adds markup, a link, a line or a control character.
 *
 * With `book`, the one of the run, inputs have their labels and units. Throws a `PolicyError` for what is
 * no view, also for members that no view has.
 *
 * @example
 * renderView(view, { locale: 'zh-CN', format: 'html' }).startsWith('<!doctype html>') //=> true
 */
export function renderView(view: View, { format, ...options }: RenderViewOptions): string {
  const slip = payslipOf(parseView(view), options)
  if (format === 'html') return viewPage(slip, options.locale)
  const say = payslipWords[options.locale]
  const told: Explanation = {
    label: slip.title,
    value: slip.total ?? say.notShown,
    how: [...slip.facts, ...slip.proof],
    steps: [...slip.items, ...slip.subtotals, ...slip.withheld].map((item) =>
      inOneLine(item, options.locale),
    ),
  }
  return format === 'text' ? renderText(told) : renderMarkdown(told)
}

/** An item whose period stands beside its name. */
function inOneLine({ label, earned, ...item }: Item, locale: Locale): Explanation {
  const say = payslipWords[locale]
  return { ...item, label: say.of(label, earned === undefined ? [] : [say.earned(earned)]) }
}
