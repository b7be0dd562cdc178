import type { Words } from './codes.js'

/** The problems of the pay core in English. */
export const en: Words = {
  'no-source': ({ component, input }) => [
    `"${component}" reads "${input}", which has no source`,
    `Say in its reads where "${input}" comes from`,
  ],
  'nothing-there': ({ input, source, owner, day }) => [
    `"${input}" has no value: ${source} of ${owner} on ${day} is not given`,
    'Give it, or say in the source what holds where it is missing',
  ],
  'two-sources': ({ component, input }) => [
    `"${component}" reads "${input}" from two sources`,
    'Give one of them another name with `input`',
  ],
}
