import type { Bare, Explanation, Reason, Slice, Step, Test } from '../formula/index.js'
import type { LineKind, Statement, StatementLine } from './statement.js'

/** Who reads a statement. */
export type Audience = 'employee' | 'manager' | 'peer' | 'auditor'

/** A line of one kind. */
export type LineOf<K extends LineKind> = Extract<StatementLine, { readonly kind: K }>

/** What an audience sees: members of the statement, and of each kind of line; of no members no line. */
interface View {
  readonly statement: readonly (keyof Omit<Statement, 'lines'>)[]
  readonly lines: { readonly [K in LineKind]: readonly (keyof LineOf<K>)[] }
}

const known = ['name', 'department', 'departmentLabel', 'period'] as const
const paid = ['person', ...known, 'costCentre', 'currency', 'total'] as const
const line = ['kind', 'source', 'label', 'clause', 'amount'] as const

/** The lines that say nothing of others. */
const own = {
  component: [...line, 'from', 'to', 'trace'],
  bonus: [...line, 'trace'],
  commission: [...line, 'settled', 'trace'],
  recovery: [...line, 'payment'],
  adjustment: [...line, 'reason'],
} as const

/**
 * Who may see what. Digests are the auditor's alone: they are unsalted, and cover what is hidden from
 * everybody else, so that whoever has one could find a hidden figure by trying.
 */
export const views: Readonly<Record<Audience, View>> = {
  auditor: {
    statement: [...paid, 'from', 'digest'],
    lines: { ...own, pool: [...line, 'explained'], award: [...line, 'place', 'explained'] },
  },
  employee: {
    statement: paid,
    lines: { ...own, pool: line, award: [...line, 'place'] },
  },
  manager: {
    statement: paid,
    lines: {
      component: line,
      bonus: line,
      commission: line,
      recovery: line,
      pool: line,
      award: line,
      adjustment: line,
    },
  },
  peer: {
    statement: known,
    lines: {
      component: [],
      bonus: [],
      commission: [],
      recovery: [],
      pool: [],
      award: ['kind', 'source', 'label', 'place'],
      adjustment: [],
    },
  },
}

/** The members that are copied of an object, and so on within; whatever is no object is copied. */
export interface Copied {
  readonly [member: string]: Copied
}

type Keys<T> = T extends unknown ? keyof T : never
/** Names every member that a value may have: one that is added must be placed here. */
type CopiedOf<T> = Readonly<Record<Keys<T>, Copied>>

const leaf: Copied = {}
const label: Copied = { en: leaf, 'zh-CN': leaf }
const bound: Copied = { from: leaf, exclusive: leaf }
const point: Copied = { at: leaf, value: leaf }

const node: CopiedOf<Bare<Step['node']['op']>> = {
  op: leaf,
  name: leaf,
  unit: leaf,
  scale: leaf,
  above: leaf,
  label,
  value: leaf,
  places: leaf,
  rounding: leaf,
  tiers: { from: leaf, rate: leaf },
  rateUnit: leaf,
  bands: { ...bound, value: leaf },
  points: point,
  rows: bound,
  columns: bound,
  values: leaf,
  key: leaf,
  clause: leaf,
}

const slice: CopiedOf<Slice> = { from: leaf, to: leaf, amount: leaf, rate: leaf, pay: leaf }

const step: CopiedOf<Step> = {
  node,
  path: leaf,
  value: leaf,
  unit: leaf,
  get parts(): Copied {
    return step
  },
  get reason(): Copied {
    return reason
  },
}

const test: CopiedOf<Test> = {
  node: { op: leaf },
  holds: leaf,
  compared: step,
  get parts(): Copied {
    return test
  },
}

const reason: CopiedOf<Reason> = {
  kind: leaf,
  slices: slice,
  bands: { ...bound, to: leaf, toInclusive: leaf },
  line: { low: point, high: point },
  found: leaf,
  listed: leaf,
  test,
}

const explanation: CopiedOf<Explanation> = {
  label: leaf,
  value: leaf,
  clause: leaf,
  how: leaf,
  get steps(): Copied {
    return explanation
  },
}

const settled: CopiedOf<LineOf<'commission'>['settled']> = {
  period: leaf,
  accrued: leaf,
  payable: leaf,
  settled: leaf,
  due: leaf,
  events: leaf,
}

const payment: CopiedOf<LineOf<'recovery'>['payment']> = {
  due: leaf,
  recovered: leaf,
  advanced: leaf,
  repaid: leaf,
  forgiven: leaf,
  paid: leaf,
  carried: leaf,
}

/** The members of all lines. */
export const lineShape: CopiedOf<StatementLine> = {
  kind: leaf,
  source: leaf,
  label,
  clause: leaf,
  amount: leaf,
  from: leaf,
  to: leaf,
  trace: step,
  settled,
  payment,
  place: leaf,
  explained: { en: explanation, 'zh-CN': explanation },
  reason: leaf,
}

/** The members of a statement but its lines, whose members depend on their kinds. */
export const statementShape: CopiedOf<Omit<Statement, 'lines'>> = {
  person: leaf,
  name: leaf,
  department: leaf,
  departmentLabel: label,
  costCentre: leaf,
  period: { name: leaf, kind: leaf, rhythm: leaf, from: leaf, to: leaf },
  currency: leaf,
  total: leaf,
  from: { book: leaf, data: leaf, before: leaf },
  digest: leaf,
}
