import type { Explanation } from '../formula/index.js'
import { fail, type Locale, labelIn } from '../problem/index.js'
import { type Currency, formatQuantity, money } from '../quantity/index.js'
import { changedWords, payProblem } from '../words/index.js'
import type { Cause } from './cause.js'
import type { RunComparison } from './compare.js'
import type { LineChange } from './compare-lines.js'
import type { Change } from './compared.js'

/**
 * What a change means for one person, in words: by which lines, from what to what, and why.
 *
 * Throws a `PolicyError` for somebody whom neither run employs or pays.
 *
 * @example
 * renderText(explainChange(compareRuns(now, proposed), 'mei', { locale: 'en' }))
 */
export function explainChange(
  { people, currency }: RunComparison,
  person: string,
  { locale }: { readonly locale: Locale },
): Explanation {
  const known = () => people.map((each) => each.person)
  const found =
    people.find((each) => each.person === person) ??
    fail(payProblem('unknown-person', 'person', { found: person, known }))
  const say = changedWords[locale]
  return {
    label: say.title(found.name ?? found.person),
    value: written(found.difference, currency, locale),
    how: [fromTo(found, currency, locale), ...(found.lines.length === 0 ? [say.same] : [])],
    steps: found.lines.map((line) => stepOf(line, currency, locale)),
  }
}

function written(amount: string, currency: Currency, locale: Locale): string {
  return formatQuantity(amount, money(currency), locale)
}

function fromTo({ before, after }: Change, currency: Currency, locale: Locale): string {
  return changedWords[locale].from(
    written(before, currency, locale),
    written(after, currency, locale),
  )
}

function stepOf(line: LineChange, currency: Currency, locale: Locale): Explanation {
  const { label, earned, assignment, clause, difference, causes } = line
  const details = assignment === undefined ? [earned.period] : [earned.period, assignment]
  return {
    label: changedWords[locale].of(labelIn(label, locale), ...details),
    value: written(difference, currency, locale),
    ...(clause !== undefined && { clause }),
    how: [fromTo(line, currency, locale), ...causes.map((cause) => told(cause, currency, locale))],
    steps: [],
  }
}

function told(cause: Cause, currency: Currency, locale: Locale): string {
  const say = changedWords[locale]
  switch (cause.kind) {
    case 'only':
      return say.only(cause.side, cause.withheld)
    case 'text':
      return say.text(cause.version)
    case 'version':
      return say.version(cause, cause.before, cause.after)
    case 'input':
      return say.input(cause, cause.input, cause.before, cause.after)
    case 'part':
      return say.part(cause, cause.side, written(cause.amount, currency, locale))
    case 'settled':
      return say.settled(
        written(cause.before, currency, locale),
        written(cause.after, currency, locale),
      )
    case 'elsewhere':
      return say.elsewhere
  }
}
