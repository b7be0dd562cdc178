import { constant, type Expression, type NodeOf, named } from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { refuse } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { sameEach } from './along-time.js'
import type { LinkedComponent } from './book.js'
import type { ComponentSource } from './component.js'
import type { Holder } from './data-index.js'
import { type ReadRow, readRow } from './entitle.js'
import { rooted, workedTogether } from './explain-stretches.js'
import { lastVersion } from './explain-telling.js'
import { sumOf } from './inputs.js'
import { madeOnce } from './keyed.js'
import {
  asksFor,
  declaredOf,
  type Moved,
  type Moving,
  movedFigure,
  movedMember,
  movedRecords,
  type ReadOf,
} from './moving.js'
import type { ComponentItem, Item } from './reading.js'
import type { SheetWork } from './sheet-work.js'
import { periodsIn } from './windows.js'
import { isFailed, type PayRow, type Worked } from './work.js'

/** An input that the number would change too, and that was left as it is. */
export interface Held {
  readonly component: string
  readonly input: string
}

/** What a component came to, as a formula of the number where it moves. */
export interface Composed {
  readonly expression: Expression
  readonly moves: boolean
  /** The value as it is. */
  readonly value: string
  /** Of a component for each record, what each brings that moves, by its name. */
  readonly rows: ReadonlyMap<string, Expression>
}

interface Composing {
  readonly over: Moving
  /** The person. */
  readonly holder: Holder
  /** The work by which a component is worked out. */
  readonly workOf: (component: LinkedComponent) => SheetWork
}

/** The inputs of a row that move, as what they are. */
type Inputs = ReadonlyMap<string, Expression>

/** Writes what components came to as formulas of one number of a person's data, each once. */
export function composer({ over, holder, workOf }: Composing) {
  const held = new Map<string, Held>()
  const scales: number[] = []

  const composed = madeOnce((component: LinkedComponent, of: Holder, index: number): Composed => {
    const own = workOf(component)
    const result = own.result(component, of, index) ?? nothing
    if (isFailed(result)) return refuse(result.problems) as never
    const read = result.rows.map((row) => readRow(own, row) as ReadRow)
    const inputs = read.map(inputsOf)
    const moves = inputs.some(({ size }) => size > 0)
    const rows = moves ? rowsOf(read, inputs, result) : []
    return {
      moves,
      value: result.text,
      expression: moves
        ? sumOf(rows.map(({ expression }) => expression))
        : constant(result.text, unitOf(component)),
      rows: new Map(
        rows.flatMap(({ record, expression }) =>
          record === undefined ? [] : [[record, expression] as const],
        ),
      ),
    }
  })

  function hold(component: string, input: string): void {
    held.set(`${component} ${input}`, { component, input })
  }

  function inputsOf(read: ReadRow): Inputs {
    const { formula, component } = read.row.version
    const moved = new Map<string, Expression>()
    // Another number might have no row at all.
    if (asksFor(over, read.row.version)) {
      hold(component.component, '')
      return moved
    }
    for (const [i, name] of Object.keys(formula.inputs).entries()) {
      const reading = read.readings[i] as ReadOf['reading']
      const found = movedInput({ row: read.row, name, reading })
      if (found === 'held') hold(component.component, name)
      else if (found !== undefined) moved.set(name, found)
    }
    return moved
  }

  function movedInput(read: ReadOf): Moved {
    const { row, name } = read
    const source = row.version.component.reads[name] as NonNullable<
      (typeof row.version.component.reads)[string]
    >
    switch (source.from) {
      case 'attribute':
      case 'time':
        return undefined
      case 'component':
        return movedComponents(read, source)
      case 'figure':
        return raw(read, movedFigure(over, read, source))
      case 'record':
        return raw(read, movedMember(over, read, source))
      case 'records':
        return raw(read, movedRecords(over, read, source))
    }
  }

  /** What reads the number itself says how many places it may have. */
  function raw({ row, name }: ReadOf, moved: Moved): Moved {
    if (moved !== undefined && moved !== 'held') scales.push(declaredOf(row, name).scale)
    return moved
  }

  function movedComponents(read: ReadOf, source: ComponentSource): Moved {
    const items = read.reading.items.flatMap(valuesIn)
    const moved = items.flatMap((item) => partsOf(read, source, item))
    if (moved.length === 0) return undefined
    if (!isSum(source, items.length)) return 'held'
    const rest = moved.reduce(
      (sum, { value }) => sum.minus(value),
      decimal(read.reading.value as string),
    )
    const parts = moved.map(({ expression }) => expression)
    const { unit } = declaredOf(read.row, read.name)
    return sumOf(rest.isZero() ? parts : [constant(rest.toFixed(), unit), ...parts])
  }

  /** What moves of one value that is read, and what it is: nothing of other people and other periods. */
  function partsOf({ row }: ReadOf, { what }: ComponentSource, item: ComponentItem) {
    const { component, holder: of, value } = item
    const isOwn = of.person === undefined || of.person === holder.person
    const work = workOf(component)
    if (!isOwn) return []
    const isNow = (index: number) => work.positionOf(component, index) === work.current
    const periods = periodsOf(row, what, item).filter(isNow)
    return periods.flatMap((index) => {
      const made = composed(component, of, index)
      if (!made.moves) return []
      if (row.records === undefined || !sameEach(row, component))
        return [{ expression: made.expression, value: what === 'due' ? made.value : value }]
      // It was read for this record, so there is a row of it.
      const expression = made.rows.get(row.records.name) as Expression
      return [{ expression, value }]
    })
  }

  /** The periods of what is read: of what is due in another rhythm, those that fall due in the row's. */
  function periodsOf(
    { component, period }: PayRow,
    what: ComponentSource['what'],
    item: ComponentItem,
  ) {
    if (what !== 'due' || item.component.rhythm === component.rhythm) return [item.index]
    const own = workOf(item.component).timeline(item.component)
    return periodsIn(own, period, own.indexOf(period.from))
  }

  return { composed, held: () => [...held.values()], scales: () => scales }
}

