export { canonicalJson } from './canonical.js'
export { byCodePoints } from './code-points.js'
export { digestOf } from './digest.js'
export { likely, repeatedId, repeatedIds, repeatedTexts, unknownName } from './entries.js'
export { type Label, type Locale, type Localized, labelIn } from './localized.js'
export { isName } from './name.js'
export { nearest } from './nearest.js'
export {
  anything,
  checkOptions,
  choice,
  flag,
  having,
  list,
  type Members,
  number,
  type Option,
  optional,
  options,
  record,
  text,
  whole,
} from './options.js'
export {
  at,
  describeProblems,
  fail,
  type Hint,
  isPolicyError,
  PolicyError,
  type Problem,
  problem,
  problemsOf,
  refuse,
  under,
} from './policy-error.js'
export { namesIn, shown, visible } from './readable.js'
export { type Hashing, hashing, hmacSha256, sha256 } from './sha256.js'
export { choiceHints, formatHints, tooDeep } from './shape-problems.js'
