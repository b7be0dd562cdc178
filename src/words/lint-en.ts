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
  'paid-twice': ({ component, other }) => [
    `"${component}" pays the same as "${other}", for the same people and records`,
    'Leave one of them out, or say what tells them apart',
  ],
  'pay-falls': ({ component, from, highest, lost, to }) => [
    `beyond ${from}, more pays ${lost === undefined ? 'less' : `up to ${lost} less`} than the ${highest} there, by what "${component}" does; ${
      to === undefined ? 'nothing makes it up' : `only ${to} makes it up`
    }`,
    'Let it take no more than what is beyond the bound',
  ],
  'pay-held': ({ component, input }) => [
    input === ''
      ? `which records "${component}" is worked out for may change with the number, and was left as it is`
      : `"${input}" of "${component}" may change with the number, and was left as it is`,
    'Compare runs of other data before you rely on the findings',
  ],
  'pay-jumps': ({ component, at, before, after }) => [
    `all pay jumps from ${before} to ${after} at ${at}, by what "${component}" does`,
    'Make more and smaller steps, or accept it',
  ],
  'pay-stands-still': ({ component, earned, from, to }) => [
    `from ${from} ${to === undefined ? 'on' : `to ${to}`}, "${component}" takes all that "${earned}" pays for more`,
    'Leave some of it, or let what is earned come on top',
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
  'versions-apart': ({ component, from, to }) => [
    `"${component}" has no version from ${from} to ${to}`,
    'Begin the later version sooner, or leave it as it is if nothing is meant to hold between them',
  ],
} as const satisfies Partial<Words>