/** The values that were read of components, also of a group. */
function valuesIn(item: Item): readonly ComponentItem[] {
  return item.kind === 'group' ? item.members : [item as ComponentItem]
}

const nothing: Pick<Worked, 'text' | 'rows' | 'parts'> = { text: '0', rows: [], parts: [] }

function unitOf(component: LinkedComponent) {
  return lastVersion(component).formula.unit
}

/** Whether what is read of some components is their sum, or the only one. */
function isSum(source: ComponentSource, values: number): boolean {
  const { among, same } = source
  const as = 'tag' in source ? 'sum' : (source.as ?? 'sum')
  if (among !== undefined || same !== undefined || typeof as === 'object') return false
  return as === 'sum' || (values === 1 && as !== 'count' && as !== 'distinct')
}

interface Row {
  readonly record?: string | undefined
  readonly expression: Expression
}

/** The rows below a number, the stretches of a version together, as they were worked out. */
function rowsOf(
  read: readonly ReadRow[],
  inputs: readonly Inputs[],
  { parts }: Pick<Worked, 'parts'>,
): readonly Row[] {
  const all = read.map(({ row, read: values }, i) => {
    const moved = inputs[i] as Inputs
    const { amount } = parts[i] as Worked['parts'][number]
    return { row, moved, amount, filled: (of: Expression) => filled(of, values, moved) }
  })
  return workedTogether(all).map((rows) => {
    const [first] = rows as [(typeof rows)[number]]
    const { formula } = first.row.version
    return {
      record: first.row.records?.name,
      expression: rows.some(({ moved }) => moved.size > 0)
        ? rooted(
            formula.expression,
            (of) => sumOf(rows.map((each) => each.filled(of))),
            (of) => first.filled(of),
          )
        : sumOf(rows.map(({ amount }) => constant(amount, formula.unit))),
    }
  })
}

/** A formula of a row: its inputs that move as what they are, the others as they were read. */
function filled(of: Expression, read: ReadRow['read'], inputs: Inputs): Expression {
  const chosen = ({ key, cases, otherwise }: NodeOf<'match'>) => {
    const text = read[key] as string
    return (Object.hasOwn(cases, text) ? cases[text] : otherwise) as Expression
  }
  return withInputs(
    of,
    ({ name, unit, label = name }) =>
      inputs.get(name) ?? named(label, constant(read[name] as string, unit)),
    chosen,
  )
}
