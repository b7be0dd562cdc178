import { add, check, type Expression, type Formula, named } from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { problemsOf } from '../problem/index.js'
import type { ReadRow } from './entitle.js'

/** A formula of several stretches, with the inputs of all, and whose each is. */
export interface Combined {
  readonly formula: Formula
  readonly inputs: Readonly<Record<string, string>>
  readonly names: ReadonlyMap<string, { readonly stretch: number; readonly input: string }>
}

/** Rows that were worked out together: the stretches of one version. */
export function workedTogether<Each extends Pick<ReadRow, 'row'>>(
  rows: readonly Each[],
): readonly (readonly Each[])[] {
  const groups: Each[][] = []
  for (const each of rows) {
    const last = groups.at(-1)
    const { version } = each.row
    const together = version.component.each === 'stretch' && last?.[0]?.row.version === version
    if (together) last.push(each)
    else groups.push([each])
  }
  return groups
}

/**
 * The formula of several stretches as it was worked out: what is below its root is added over the
 * stretches, each under its name, and divided or rounded once. `undefined` where that is too large.
 */
export function combined(
  { expression }: Formula,
  read: readonly ReadRow[],
  labels: readonly string[],
): Combined | undefined {
  const names = new Map<string, { stretch: number; input: string }>()
  const inputs: Record<string, string> = {}
  const inputsOf = (stretch: number) => (read[stretch] as ReadRow).read
  const own = (of: Expression, stretch: number) =>
    renamed(of, (input) => {
      const name = `s${stretch}.${Object.keys(inputsOf(stretch)).indexOf(input)}`
      names.set(name, { stretch, input })
      inputs[name] = inputsOf(stretch)[input] as string
      return name
    })
  const sum = (of: Expression) =>
    add(...labels.map((label, stretch) => named(label, own(of, stretch))))
  let formula: Formula | undefined
  problemsOf(() => {
    formula = check(rooted(expression, sum, (of) => own(of, 0)))
  })
  return formula && { formula, inputs, names }
}

/** The root of a formula over the sum of what is below it. */
export function rooted(
  expression: Expression,
  sum: (of: Expression) => Expression,
  once: (of: Expression) => Expression,
): Expression {
  if (expression.op === 'named') return rooted(expression.of, sum, once)
  if (expression.op === 'round') return { ...expression, of: sum(expression.of) }
  if (expression.op === 'divide')
    return { ...expression, left: sum(expression.left), right: once(expression.right) }
  return sum(expression)
}

/** A copy whose inputs have other names, and are shown by those they had. */
function renamed(expression: Expression, name: (input: string) => string): Expression {
  return withInputs(
    expression,
    (node) => ({ ...node, label: node.label ?? node.name, name: name(node.name) }),
    (node) => ({ ...node, label: node.label ?? node.key, key: name(node.key) }),
  )
}
