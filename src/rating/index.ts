export { type Blend, type Blended, blend, parseBlend } from './blend.js'
export type { BlendPolicy } from './blend-schema.js'
export {
  type CollectedRatings,
  collectRatings,
  type ExcludedRating,
  type Verdict,
} from './collect.js'
export {
  type CorrectedRating,
  type CorrectedRatings,
  correctRatings,
  type RaterLeniency,
} from './correct.js'
export { outliers, type RatingSign, reciprocity, straightLining } from './detect.js'
export { type AlphaMetric, krippendorffAlpha } from './reliability/alpha.js'
export { type AlphaInterval, krippendorffInterval } from './reliability/alpha-interval.js'
export {
  type IntraclassCorrelations,
  type IntraclassForm,
  intraclassCorrelations,
} from './reliability/intraclass.js'
export {
  type IntraclassIntervals,
  intraclassIntervals,
} from './reliability/intraclass-intervals.js'
export type {
  FisherTest,
  Interval,
  JudgedCorrelation,
} from './reliability/judged.js'
export { trimmedMean, winsorizedMean } from './robust-mean.js'
export {
  type Participants,
  parseParticipants,
  parseRatingPolicy,
  parseRatings,
  type Rating,
  type RatingPolicy,
} from './schema.js'
