import type { NodeOf } from '../formula/index.js'
import type { Unit } from '../quantity/index.js'
import type {
  As,
  AttributeSource,
  ComponentSource,
  Day,
  DaysSource,
  FigureSource,
  MemberSource,
  RecordsSource,
  ServiceSource,
} from './component.js'
import { type Naming, numberFrom, sourceFrom, type TextInput, textFrom } from './sourced.js'

/**
 * Builders of inputs: each writes an input of a formula, and knows where it comes from. `component`
 * collects that. The input is called as what it reads; `input` names it otherwise where two differ.
 */

/** What a source may say beside its kind and its name, and what its input is called. */
type Saying<S, Fixed extends string> = Omit<S, 'from' | Fixed> & Naming
/** What several sources of a unit of their own may say. */
interface Counting {
  readonly unit?: Unit | undefined
  readonly scale?: number | undefined
}

/**
 * A value of the post, the person, a group of theirs or the company on the last day of the row (or its
 * first, by `on`): the nearest that has one. With a unit and a scale (decimal places) it is a number,
 * without them a text, for {@link matching}. `missing` is the value where there is none; without it
 * that is an error of the row.
 *
 * @example
 * attribute('salary', money('CNY'), 2)
 * //=> { op: 'input', name: 'salary', unit: 'money:CNY', scale: 2 }
 */
export function attribute(name: string, saying?: Saying<AttributeSource, 'name'>): TextInput
export function attribute(
  name: string,
  unit: Unit,
  scale: number,
  saying?: Saying<AttributeSource, 'name'>,
): NodeOf<'input'>
export function attribute(
  name: string,
  unit?: Unit | Saying<AttributeSource, 'name'>,
  scale?: number,
  saying?: Saying<AttributeSource, 'name'>,
): NodeOf<'input'> | TextInput {
  const said = (typeof unit === 'string' ? saying : unit) ?? {}
  const source: AttributeSource = sourceFrom({ from: 'attribute', name, ...said })
  return typeof unit === 'string'
    ? numberFrom(source, name, [unit, scale as number], said)
    : textFrom(source, name, said)
}

/**
 * A number that is given for the row's period, or for the longer one of the rhythm `period` that holds
 * its last day. With `is: 'given'` it is 1 where there is one, else 0.
 *
 * @example
 * figure('overtime', 'duration:hour', 1, { missing: '0' })
 * //=> { op: 'input', name: 'overtime', unit: 'duration:hour', scale: 1 }
 */
export function figure(
  name: string,
  unit: Unit,
  scale: number,
  saying: Saying<FigureSource, 'name'> = {},
): NodeOf<'input'> {
  return numberFrom(sourceFrom({ from: 'figure', name, ...saying }), name, [unit, scale], saying)
}

/**
 * Days, as a basis counts them: `present`, `absent`, or the `part` of the period that is paid over the
 * `whole` of it. In days with four decimal places unless `unit` and `scale` say otherwise.
 *
 * @example
 * days('part') //=> { op: 'input', name: 'part', unit: 'duration:day', scale: 4 }
 */
export function days(
  count: DaysSource['count'],
  saying: Saying<DaysSource, 'count'> & Counting = {},
): NodeOf<'input'> {
  const { unit = 'duration:day', scale = 4 } = saying
  return numberFrom(sourceFrom({ from: 'time', count, ...saying }), count, [unit, scale], saying)
}

/**
 * Full months or years from a day on, the last day counted, until the row's last day, or `until`: another
 * day, or on a row of a record `{ end: 'period' }`, the owner's last day in the period. With `full: 'day'`
 * each is full on the day that comes round again, and not on the evening before. In whole months or years
 * unless `unit` and `scale` say otherwise.
 *
 * @example
 * service('years', 'hired') //=> { op: 'input', name: 'years', unit: 'duration:year', scale: 0 }
 */
export function service(
  count: ServiceSource['count'],
  since: Day,
  saying: Saying<ServiceSource, 'count' | 'since'> & Counting = {},
): NodeOf<'input'> {
  const { unit = count === 'months' ? 'duration:month' : 'duration:year', scale = 0 } = saying
  return numberFrom(
    sourceFrom({ from: 'time', count, since, ...saying }),
    count,
    [unit, scale],
    saying,
  )
}

/**
 * The month of the year that the row's last day lies in, 1 to 12: a count.
 *
 * @example
 * monthOfYear() //=> { op: 'input', name: 'month', unit: 'count', scale: 0 }
 */
