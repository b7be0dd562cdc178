import type { Since } from '../pay/index.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import type { MeasureSpan } from './span-schema.js'

/** Where a span begins that reaches beyond its period; none where it is its period. */
export function sinceOf(span: PlanPolicy['measuring']): Since | undefined {
  if (span === undefined || span === 'period') return undefined
  if (span === 'year-to-date') return 'year'
  if (span === 'quarter-to-date') return 'quarter'
  const { since: date, every } = span
  return { date, ...(every !== undefined && { every }) }
}

/** Whether a span is a period, or the year to date. */
export function isOfYear(span: MeasureSpan = 'period'): boolean {
  return span === 'period' || span === 'year-to-date'
}
