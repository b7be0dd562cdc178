import type { Words } from './codes.js'
import { linkEn } from './link-en.js'

/** The problems of the pay core in English. */
export const en: Words = {
  ...linkEn,
  'nothing-there': ({ input, source, owner, day }) => [
    `"${input}" has no value: ${source} of ${owner} on ${day} is not given`,
    'Give it, or say in the source what holds where it is missing',
  ],
}
