import type { InputDeclaration } from '../formula/index.js'
import type { Problem } from '../problem/index.js'
import { payProblem, type Taken } from '../words/index.js'
import type { Checking } from './link-context.js'
import type { DraftVersion } from './link-versions.js'
import { type RawRead, rawReads } from './raw-reads.js'

/** A name as one component takes it. */
interface Use {
  readonly read: RawRead
  readonly taken: Taken
  readonly component: string
}

/**
 * One name, one meaning: whoever reads an attribute, a figure or a member takes it for a number of the same
 * unit, or for a text. How many places it may have, each reader says for itself: what is told keeps to the
 * fewest.
 */
export function nameProblems({ drafts }: Checking): readonly Problem[] {
  const first = new Map<string, Use>()
  const problems: Problem[] = []
  const uses = [...drafts.values()].flatMap(({ versions }) => versions.flatMap(usesOf))
  for (const use of uses) {
    const { kind, name, table = '', path } = use.read
    const key = `${kind} ${table} ${name}`
    const known = first.get(key)
    if (known === undefined || (known.taken === 'number' && typeof use.taken === 'object'))
      first.set(key, use)
    if (known !== undefined && isApart(known.taken, use.taken))
      problems.push(
        payProblem('declared-apart', path, {
          component: use.component,
          kind,
          name,
          taken: use.taken,
          other: known.component,
          otherwise: known.taken,
        }),
      )
  }
  return problems
}

function isApart(known: Taken, taken: Taken): boolean {
  if (typeof known === 'object' && typeof taken === 'object') return known.unit !== taken.unit
  return isNumber(known) !== isNumber(taken)
}

function isNumber(taken: Taken): boolean {
  return typeof taken === 'object' || taken === 'number'
}

function usesOf({ component, path, readings }: DraftVersion): readonly Use[] {
  const declared = new Map(readings.map((reading) => [reading.name, reading.declared]))
  return rawReads(component, path).flatMap((read) => {
    const taken = takenBy(read, declared.get(read.input ?? ''))
    return taken === undefined ? [] : [{ read, taken, component: component.component }]
  })
}

/** What a read takes a name for; nothing where it counts, or takes any text of a list. */
function takenBy(
  { kind, role, table }: RawRead,
  declared: InputDeclaration | undefined,
): Taken | undefined {
  switch (role) {
    case 'value':
      if (declared === undefined) return undefined
      return declared.kind === 'category' ? 'text' : { unit: declared.unit, scale: declared.scale }
    case 'day':
      // It may be a member of the record, of the same name.
      return kind === 'attribute' && table !== undefined ? undefined : 'day'
    case 'text':
      return 'text'
    case 'bounds':
      return 'number'
    case 'counted':
    case 'texts':
      return undefined
  }
}
