export { type BookOptions, book, type ComponentOptions, component, matching } from './build.js'
export {
  amount,
  attribute,
  days,
  figure,
  member,
  monthOfYear,
  quarterOfYear,
  records,
  service,
  tagged,
} from './read.js'
export type { Naming, TextInput } from './sourced.js'
