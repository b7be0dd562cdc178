import { decimal, difference, minorUnits, total } from '../quantity/index.js'
import type { Book } from './book.js'
import { type LineKind, lineKinds, type Statement, type StatementLine } from './statement.js'

/** What a group of people is paid: the exact sums of its statements' lines. */
export interface GroupTotal {
  /** The department or cost centre. */
  readonly id: string
  readonly people: number
  readonly byKind: Readonly<Record<LineKind, string>>
  readonly total: string
}

/** What a period costs, in all and by group. */
export interface Totals {
  readonly departments: readonly GroupTotal[]
  readonly costCentres: readonly GroupTotal[]
  readonly company: GroupTotal
}

/** What a period costs beside a budget. */
export interface BudgetStatus {
  readonly budget: string
  readonly department?: string
  readonly most: string
  readonly spent: string
  /** What is left; negative where more is spent. */
  readonly left: string
  readonly breached: boolean
}

/** Sums statements by department and cost centre, in the order of their names. */
export function totalsOf({ policy }: Book, statements: readonly Statement[]): Totals {
  const places = minorUnits(policy.currency)
  const groups = (key: 'department' | 'costCentre') => {
    const byId = new Map<string, Statement[]>()
    for (const statement of statements) {
      const own = byId.get(statement[key])
      if (own === undefined) byId.set(statement[key], [statement])
      else own.push(statement)
    }
    const named = [...byId].sort(([a], [b]) => (a < b ? -1 : 1))
    return named.map(([id, own]) => groupTotal(id, own, places))
  }
  return {
    departments: groups('department'),
    costCentres: groups('costCentre'),
    company: groupTotal(policy.id, statements, places),
  }
}

function groupTotal(id: string, statements: readonly Statement[], places: number): GroupTotal {
  const amounts = new Map<LineKind, string[]>(lineKinds.map((kind) => [kind, []]))
  for (const { kind, amount } of statements.flatMap(({ lines }): readonly StatementLine[] => lines))
    amounts.get(kind)?.push(amount)
  const sums = [...amounts].map(([kind, own]) => [kind, total(own, places)] as const)
  return {
    id,
    people: statements.length,
    byKind: Object.fromEntries(sums) as Record<LineKind, string>,
    total: total(
      statements.map((statement) => statement.total),
      places,
    ),
  }
}

/** What the budgets in force say of the totals. */
export function budgetStatus(
  { policy, budgets }: Book,
  { departments, company }: Totals,
): readonly BudgetStatus[] {
  const places = minorUnits(policy.currency)
  return [...budgets].map(([budget, { department, most }]) => {
    const group =
      department === undefined ? company : departments.find(({ id }) => id === department)
    const spent = group?.total ?? total([], places)
    const left = difference(most, spent, places)
    return {
      budget,
      ...(department !== undefined && { department }),
      most: total([most], places),
      spent,
      left,
      breached: decimal(left).isNegative(),
    }
  })
}
