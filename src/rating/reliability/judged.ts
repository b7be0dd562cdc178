import type { Localized } from '../../problem/index.js'
import { fisherBound, fisherTail } from '../../statistics/index.js'

/** A confidence interval. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** An F test: how often chance alone gives such a ratio of mean squares, or a greater one. */
export interface FisherTest {
  readonly ratio: number
  /** Degrees of freedom of the upper and the lower mean square. */
  readonly degrees: readonly [upper: number, lower: number]
  readonly p: number
}

/**
 * A correlation with its interval, and with the test of there being none. What cannot be told is
 * absent; `untold` says why.
 */
export interface JudgedCorrelation {
  readonly value?: number
  readonly interval?: Interval
  readonly test?: FisherTest
  readonly untold: readonly {
    readonly figure: 'value' | 'interval' | 'test'
    readonly reason: Localized
  }[]
}

/** A figure, or why there is none. */
export type Told<T> = { readonly told: T } | { readonly reason: Localized }

/** What is told of a correlation, and what is not. */
export function judged(figures: {
  readonly value: Told<number>
  readonly interval: Told<Interval>
  readonly test: Told<FisherTest>
}): JudgedCorrelation {
  const names = Object.keys(figures) as (keyof typeof figures)[]
  return {
    ...Object.fromEntries(
      names.flatMap((name) => {
        const figure = figures[name]
        return 'told' in figure ? [[name, figure.told]] : []
      }),
    ),
    untold: names.flatMap((name) => {
      const figure = figures[name]
      return 'reason' in figure ? [{ figure: name, reason: figure.reason }] : []
    }),
  }
}

/** The test of a ratio of mean squares; one that is no number has no test. */
export function testOf(ratio: number, upper: number, lower: number): Told<FisherTest> {
  if (!Number.isFinite(ratio)) return { reason: noDisagreement }
  const p = fisherTail(ratio, upper, lower)
  return { told: { ratio, degrees: [upper, lower], p } }
}

/** Between which values a variable of the F distribution is with this confidence. */
export function fisherRange(confidence: number, upper: number, lower: number): Interval {
  const tail = (1 - confidence) / 2
  return { low: 1 / fisherBound(tail, lower, upper), high: fisherBound(tail, upper, lower) }
}

/**
 * The interval of a figure that falls as an F variable rises: its bounds are the figures at the range's
 * ends, each given as a part and what it is a part of.
 */
export function intervalOver(
  range: Interval,
  figure: (f: number) => readonly [part: number, of: number],
): Told<Interval> {
  const bound = (f: number) => {
    const [part, of] = figure(f)
    return of > 0 ? part / of : Number.NEGATIVE_INFINITY
  }
  const low = bound(range.high)
  return Number.isFinite(low) ? { told: { low, high: bound(range.low) } } : { reason: tooAlike }
}

export const tooAlike: Localized = {
  en: 'The targets differ too little: what it would be divided by is not above zero',
  'zh-CN': '评价对象之间的差异过小，除数不大于零',
}

export const equalMeans: Localized = {
  en: 'All targets have the same mean: there is nothing to judge the width of an interval by',
  'zh-CN': '所有评价对象的均值相同，无法确定区间宽度',
}

export const noDisagreement: Localized = {
  en: 'The raters disagree by nothing, or next to nothing beside what the targets differ by: there is no error to judge by',
  'zh-CN': '评分者之间没有分歧，或分歧与对象差异相比微乎其微，没有误差可作依据',
}

export const tooFewDegrees: Localized = {
  en: 'The approximation has less than one degree of freedom: the targets differ too little beside the raters',
  'zh-CN': '近似分布的自由度不足 1：与评分者之间的差异相比，对象之间的差异过小',
}

export const hasHoles: Localized = {
  en: 'The table has holes: of it only the one-way forms are told',
  'zh-CN': '表中有缺失，只能给出单因素形式',
}
