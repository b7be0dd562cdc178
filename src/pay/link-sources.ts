import type { PeriodKind } from '../calendar/index.js'
import { at, type Problem } from '../problem/index.js'
import { isProblem, money, readDecimal, type Unit } from '../quantity/index.js'
import { tooManyPlaces } from '../quantity/internal.js'
import { payProblem } from '../words/index.js'
import type {
  CalendarSource,
  DaysSource,
  FigureSource,
  MemberSource,
  RecordsSource,
  Rhythm,
  ServiceSource,
  Source,
} from './component.js'
import { countProblems, pastProblems, quantileProblems, windowProblems } from './link-checks.js'
import { componentProblems } from './link-component.js'
import { named, type Reading, rhythmOf } from './link-context.js'

/** What is wrong with a source, and with how its input reads it. */
export function sourceProblems(reading: Reading): readonly Problem[] {
  const { source } = reading
  const check = bySource[source.from] as (reading: Reading) => readonly Problem[]
  return [
    ...textProblems(reading),
    ...missingProblems(reading),
    ...convertProblems(reading),
    ...check(reading),
  ]
}

const bySource: {
  readonly [From in Source['from']]: (
    reading: Reading<Extract<Source, { from: From }>>,
  ) => readonly Problem[]
} = {
  attribute: () => [],
  figure: figureProblems,
  time: timeProblems,
  record: memberProblems,
  records: recordsProblems,
  component: (reading) => [
    ...windowProblems(named(reading), at(reading.path, 'over'), reading.source.over),
    ...quantileProblems(reading, at(reading.path, 'as'), reading.source.as),
    ...componentProblems(reading),
  ],
}

/** Texts come from attributes and members alone. */
function textProblems(reading: Reading): readonly Problem[] {
  const { declared, source, path } = reading
  return declared?.kind !== 'category' || source.from === 'attribute' || source.from === 'record'
    ? []
    : [payProblem('text-from-number', path, { ...named(reading), from: source.from })]
}

function missingProblems({ declared, source, path, ...of }: Reading): readonly Problem[] {
  const missing = 'missing' in source ? source.missing : undefined
  if (missing === undefined || declared === undefined) return []
  const place = at(path, 'missing')
  if (declared.kind === 'category') {
    const { open, cases } = declared
    return open || cases.includes(missing)
      ? []
      : [payProblem('missing-no-case', place, { ...named(of), missing, cases })]
  }
  const read = readDecimal(missing, place)
  if (isProblem(read)) return [read]
  return read.decimalPlaces() > declared.scale
    ? [tooManyPlaces(place, missing, declared.scale)]
    : []
}

/** What is converted becomes money of the book. */
function convertProblems({ declared, source, path, checking, ...of }: Reading): readonly Problem[] {
  const convert = 'convert' in source ? source.convert : undefined
  if (convert === undefined || declared === undefined) return []
  const unit = declared.kind === 'number' ? declared.unit : undefined
  const currency = money(checking.book.currency)
  return unit === currency
    ? []
    : [payProblem('convert-unit', at(path, 'convert'), { ...named(of), unit, currency })]
}

/** How long periods are, in days. */
const lengths: Readonly<Record<PeriodKind, number>> = {
  week: 7,
  'ten-days': 10,
  'two-weeks': 14,
  'half-month': 15,
  'four-weeks': 28,
  month: 30,
  quarter: 91,
  'half-year': 182,
  year: 365,
}

function figureProblems(reading: Reading<FigureSource>): readonly Problem[] {
  const { checking, component, source, path } = reading
  const { name, period, is } = source
  const place = at(path, 'period')
  const known = Object.keys(checking.rhythms)
  const own = rhythmOf(checking, component)
  const length = (rhythm: string) =>
    lengths[(checking.rhythms[rhythm] as Rhythm | undefined)?.kind ?? 'month']
  return [
    ...(is === 'given' ? countProblems(reading) : []),
    ...(period === undefined || known.includes(period)
      ? []
      : [payProblem('unknown-rhythm', place, { found: period, known })]),
    ...(period !== undefined && known.includes(period) && length(period) < length(own)
      ? [payProblem('shorter-figure', place, { ...named(reading), figure: name, period, own })]
      : []),
  ]
}

const timeUnits: Readonly<
  Record<(DaysSource | ServiceSource | CalendarSource)['count'], readonly Unit[]>
> = {
  present: ['count', 'duration:day'],
  absent: ['count', 'duration:day'],
  part: ['count', 'duration:day'],
  whole: ['count', 'duration:day'],
  months: ['count', 'duration:month'],
  years: ['count', 'duration:year'],
  month: ['count'],
  quarter: ['count'],
}

function timeProblems(
  reading: Reading<DaysSource | ServiceSource | CalendarSource>,
): readonly Problem[] {
  const { declared, source, path } = reading
  const units = timeUnits[source.count]
  const { count } = source
  return [
    ...(declared?.kind !== 'number' || units.includes(declared.unit)
      ? []
      : [payProblem('time-unit', path, { ...named(reading), count, unit: declared.unit, units })]),
    ...('since' in source ? serviceProblems(reading, source) : daysProblems(reading, source)),
  ]
}

function daysProblems(reading: Reading, source: DaysSource | CalendarSource): readonly Problem[] {
  if (isOfYear(source)) return []
  const { basis } = source
  const known = Object.keys(reading.checking.book.basis ?? {})
  return [
    ...pastProblems(named(reading), at(reading.path, 'over'), source.over),
    ...(typeof basis !== 'string' || known.includes(basis)
      ? []
      : [payProblem('unknown-basis', at(reading.path, 'basis'), { found: basis, known })]),
  ]
}

function isOfYear(source: DaysSource | CalendarSource): source is CalendarSource {
  return source.count === 'month' || source.count === 'quarter'
}

/** The first and the last of some records can be told where the row is a group of records. */
function serviceProblems(reading: Reading, { since, until }: ServiceSource): readonly Problem[] {
  const { each } = reading.component
  const grouped = typeof each === 'object' && each.by !== undefined
  return (['since', 'until'] as const).flatMap((key) => {
    const day = { since, until }[key]
    return typeof day !== 'object' || 'end' in day || grouped
      ? []
      : [payProblem('no-group', at(reading.path, key), named(reading))]
  })
}

function memberProblems(reading: Reading<MemberSource>): readonly Problem[] {
  return typeof reading.component.each === 'object'
    ? []
    : [payProblem('no-record', reading.path, named(reading))]
}

function recordsProblems(reading: Reading<RecordsSource>): readonly Problem[] {
  const { component, source, path } = reading
  const { as, value, over, same = [] } = source
  return [
    ...(as === 'count' || as === 'distinct' ? countProblems(reading) : []),
    ...(as === 'count' || value !== undefined
      ? []
      : [payProblem('no-value', at(path, 'as'), { ...named(reading), table: source.of })]),
    ...(same.length === 0 || typeof component.each === 'object'
      ? []
      : [payProblem('no-record', at(path, 'same'), named(reading))]),
    ...quantileProblems(reading, at(path, 'as'), as),
    ...pastProblems(named(reading), at(path, 'over'), over),
  ]
}
