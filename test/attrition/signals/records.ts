/** The records of a service agent of two years, as JSON. */
export const json = {
  hired: '2024-02-10',
  days: [
    { date: '2025-12-31', absent: false, lateMinutes: 0, overtimeHours: '0.5' },
    { date: '2026-01-05', absent: false, lateMinutes: 9, overtimeHours: '2' },
    { date: '2026-01-06', absent: true, lateMinutes: 0, overtimeHours: '0' },
    { date: '2026-01-07', absent: false, lateMinutes: 0, overtimeHours: '3' },
  ],
  ratings: [
    { date: '2024-12-31', score: '4' },
    { date: '2025-12-31', score: '2.5' },
  ],
  surveys: [
    { date: '2025-09-30', score: '80' },
    { date: '2025-12-31', score: '65' },
    { date: '2026-03-01' },
  ],
  pay: [
    { from: '2024-02-10', value: '7000.00' },
    { from: '2025-01-01', value: '7600.00' },
  ],
  grades: [{ from: '2024-02-10', value: 'C1' }],
  managers: [
    { from: '2024-02-10', value: 'li' },
    { from: '2026-02-01', value: 'wang' },
  ],
  reviews: [{ date: '2025-12-31', promoted: false }],
}
