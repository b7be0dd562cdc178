import type { Problem } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import type { CategoryInput, InputDeclaration, NumberInput } from './formula.js'
import { redeclared } from './problems.js'

/**
 * Collects the inputs that a formula reads. One name stands for one thing: declared in two ways it
 * is a problem. What is read in several places must be right for all of them: a number above each of
 * the bounds, a category that every match accepts; where no category is, no run could ever succeed,
 * so that is a problem too.
 */
export function collectInputs(problems: Problem[]) {
  const inputs = new Map<string, InputDeclaration>()
  /** The first node that reads an input. */
  const paths = new Map<string, string>()
  const declare = (name: string, next: InputDeclaration, path: string): void => {
    if (!paths.has(name)) paths.set(name, path)
    const known = inputs.get(name)
    const merged = known === undefined ? next : merge(known, next)
    if (merged === undefined) problems.push(redeclared(path, name))
    else inputs.set(name, Object.freeze(merged))
  }
  return { inputs, paths, declare }
}

function merge(known: InputDeclaration, next: InputDeclaration): InputDeclaration | undefined {
  if (known.kind === 'number')
    return next.kind === 'number' && known.unit === next.unit && known.scale === next.scale
      ? { ...next, ...known, ...higher(known, next) }
      : undefined
  if (next.kind === 'number') return undefined
  const cases = bothAccept(known, next)
  return cases.length === 0
    ? undefined
    : { ...next, ...known, cases, open: known.open && next.open }
}

/** The higher of two bounds, or the one that there is. */
function higher(known: NumberInput, next: NumberInput): Pick<NumberInput, 'above'> {
  const [a, b] = [known.above, next.above]
  if (a === undefined || b === undefined) return {}
  return { above: decimal(b).greaterThan(a) ? b : a }
}

/** The cases to list where two matches read one category: of open ones, all that either lists. */
function bothAccept(known: CategoryInput, next: CategoryInput): readonly string[] {
  if (known.open && next.open) return [...new Set([...known.cases, ...next.cases])]
  if (known.open) return next.cases
  if (next.open) return known.cases
  return known.cases.filter((name) => next.cases.includes(name))
}
