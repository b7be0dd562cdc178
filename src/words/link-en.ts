import { likely, namesIn } from '../problem/index.js'
import type { LinkValues, Words } from './codes.js'
import { chainEn, placesEn, scopeEn, takenEn } from './said.js'

const unknown =
  (what: string) =>
  ({ found, known }: LinkValues['unknown-component']) =>
    [`"${found}" is no ${what} of the book`, likely(found, known)[0]] as const

/** What is wrong with a book of components, in English. */
export const linkEn = {
  'bad-days': ({ component, input, days, most }) => [
    `"${component}" reads "${input}" of ${days} days earlier`,
    `Give a whole number from 1 to ${most}`,
  ],
  'bad-levels': ({ component, input, first, last }) => [
    `"${component}" reads "${input}" of those from step ${first} to step ${last} below`,
    'Give whole numbers from 1, the first no greater than the last',
  ],
  'bad-quantile': ({ component, input, quantile }) => [
    `"${component}" reads the quantile ${quantile} for "${input}"`,
    'Give a number above 0, at most 1: 0.5 is the median',
  ],
  'bad-retro': ({ retro, most }) => [
    `${retro} is no number of periods that stay open`,
    `Give a whole number from 0 to ${most}`,
  ],
  'bad-window': ({ component, input, periods, most }) => [
    `"${component}" reads "${input}" over ${periods} periods`,
    `Give a whole number from 1 to ${most}`,
  ],
  'below-nobody': ({ component, input, below, of }) => [
    `"${component}" is of ${scopeEn(of)}, and reads "${input}" of those whose "${below}" leads up to it`,
    'Work it out of each person, or read a group by an attribute',
  ],
  'cash-reads-records': ({ component, table }) => [
    `"${component}" depends on what is paid, and reads the records of "${table}" itself: those told late would be lost`,
    'Read them in a component of its own that is not cash, and read that one with what: "due"',
  ],
  'cash-rhythm': ({ component, rhythm, runs }) => [
    `"${component}" depends on what is paid, and its period is a "${rhythm}", while runs pay each "${runs}"`,
    `Leave its period out, or make it "${runs}"`,
  ],
  'circular-components': ({ chain }) => [
    chain.length === 1
      ? `"${chain[0]}" reads itself within a period`
      : `"${chain[0]}" reads ${chainEn([...chain.slice(1), chain[0] as string])}, all within a period`,
    'Read one of them of an earlier period, with over: "before", or leave a reader out of the tag that it reads',
  ],
  'coarser-reader': ({ component, input, read, places, scale }) => [
    `"${component}" reads "${read}" for "${input}" with ${placesEn(places)}, and it has ${scale}`,
    `Round "${read}" to the ${placesEn(places)} that "${component}" reads, or read it with ${scale}`,
  ],
  'compress-without-only': ({ component, input }) => [
    `"${component}" leaves out steps for "${input}", and does not say which`,
    'Name in only the component that is not 0 for those who count as a step',
  ],
  'convert-unit': ({ component, input, unit, currency }) => [
    `"${component}" converts "${input}" to ${unit ?? 'a text'}, which is no money of the book`,
    `Declare the input as ${currency}`,
  ],
  'count-unit': ({ component, input, unit, scale }) => [
    `"${component}" declares "${input}" as ${takenEn({ unit, scale })}, and it is a number of things`,
    'Declare it as count with 0 places',
  ],
  'days-of-periods': ({ component, input, read }) => [
    `"${component}" reads "${read}" of some days earlier for "${input}", and "${read}" has values of whole periods`,
    'Say how many periods, as { "ago": 1 }; days are for records',
  ],
  'declared-apart': ({ component, kind, name, taken, other, otherwise }) => [
    `"${component}" reads the ${kind} "${name}" as ${takenEn(taken)}, and "${other}" reads it as ${takenEn(otherwise)}`,
    'Read it alike everywhere, or use two names',
  ],
  'divides-each-stretch': ({ component, input }) => [
    `"${component}" is worked out for each stretch and divided once, but "${input}" may be different in each`,
    'Divide by constants, whole days, figures and other components alone',
  ],
  'due-reads-cash': ({ component, input, chain }) => [
    chain.length === 0
      ? `"${component}" is earned, and "${input}" is what is paid of others`
      : `"${component}" is earned, and its "${input}" reads ${chainEn(chain)}, which depends on what is paid`,
    'Pay it in cash, with pays: "cash", or read what others are entitled to',
  ],
  'empty-where': ({ component, name }) => [
    `"${component}" asks nothing of "${name}"`,
    `List the texts that "${name}" may be, or give a bound of it, or leave it out`,
  ],
  'finer-grain': ({ component, input, read, of, own, say }) => [
    `"${component}" of ${scopeEn(own)} reads for "${input}" the component "${read}" of ${scopeEn(of)}`,
    say === 'as'
      ? 'Say with as how those of one person become one number, such as sum'
      : 'Say with among whose they are, and how they become one number',
  ],
  'mid-period': ({ component, from, period, first, last }) => [
    `a version of "${component}" begins on ${from}, within the period ${period} from ${first} to ${last}`,
    'Begin it with a period, or work the component out for each stretch',
  ],
  'missing-no-case': ({ component, input, missing, cases }) => [
    `"${component}" takes "${missing}" where "${input}" is missing, which its formula does not know`,
    likely(missing, cases)[0],
  ],
  'needs-missing': ({ component, input, read, unit }) => [
    `"${component}" reads an earlier "${read}" for "${input}", and does not say what holds where there is none: a number of ${unit} is not 0 then`,
    'Say it with missing',
  ],
  'no-earlier-value': ({ component, input }) => [
    `"${component}" reads "${input}" with over: "before", which only a component has`,
    'Give a window, such as { "ago": 1 } or { "last": 3, "through": "before" }',
  ],
  'no-group': ({ component, input }) => [
    `"${component}" counts "${input}" from or to the first or the last of some records, and is not worked out for groups of records`,
    'Work it out for each group of records, with by in its each, or name an attribute or a member that holds the date',
  ],
  'no-input': ({ component, input, known }) => [
    `"${component}" says where "${input}" comes from, and its formula does not read it`,
    likely(input, known)[0],
  ],
  'no-parts': ({ component, input, read, same }) => [
    `"${component}" reads "${read}" for "${input}" of records with the same ${namesIn(same).en}, and "${read}" keeps no value for each record`,
    'Work it out for each record, without retro: 0, or leave out same',
  ],
  'no-rank': ({ component, input, who }) => [
    `"${component}" reads for "${input}" those who are ${who === 'ahead' ? 'ahead' : 'level'}, and does not say in what`,
    'Name in by the component that ranks them',
  ],
  'no-record': ({ component, input }) => [
    `"${component}" reads a member of a record for "${input}", and is not worked out for records`,
    'Give it each with a record, or read an attribute or an aggregate of records',
  ],
  'no-value': ({ component, input, table }) => [
    `"${component}" reads for "${input}" some member of the records of "${table}", and does not say which`,
    'Name it in value, or count the records',
  ],
  'no-versions': ({ component }) => [
    `"${component}" has no version`,
    'Give it one at least, or leave it out',
  ],
  'not-a-name': ({ name }) => [
    `"${name}" is no name`,
    'Begin with a letter, then letters, digits, "_", "." and "-", at most 64 in all',
  ],
  'other-name': ({ component, found }) => [
    `stands under "${component}", and calls itself "${found}"`,
    'Write the same name in both places',
  ],
  'other-rhythm': ({ component, input, read, own, theirs }) => [
    `"${component}" counts back periods of "${own}" for "${input}", and "${read}" has those of "${theirs}"`,
    'Read it with over: "before", or over a window that begins on a day',
  ],
  'other-unit': ({ component, input, read, found, unit }) => [
    `"${component}" reads "${read}" for "${input}" as ${found}, and it is ${unit}`,
    `Declare the input as ${unit}; what turns it into ${found} is part of the formula`,
  ],
  'pays-nobody': ({ name, of }) => [
    `"${name}" is paid, and is of ${scopeEn(of)}`,
    'Pay people: share it among them in a component of each person',
  ],
  'pays-places': ({ name, scale, places }) => [
    `"${name}" is paid, and has ${placesEn(scale)}`,
    places === 0 ? 'Round it to whole units' : `Round it to ${placesEn(places)}`,
  ],
  'pays-unit': ({ name, unit, currency }) => [
    `"${name}" is paid, and comes to ${unit}`,
    `Let it come to ${currency}, or leave pays out`,
  ],
  'rounds-each-stretch': ({ component }) => [
    `"${component}" is worked out for each stretch, and would be rounded in each`,
    'Round or divide in the last step of the formula alone',
  ],
  'same-beside': ({ component, input, other }) => [
    `"${component}" reads "${input}" of the same records, and says ${other} too`,
    `Leave out one of the two: ${other === 'among' ? 'rows of others have other records' : 'what is paid is not told by records'}`,
  ],
  'share-below': ({ component, input }) => [
    `"${component}" shares "${input}" among those below each person: each would see other members`,
    'Share among people who have the same value of an attribute, or among all',
  ],
  'share-grain': ({ component, input, read, of, own }) => [
    `"${component}" of ${scopeEn(own)} shares "${input}" by "${read}" of ${scopeEn(of)}`,
    `Weigh and bound by components of ${scopeEn(own)}`,
  ],
  'share-of-some': ({ component, input, who }) => [
    `"${component}" shares "${input}" among ${who === 'ahead' ? 'those ahead' : 'others'}: each would see other members`,
    'Share among all, or among those who are level',
  ],
  'shorter-figure': ({ component, input, figure, period, own }) => [
    `"${component}" of each "${own}" reads for "${input}" the figure "${figure}" of a "${period}", which is shorter`,
    `Read it in a component of each "${period}", and add that one up`,
  ],
  'taken-name': ({ component, name, owner }) => [
    `"${component}" was "${name}", and so ${owner === name ? 'is a component of now' : `was "${owner}"`}`,
    'Give a name to one component alone, now and before',
  ],
  'text-from-number': ({ component, input, from }) => [
    `"${component}" takes "${input}" for a text, and a source from "${from}" gives a number`,
    'Take a text from an attribute or a member of a record',
  ],
  'time-unit': ({ component, input, count, unit, units }) => [
    `"${component}" declares "${input}" as ${unit}, and it is a number of time: ${count}`,
    `Declare it as ${namesIn(units).en.replace(', ', ' or ')}`,
  ],
  'too-many-reads': ({ reads, most }) => [
    `its components read each other ${reads} times, more than ${most}`,
    'Add up what many read in one component, and read that',
  ],
  'unknown-basis': unknown('basis'),
  'unknown-component': unknown('component'),
  'unknown-currency': ({ currency }) => [
    `"${currency}" is no currency`,
    'Give a code of ISO 4217, such as CNY',
  ],
  'unknown-rhythm': unknown('rhythm'),
  'unknown-tag': unknown('tag'),
  'versions-differ': ({ component, what }) => [
    `a version of "${component}" differs from the first in its ${what}`,
    'Keep it the same in all, or make it a component of its own',
  ],
  'versions-overlap': ({ component, from, before }) => [
    from === undefined
      ? `a later version of "${component}" has no first day`
      : before === undefined
        ? `a version of "${component}" begins on ${from}, and the one before has no end`
        : `a version of "${component}" begins on ${from}, and the one before ends on ${before}`,
    'List versions in the order of time, and end each by to, before the next begins',
  ],
} as const satisfies Partial<Words>
