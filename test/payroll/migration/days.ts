import { addDays, daysBetween } from '../../../src/calendar/index.js'
import type { DrawnBook } from './draw-book.js'
import { type Random, text } from './random.js'

const lastDays: Readonly<Record<string, string>> = {
  '2025-11': '2025-11-30',
  '2025-12': '2025-12-31',
  '2026-01': '2026-01-31',
  '2026-02': '2026-02-28',
  '2026-03': '2026-03-31',
  '2026-04': '2026-04-30',
  '2026-05': '2026-05-31',
}

export const endOf = (period: string) => lastDays[period] as string

/** A day of the months of a book. */
export function dayIn(random: Random, { months }: DrawnBook): string {
  const from = `${months[0]}-01`
  return addDays(from, random.below(daysBetween(from, endOf(months.at(-1) as string)) + 1))
}

/** In which of the months of a book a day is. */
export function monthOf(day: string, { months }: DrawnBook): number {
  return months.findIndex((month) => day <= endOf(month))
}

/** An amount, drawn in the minor unit. */
export const money = (random: Random, { places }: DrawnBook, least: number, most: number) =>
  text(random.between(least * 10 ** places, most * 10 ** places), places)
