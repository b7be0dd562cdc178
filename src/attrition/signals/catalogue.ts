import { type IsoDate, type Span, valueOn } from '../../calendar/index.js'
import type { Localized } from '../../problem/index.js'
import type { Unit } from '../../quantity/index.js'
import type { NumberSignal } from '../schema.js'
import { absenceShare, lateShare, overtimeRise } from './attendance.js'
import {
  changesWithin,
  missedPromotions,
  monthsSince,
  monthsSinceRise,
  monthsUnchanged,
} from './career.js'
import { compaRatio, gapToPeers } from './pay.js'
import { fallFromPast, lastLevel, silence, volatility } from './readings.js'
import type { PersonRecords } from './schema.js'

/** What a person's pay is held against: the midpoint of its range, and the pay of the peers. */
export interface PayContext {
  readonly midpoint: string
  readonly peers: readonly string[]
}

/**
 * The signals that {@link signalsOf} reads, declared for a card: the unit and scale of each, which way
 * the risk goes, and whether a company can change it.
 */
export const signals = {
  lateShare: declared('lateShare', ['Days late', '迟到天数占比'], 'ratio', 4, 'rises', false),
  absenceShare: declared(
    'absenceShare',
    ['Days absent', '缺勤天数占比'],
    'ratio',
    4,
    'rises',
    false,
  ),
  overtimeRise: declared(
    'overtimeRise',
    ['Overtime a day above own past', '日均加班较以往增加'],
    'duration:hour',
    4,
    'rises',
    true,
  ),
  ratingLevel: declared('ratingLevel', ['Last rating', '最近绩效'], 'points', 2, 'falls', false),
  ratingFall: declared(
    'ratingFall',
    ['Fall of the rating', '绩效下降'],
    'points',
    2,
    'rises',
    false,
  ),
  ratingVolatility: declared(
    'ratingVolatility',
    ['Swing of ratings', '绩效波动'],
    'points',
    2,
    'rises',
    false,
  ),
  surveyLevel: declared(
    'surveyLevel',
    ['Last survey score', '最近调查得分'],
    'points',
    2,
    'falls',
    true,
  ),
  surveyFall: declared(
    'surveyFall',
    ['Fall of the survey score', '调查得分下降'],
    'points',
    2,
    'rises',
    true,
  ),
  surveySilence: declared(
    'surveySilence',
    ['Surveys unanswered in a row', '连续未参与调查'],
    'count',
    0,
    'rises',
    false,
  ),
  compaRatio: declared('compaRatio', ['Compa-ratio', '薪酬比率'], 'ratio', 4, 'falls', true),
  gapToPeers: declared(
    'gapToPeers',
    ['Pay below the peers', '低于同岗薪酬'],
    'ratio',
    4,
    'rises',
    true,
  ),
  monthsSinceRise: declared(
    'monthsSinceRise',
    ['Months since the last rise', '距上次加薪月数'],
    'count',
    0,
    'rises',
    true,
  ),
  monthsInGrade: declared(
    'monthsInGrade',
    ['Months in grade', '在级月数'],
    'count',
    0,
    'rises',
    true,
  ),
  missedPromotions: declared(
    'missedPromotions',
    ['Promotions missed in a row', '连续未晋升次数'],
    'count',
    0,
    'rises',
    true,
  ),
  managerChanges: declared(
    'managerChanges',
    ['Changes of manager', '更换主管次数'],
    'count',
    0,
    'rises',
    false,
  ),
  tenure: declared('tenure', ['Months of service', '司龄月数'], 'count', 0, 'falls', false),
} as const satisfies Readonly<Record<string, NumberSignal>>

/** The name of a signal of {@link signals}. */
export type SignalName = keyof typeof signals

/**
 * Every signal of a person at the end of a span, from raw records. What happened after it is not
 * looked at. A signal is `undefined` where the records tell nothing of it: no rating yet, no past to
 * compare overtime with, and pay signals without a `pay` to hold against or pay on the last day.
 *
 * Throws a `PolicyError` for a midpoint, or a median of peers, that is not above zero.
 *
 * @example
 * signalsOf(records, { span: { from: '2026-01-01', to: '2026-03-31' } }).tenure //=> '25'
 */
export function signalsOf(
  records: PersonRecords,
  { span, pay }: { readonly span: Span; readonly pay?: PayContext },
): Readonly<Record<SignalName, string | undefined>> {
  const { hired, days, ratings, surveys, grades, managers, reviews } = records
  const on: IsoDate = span.to
  const paid = valueOn(records.pay, on)
  return {
    lateShare: lateShare(days, span),
    absenceShare: absenceShare(days, span),
    overtimeRise: overtimeRise(days, span),
    ratingLevel: lastLevel(ratings, on),
    ratingFall: fallFromPast(ratings, on),
    ratingVolatility: volatility(ratings, on),
    surveyLevel: lastLevel(surveys, on),
    surveyFall: fallFromPast(surveys, on),
    surveySilence: silence(surveys, on),
    compaRatio: pay && paid && compaRatio(paid, pay.midpoint),
    gapToPeers: pay && paid && gapToPeers(paid, pay.peers),
    monthsSinceRise: monthsSinceRise(records.pay, on),
    monthsInGrade: monthsUnchanged(grades, on),
    missedPromotions: missedPromotions(reviews, on),
    managerChanges: changesWithin(managers, span),
    tenure: monthsSince(hired, on),
  }
}

function declared(
  signal: string,
  [en, zh]: readonly [en: string, zh: string],
  unit: Unit,
  scale: number,
  risk: NumberSignal['risk'],
  changeable: boolean,
): NumberSignal {
  const label: Localized = { en, 'zh-CN': zh }
  return { kind: 'number', signal, label, unit, scale, risk, changeable }
}
