import type { Basis } from '../../src/calendar/index.js'

export const weekend = ['saturday', 'sunday'] as const

/** 国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号. */
export const arrangement2025 = {
  /** The 13 statutory holidays (全国年节及纪念日放假办法, 国务院令第795号). */
  statutory: [
    '2025-01-01',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-04-04',
    '2025-05-01',
    '2025-05-02',
    '2025-05-31',
    '2025-10-01',
    '2025-10-02',
    '2025-10-03',
    '2025-10-06',
  ],
  /** 2 June stands in for 31 May, a statutory holiday on a Saturday. */
  instead: ['2025-06-02'],
  /** Weekdays off in exchange for make-up days. */
  daysOff: ['2025-02-03', '2025-02-04', '2025-05-05', '2025-10-07', '2025-10-08'],
  workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
} as const

const { statutory, instead, daysOff, workdays } = arrangement2025

export const workingDays2025: Basis = {
  basis: 'working-days',
  weekend,
  holidays: [...statutory, ...instead, ...daysOff],
  workdays,
}

/** Statutory holidays are paid, so only the exchanges are listed. */
export function paidDays2025(count: 'days-worked' | 'days-absent'): Basis {
  return { basis: 'fixed-21.75', count, weekend, daysOff, workdays }
}
