import { type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent } from './book.js'
import { type Holder, nameOf } from './data-index.js'
import { sameMember } from './day.js'
import { recordedOf } from './ledger.js'
import type { Settled } from './run.js'
import { type Failed, isFailed, type PayRow, type Result, type Work } from './work.js'

/**
 * What a component came to in each period for the records that have the same values of some members as
 * those of a row; `undefined` where there are none, or the row's own differ.
 */
export function alikeIn(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  holder: Holder,
  same: readonly string[],
): (index: number) => Decimal | Failed | undefined {
  const key = keyOf(recordsOf(row), same)
  const place = JSON.stringify([target.name, holder.key, same])
  const periods = work.once(`alike ${place}`, () => new Map<number, Sums>())
  return (index) => {
    const sums = periods.get(index) ?? sumsBy(work, target, holder, index, same)
    periods.set(index, sums)
    return isFailed(sums) ? sums : key === undefined ? undefined : sums.get(key)
  }
}

/** What a component came to in a period, by the values that its records have of some members. */
type Sums = ReadonlyMap<string, Decimal> | Failed

function sumsBy(
  work: Work,
  target: LinkedComponent,
  holder: Holder,
  index: number,
  same: readonly string[],
): Sums {
  const result = work.rowsOver(target, holder, index)
  const sums = new Map<string, Decimal>()
  if (result === undefined) return sums
  if (isFailed(result)) return failedThrough(target, holder, result)
  for (const [i, { amount }] of result.parts.entries()) {
    const key = keyOf(recordsOf(result.rows[i] as PayRow), same)
    if (key !== undefined) sums.set(key, (sums.get(key) ?? decimal('0')).plus(amount))
  }
  return sums
}

/**
 * That a component failed; and why, where no line of its own is withheld that says so. One whose parts
 * are no longer known was paid.
 */
export function failedThrough(
  { name, pays }: LinkedComponent,
  holder: Holder,
  { problems }: Failed,
): Failed {
  const failed = payProblem('failed-component', '', { component: name, owner: nameOf(holder) })
  const untold = pays === undefined || problems.some(({ code }) => code === 'parts-differ')
  return { problems: untold ? [failed, ...problems] : [failed] }
}

/** Only rows of records read what is the same in others, and it is read of rows of records alone. */
function recordsOf({ records }: PayRow): NonNullable<PayRow['records']>['rows'] {
  return (records as NonNullable<PayRow['records']>).rows
}

/** The values of members that are the same in all records of a row. */
function keyOf(
  rows: NonNullable<PayRow['records']>['rows'],
  same: readonly string[],
): string | undefined {
  const values = same.map((name) => sameMember(rows, name))
  return values.includes(undefined) ? undefined : JSON.stringify(values)
}

/**
 * What a closed period comes to, with what each record had of it. A text that was changed since may come
 * to another sum than was settled, and then nobody knows any more what the records had.
 */
export function asSettled(
  work: Work,
  key: { readonly component: LinkedComponent; readonly holder: Holder; readonly index: number },
  settled: Settled | undefined,
): Result {
  const { component, holder, index } = key
  const result = work.result(component, holder, index)
  const recorded = recordedOf(settled)
  if (recorded === undefined || isFailed(result) || recorded.equals(result?.text ?? 0))
    return result
  const period = work.timeline(component).at(index).name
  const values = { component: component.name, owner: nameOf(holder), period }
  return { problems: [payProblem('parts-differ', '', values)] }
}
