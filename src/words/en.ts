import { likely } from '../problem/index.js'
import type { Words } from './codes.js'
import { linkEn } from './link-en.js'

/** The problems of the pay core in English. */
export const en: Words = {
  ...linkEn,
  'not-a-period-of': ({ found, rhythm, example }) => [
    `"${found}" is no period of the rhythm "${rhythm}"`,
    `Name one as in "${example}"`,
  ],
  'nothing-there': ({ input, source, owner, day }) => [
    `"${input}" has no value: ${source} of ${owner} on ${day} is not given`,
    'Give it, or say in the source what holds where it is missing',
  ],
  'paid-in-full': ({ component }) => [
    `"${component}" is due for some days of a period, and is paid in full for them`,
    'Read the days, part over whole, or leave it as it is if the full amount is meant',
  ],
  'unknown-assignment': ({ found, person, known }) => [
    `"${person}" has no assignment "${found}"`,
    likely(found, known)[0],
  ],
  'unknown-attribute': ({ found, component, known }) => [
    `"${component}" reads the attribute "${found}", which nobody has`,
    likely(found, known)[0],
  ],
  'unknown-person': ({ found, known }) => [`nobody is called "${found}"`, likely(found, known)[0]],
  'unknown-table': ({ found, component, known }) => [
    `"${component}" reads records of "${found}", and there is no such table`,
    likely(found, known, ['Give it, empty where nothing happened', ''])[0],
  ],
  'unused-component': ({ component }) => [
    `no line needs "${component}"`,
    'Pay it, read it, or leave it out',
  ],
}
