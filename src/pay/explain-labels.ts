import { check, type Expression, type Formula } from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { type Label, type Locale, labelIn } from '../problem/index.js'
import type { LinkedComponent, LinkedVersion, PayBook } from './book.js'
import type { Source } from './component.js'
import { labelOf, lastVersion, type Telling } from './explain-telling.js'
import type { Work } from './work.js'

/**
 * The formula of a version in which an input that is named like the component or the tag that it reads,
 * for want of another name, is called like that.
 */
export function formulaCalled(
  telling: Telling,
  { book, once }: Work,
  { component, formula, from = '' }: LinkedVersion,
): Formula {
  return once(`called ${component.component} ${from}`, () =>
    check(
      withInputs(formula.expression, (node) => {
        const { name, label = name } = node
        const source = component.reads[name] as Source
        // What a policy gives no label may be labelled by its own name.
        const called = label === name ? calledBy(telling, book, name, source) : undefined
        return called === undefined ? node : { ...node, label: called }
      }),
    ),
  )
}

/** How what is read is called by whoever does not name it. */
function calledBy(
  { say, locale }: Telling,
  { components, tagged }: PayBook,
  name: string,
  source: Source,
): string | undefined {
  if (source.from !== 'component') return undefined
  if (name !== ('name' in source ? source.name : source.tag)) return undefined
  const read = 'name' in source ? [name] : (tagged.get(name) ?? [])
  const [only, ...others] = read
  if (only === undefined || others.length > 0) return say.tagged(name)
  const label = labelOf(lastVersion(components.get(only) as LinkedComponent), locale)
  return source.among?.as === 'count' ? say.counting(label) : label
}

/**
 * Whether an input says no more than yes or no: whether a figure is given, or what a component came to that
 * chooses between 1 and 0, or is there or not.
 */
export function isFlag({ book }: Work, { component }: LinkedVersion, input: string): boolean {
  const source = component.reads[input]
  if (source?.from === 'figure') return source.is === 'given'
  if (source?.from !== 'component' || !('name' in source) || source.among !== undefined)
    return false
  const { versions } = book.components.get(source.name) as LinkedComponent
  return versions.every(({ formula }) => saysWhether(formula.expression))
}

function saysWhether(expression: Expression): boolean {
  if (expression.op === 'named') return saysWhether(expression.of)
  if (expression.op === 'when') return [expression.then, expression.otherwise].every(saysWhether)
  return (
    expression.op === 'constant' &&
    expression.unit === 'count' &&
    ['0', '1'].includes(expression.value)
  )
}

/** What kinds of absence are called: as an input that counts one of them alone is, or by their own names. */
export function kindsCalled({ book, once }: Work, locale: Locale): (kind: string) => string {
  const labels = once('kinds of absence', () => labelsOfKinds(book))
  return (kind) => {
    const label = labels.get(kind)
    return label === undefined ? kind : labelIn(label, locale)
  }
}

function labelsOfKinds({ components }: PayBook): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>()
  for (const { versions } of components.values())
    for (const { component, formula } of versions)
      for (const [input, source] of Object.entries(component.reads)) {
        if (source.from !== 'time' || source.count !== 'absent') continue
        const [kind, ...others] = source.kinds ?? []
        const label = formula.inputs[input]?.label
        if (kind !== undefined && others.length === 0 && label !== undefined)
          labels.set(kind, label)
      }
  return labels
}
