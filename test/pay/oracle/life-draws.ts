import fc from 'fast-check'

const sometimes = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 })

/** How many days later than its own something is told: mostly at once, some months later, some before. */
const late = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: -30, max: 0 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 45 }) },
  { weight: 1, arbitrary: fc.integer({ min: 46, max: 160 }) },
)
/** What is told of the same later still: something else, the same day, or that it is not so. */
const news = <T>(of: fc.Arbitrary<T>) =>
  fc.array(
    fc.record({ after: fc.integer({ min: 1, max: 70 }), tells: fc.option(of, { freq: 3 }) }),
    {
      maxLength: 2,
      size: 'max',
      depthIdentifier: 'news',
    },
  )
const rarely = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<readonly never[]>([]) },
    { weight: 1, arbitrary: news(of) },
  )
export type News<T> = readonly { readonly after: number; readonly tells: T | null }[]

const departments = fc.constantFrom('sales', 'office', 'sales')
const salaries = fc.constantFrom('1000.00', '2345.67', '3000.00', '3100.01', '0.00')
const kpis = fc.constantFrom('0.00', '0.89', '0.90', '1.25', '1.00')
const points = fc.constantFrom('0', '1', '1', '2', '3', '7')
export const profits = fc.constantFrom('100.00', '0.00', '0.05', '-10.01', '1000.00')

const dated = <T>(of: fc.Arbitrary<T>) =>
  fc.record({ at: fc.integer({ min: -70, max: 270 }), late, value: of, later: rarely(of) })
const histories = <T>(of: fc.Arbitrary<T>) => fc.array(dated(of), { maxLength: 3, size: 'max' })

export const monthly = <T>(of: fc.Arbitrary<T>) =>
  fc.array(
    fc.record({ given: fc.integer({ min: 0, max: 5 }), late, value: of, later: rarely(of) }),
    { minLength: 12, maxLength: 12 },
  )

export const drawnPerson = fc.record({
  joins: fc.oneof(
    { weight: 2, arbitrary: fc.constant(-60) },
    { weight: 3, arbitrary: fc.integer({ min: -60, max: 150 }) },
  ),
  joinedLate: late,
  leaves: sometimes(fc.record({ after: fc.integer({ min: 5, max: 220 }), late })),
  returns: sometimes(fc.record({ after: fc.integer({ min: 1, max: 100 }), late })),
  department: departments,
  moves: histories(departments),
  salary: salaries,
  raises: histories(salaries),
  absences: fc.array(
    fc.record({
      at: fc.integer({ min: -40, max: 240 }),
      length: fc.integer({ min: 1, max: 20 }),
      late,
      part: fc.constantFrom('0.5', '1', undefined),
      kind: fc.constantFrom('leave', 'sick'),
      later: rarely(fc.integer({ min: 1, max: 20 })),
    }),
    { maxLength: 2, size: 'max' },
  ),
  hired: fc.integer({ min: 100, max: 2400 }),
  kpi: monthly(kpis),
  points: monthly(points),
})
export type DrawnPerson = typeof drawnPerson extends fc.Arbitrary<infer T> ? T : never

export const drawnDeal = fc.record({
  person: fc.nat(9),
  on: fc.integer({ min: -60, max: 240 }),
  late,
  amount: fc.constantFrom('100.00', '300.00', '1500.01', '899.99', '4000.00', '0.00', '-20.00'),
  channel: fc.constantFrom('web', 'shop', 'phone'),
  later: rarely(
    fc.record({
      person: fc.nat(9),
      move: fc.integer({ min: -40, max: 40 }),
      amount: fc.constantFrom('100.00', '1000.00'),
    }),
  ),
  refund: sometimes(
    fc.record({
      after: fc.integer({ min: 0, max: 180 }),
      late,
      part: fc.constantFrom('-1', '-0.5'),
      counts: fc.constantFrom('deal', 'deal', 'own'),
      later: rarely(fc.constant('-1')),
    }),
  ),
})
export type DrawnDeal = typeof drawnDeal extends fc.Arbitrary<infer T> ? T : never

export const drawnPayments = fc.record({
  first: fc.constantFrom('2025-11', '2026-01', '2026-02'),
  runs: fc.array(
    fc.record({
      asOf: fc.integer({ min: -5, max: 8 }),
      again: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 }) },
      ),
      skip: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
      ),
    }),
    { minLength: 4, maxLength: 9, size: 'max' },
  ),
})
export type DrawnPayments = typeof drawnPayments extends fc.Arbitrary<infer T> ? T : never
