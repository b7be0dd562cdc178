import { childrenOf, type Expression } from '../formula/index.js'
import { namesReadBy } from '../formula/internal.js'
import { at, type Problem } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { Source } from './component.js'
import type { DraftVersion } from './link-versions.js'

/**
 * What is wrong with the formula of a component that is worked out for each stretch. A row is rounded
 * once, not once a stretch: its last step rounds (operands are added first) or divides (dividends are
 * added first), or nothing rounds at all. What divides is the same for every stretch of a row, so it
 * reads nothing that a stretch has of its own: constants, the whole days, figures and components,
 * which a stretch reads of its whole period.
 */
export function stretchProblems({ component, formula, path }: DraftVersion): readonly Problem[] {
  if (component.each !== 'stretch' || formula === undefined) return []
  const { node: root, path: place } = lastStep(formula.expression, at(path, 'formula'))
  const { component: name, reads } = component
  if (root.op === 'round') return []
  if (root.op !== 'divide')
    return rounds(root) ? [payProblem('rounds-each-stretch', place, { component: name })] : []
  return namesReadBy(root.right).flatMap((input) => {
    // An input without a source is told elsewhere.
    const source = Object.hasOwn(reads, input) ? reads[input] : undefined
    return source === undefined || isOfPeriod(source)
      ? []
      : [payProblem('divides-each-stretch', at(place, 'right'), { component: name, input })]
  })
}

function lastStep(node: Expression, path: string): { node: Expression; path: string } {
  return node.op === 'named' ? lastStep(node.of, at(path, 'of')) : { node, path }
}

function rounds(expression: Expression): boolean {
  const open = [expression as ReturnType<typeof childrenOf>[number]]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.op === 'round' || node.op === 'divide' || node.op === 'interpolate') return true
    open.push(...childrenOf(node))
  }
  return false
}

/** Whether every stretch of a row reads the same. */
function isOfPeriod(source: Source): boolean {
  if (source.from === 'figure' || source.from === 'component') return true
  return source.from === 'time' && source.count === 'whole'
}