export function monthOfYear(naming: Naming = {}): NodeOf<'input'> {
  return numberFrom({ from: 'time', count: 'month' }, 'month', ['count', 0], naming)
}

/**
 * The quarter of the year that the row's last day lies in, 1 to 4: a count.
 *
 * @example
 * quarterOfYear() //=> { op: 'input', name: 'quarter', unit: 'count', scale: 0 }
 */
export function quarterOfYear(naming: Naming = {}): NodeOf<'input'> {
  return numberFrom({ from: 'time', count: 'quarter' }, 'quarter', ['count', 0], naming)
}

/**
 * A member of the record that a component is worked out for `each` of: a number with a unit and a
 * scale, a text without them.
 *
 * @example
 * member('amount', money('CNY'), 2)
 * //=> { op: 'input', name: 'amount', unit: 'money:CNY', scale: 2 }
 */
export function member(name: string, saying?: Saying<MemberSource, 'name'>): TextInput
export function member(
  name: string,
  unit: Unit,
  scale: number,
  saying?: Saying<MemberSource, 'name'>,
): NodeOf<'input'>
export function member(
  name: string,
  unit?: Unit | Saying<MemberSource, 'name'>,
  scale?: number,
  saying?: Saying<MemberSource, 'name'>,
): NodeOf<'input'> | TextInput {
  const said = (typeof unit === 'string' ? saying : unit) ?? {}
  const source: MemberSource = sourceFrom({ from: 'record', name, ...said })
  return typeof unit === 'string'
    ? numberFrom(source, name, [unit, scale as number], said)
    : textFrom(source, name, said)
}

/** How many records there are, or how many different values of a member. */
type Counted = Extract<As, 'count' | 'distinct'>

/**
 * An aggregate of the records of a table that are the row's: `count` and `distinct` are counts, all
 * else has the unit and the scale that are given. The input is called by the table, the member and the
 * aggregate, with points between them.
 *
 * @example
 * records('orders', 'sum', { value: 'amount', unit: money('CNY'), scale: 2 })
 * //=> { op: 'input', name: 'orders.amount.sum', unit: 'money:CNY', scale: 2 }
 */
export function records(
  of: string,
  as: Counted,
  saying?: Saying<RecordsSource, 'of' | 'as'>,
): NodeOf<'input'>
export function records(
  of: string,
  as: Exclude<As, Counted>,
  saying: Saying<RecordsSource, 'of' | 'as'> & {
    readonly value: string
    readonly unit: Unit
    readonly scale: number
  },
): NodeOf<'input'>
export function records(
  of: string,
  as: As,
  saying: Saying<RecordsSource, 'of' | 'as'> & Counting = {},
): NodeOf<'input'> {
  const { value, unit = 'count', scale = 0 } = saying
  const words = [
    of,
    ...(value === undefined ? [] : [value]),
    typeof as === 'string' ? as : 'quantile',
  ]
  return numberFrom(
    sourceFrom({ from: 'records', of, as, ...saying }),
    words.join('.'),
    [unit, scale],
    saying,
  )
}

/** What the reading of a component or of a tag may say. */
type Reading = Omit<ComponentSource, 'from' | 'name' | 'tag'> & Naming

/**
 * What a component comes to: of the row's own period and owner, or of other periods (`over`), other
 * rows (`among`), or as the lines of this payment have it (`what: 'due'`); with `same`, for those of its
 * records alone that have the same values of some members as the row's: one deal's part of a plan.
 *
 * @example
 * amount('base', money('CNY'), 2, { over: 'before', input: 'lastBase' })
 * //=> { op: 'input', name: 'lastBase', unit: 'money:CNY', scale: 2 }
 */
export function amount(
  name: string,
  unit: Unit,
  scale: number,
  saying: Reading = {},
): NodeOf<'input'> {
  return numberFrom(sourceFrom({ from: 'component', name, ...saying }), name, [unit, scale], saying)
}

/**
 * What all components with a tag come to together, as {@link amount} reads one.
 *
 * @example
 * tagged('wage', money('CNY'), 2) //=> { op: 'input', name: 'wage', unit: 'money:CNY', scale: 2 }
 */
export function tagged(
  tag: string,
  unit: Unit,
  scale: number,
  saying: Reading = {},
): NodeOf<'input'> {
  return numberFrom(sourceFrom({ from: 'component', tag, ...saying }), tag, [unit, scale], saying)
}
