import type { Label } from '../problem/index.js'
import type { LineKind, Statement, StatementLine } from './statement.js'

/** Who reads a statement. */
export type Audience = 'employee' | 'manager' | 'peer' | 'auditor'

/** A line as its audience may see it. */
export type DisclosedLine =
  | StatementLine
  | {
      readonly kind: LineKind
      readonly source: string
      readonly label: Label
      readonly clause?: string
      readonly amount?: string
      readonly place?: number
    }

/** A statement as its audience may see it. */
export type DisclosedStatement = Pick<
  Statement,
  'name' | 'department' | 'departmentLabel' | 'period'
> &
  Partial<Omit<Statement, 'lines'>> & {
    readonly audience: Audience
    readonly lines: readonly DisclosedLine[]
  }

/**
 * A statement with what an audience may see, and nothing else: what is not named here is not copied.
 *
 * - `auditor`: all of it.
 * - `employee`: all of it but how others fared: an award shows its place, not whom it beat and by what;
 *   a share of a pool shows its own amount.
 * - `manager`: what is paid and by which clause; not from which figures, and no reason of adjustments.
 * - `peer`: the awards that were won, and their places; no amount.
 *
 * The digest and those of the data go to auditor and employee alone: they could confirm a guess.
 *
 * @example
 * redact(statement, 'peer').lines.map(({ kind }) => kind) //=> ['award']
 */
export function redact(statement: Statement, audience: Audience): DisclosedStatement {
  if (audience === 'auditor') return { ...statement, audience }
  const { name, department, departmentLabel, period, lines } = statement
  const shown = { audience, name, department, departmentLabel, period }
  switch (audience) {
    case 'employee':
      return { ...statement, audience, lines: lines.map(ownLine) }
    case 'manager': {
      const { person, costCentre, currency, total } = statement
      return { ...shown, person, costCentre, currency, total, lines: lines.map(paidLine) }
    }
    case 'peer':
      return { ...shown, lines: lines.filter(({ kind }) => kind === 'award').map(wonLine) }
  }
}

/** A line without what it says of others. */
function ownLine(line: StatementLine): DisclosedLine {
  if (line.kind !== 'pool' && line.kind !== 'award') return line
  return { ...paidLine(line), ...(line.kind === 'award' && { place: line.place }) }
}

function paidLine({ kind, source, label, clause, amount }: StatementLine): DisclosedLine {
  return { kind, source, label, ...(clause !== undefined && { clause }), amount }
}

function wonLine(line: StatementLine): DisclosedLine {
  const { kind, source, label } = line
  return { kind, source, label, ...(line.kind === 'award' && { place: line.place }) }
}
