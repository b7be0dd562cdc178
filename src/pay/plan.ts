import type { NumberInput } from '../formula/index.js'
import { remembered } from '../problem/remembered.js'
import type { LinkedVersion } from './book.js'
import type { Each, Over, Since, Source } from './component.js'
import type { Asked } from './selection.js'

/** An input of a formula, and where it comes from. */
export interface Input {
  readonly name: string
  readonly source: Source
  /** The places that the input has; of a text none. */
  readonly scale: number
}

/** A table that rows read. */
export interface TableRead {
  readonly table: string
  readonly over: Over
  /** Of everybody. */
  readonly all: boolean
}

/** What the rows of a version have in common, found once: a version pays many people. */
export interface Plan {
  readonly inputs: readonly Input[]
  readonly tables: readonly TableRead[]
  /** The attributes by which the days of the component differ. */
  readonly attributes: readonly string[]
  /** The days of each year that windows begin on. */
  readonly yearly: readonly Exclude<Since, string>[]
  /** The records that are asked for, where there is a row for each of them. */
  readonly each: Asked | undefined
}

/** The plan of a version. */
export const planOf = remembered(
  ({ component: { each, reads, eligible }, formula }: LinkedVersion): Plan => {
    const sources = Object.values(reads)
    return {
      inputs: Object.entries(formula.inputs).map(([name, declared]) => ({
        name,
        source: reads[name] as Source,
        scale: declared.kind === 'number' ? (declared as NumberInput).scale : 0,
      })),
      tables: [...tablesOfEach(each), ...sources.flatMap(tablesOf)],
      attributes: [
        ...new Set([...sources.flatMap(attributesOf), ...Object.keys(eligible?.where ?? {})]),
      ],
      yearly: sources.flatMap(yearlyOf),
      each: isOfRecords(each)
        ? { of: each.record, where: each.where, same: each.by === undefined ? [] : [each.by] }
        : undefined,
    }
  },
  new WeakMap(),
)

function isOfRecords(each: Each | undefined): each is Exclude<Each, 'stretch'> {
  return typeof each === 'object'
}

function tablesOfEach(each: Each | undefined): readonly TableRead[] {
  return isOfRecords(each) ? [{ table: each.record, over: each.over ?? 'period', all: false }] : []
}

function tablesOf(source: Source): readonly TableRead[] {
  if (source.from !== 'records') return []
  return [{ table: source.of, over: source.over ?? 'period', all: source.whose === 'all' }]
}

function attributesOf(source: Source): readonly string[] {
  if (source.from === 'attribute') return [source.name]
  return source.from === 'time' && 'basis' in source && typeof source.basis === 'object'
    ? [source.basis.attribute]
    : []
}

function yearlyOf(source: Source): Plan['yearly'] {
  const since =
    'over' in source && typeof source.over === 'object' && 'since' in source.over
      ? source.over.since
      : undefined
  return typeof since === 'object' && since.every !== undefined ? [since] : []
}
