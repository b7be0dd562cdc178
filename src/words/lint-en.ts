import { likely } from '../problem/index.js'
import type { Words } from './codes.js'

/** What is found in a book, alone or beside its data, in English. */
export const lintEn = {
  'not-a-period-of': ({ found, rhythm, example }) => [
    `"${found}" is no period of the rhythm "${rhythm}"`,
    `Name one as in "${example}"`,
  ],
  'paid-in-full': ({ component }) => [
    `"${component}" may be due for some days of a period alone, and is paid in full for them`,
    'Read the days, part over whole, or leave it as it is if the full amount is meant',
  ],
  'unknown-attribute': ({ found, component, known }) => [
    `"${component}" reads the attribute "${found}", which nobody has`,
    likely(found, known)[0],
  ],
  'outside-employment': ({ person, id, day, more }) => [
    `"${person}" is not employed on ${day}, the day of "${id}"${more === 0 ? '' : `; records of such days: ${more + 1}`}`,
    'It counts for nobody: correct the employment, or say whose it is',
  ],
  'unknown-member': ({ found, component, known }) => [
    `"${component}" asks for "${found}", which no record of the table has`,
    likely(found, known)[0],
  ],
  'unknown-person': ({ found, known }) => [
    `nobody is given by the name "${found}"`,
    likely(found, known)[0],
  ],
  'unknown-table': ({ found, component, known }) => [
    `"${component}" reads records of "${found}", and there is no such table`,
    likely(found, known, ['Give it, empty where nothing happened', ''])[0],
  ],
  'unknown-text': ({ found, component, member, known }) => [
    `"${component}" asks for "${found}" as "${member}", which no record of the table says`,
    likely(found, known)[0],
  ],
  'unknown-value': ({ component, name, found, known }) => [
    `"${component}" is for those whose "${name}" is "${found}", and nobody's is`,
    likely(found, known)[0],
  ],
  'unread-reason': ({ found, component, known }) => [
    `"${component}" says why it may read "${found}", and does not read it`,
    likely(found, known, ['Leave the reason out', ''])[0],
  ],
  'unused-component': ({ component }) => [
    `no line needs "${component}"`,
    'Pay it, read it, or leave it out',
  ],
} as const satisfies Partial<Words>
