const lastDays: Readonly<Record<string, string>> = {
  '2025-11': '2025-11-30',
  '2025-12': '2025-12-31',
  '2026-01': '2026-01-31',
  '2026-02': '2026-02-28',
  '2026-03': '2026-03-31',
  '2026-04': '2026-04-30',
  '2026-05': '2026-05-31',
}

/** The last day of a month of the fixtures. */
export const endOf = (period: string) => lastDays[period] as string
