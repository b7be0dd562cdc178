import { namesIn } from '../problem/index.js'
import type { RunWords } from './codes.js'

/** The problems of a run in English. */
export const runEn: RunWords = {
  'as-of-goes-back': ({ asOf, before }) => [
    `${asOf} is before ${before}, up to which the run before knew everything`,
    `Give ${before} or a later day`,
  ],
  'circle-below': ({ name, owner }) => [
    `"${name}" leads from "${owner}" back to "${owner}"`,
    `Mend the "${name}" of one of those in between`,
  ],
  'divisor-differs': ({ component }) => [
    `"${component}" divides by another number in each stretch`,
    'Divide by what is the same in the whole period, such as `whole` of the time',
  ],
  'failed-component': ({ component, owner }) => [
    `"${component}" of "${owner}" could not be worked out`,
    'Mend that first',
  ],
  'failed-member': ({ component, owner }) => [
    `"${component}" of "${owner}", who is one of the group, could not be worked out`,
    'Mend that first: the group is worked out as a whole',
  ],
  'no-date': ({ name, owner, day }) => [
    `"${name}" of "${owner}" is no date on ${day}`,
    'Write a date such as "2026-02-28"',
  ],
  'no-line': ({ component, person, period, run, known }) => [
    `"${component}" of "${person}" for ${period} has no line in the run of ${run}`,
    known.length === 0
      ? 'The run has no line of this person'
      : `Ask for one that it has: ${namesIn(known).en}`,
  ],
  'no-member': ({ table, id, member }) => [
    `the record "${id}" of ${table} has no usable "${member}"`,
    `Give "${member}" as a decimal, or leave such records out by "where"`,
  ],
  'no-rate': ({ currency, rates, owner, day }) => [
    `no rate of "${currency}" is known on ${day}, which "${owner}" needs`,
    `Give the company a decimal "${rates}.${currency}" from that day or before`,
  ],
  'no-version': ({ component, period }) => [
    `"${component}" was settled for ${period}, and no version of it covers that`,
    'Let its last version end by "to" instead of leaving it out',
  ],
  'not-in-book': ({ component, period, known }) => [
    `"${component}" was settled for ${period}, and is not in the book`,
    `End it by "to", or name it in the "was" of what it is called now: ${namesIn(known).en}`,
  ],
  'not-next-period': ({ period, before, next }) => [
    `${period} cannot follow the run of ${before}`,
    `Run ${next}, or ${before} once more`,
  ],
  'not-ranked': ({ component, by }) => [
    `"${component}" asks for a place by "${by}", and its owner has none`,
    'Pay it to those alone who are ranked',
  ],
  'openings-not-first': () => [
    'are given to a run that is not the first',
    'Give openings to the first run; later ones know what was settled',
  ],
  'other-book': ({ component, period }) => [
    `"${component}" of ${period} was worked out by other texts than those of this book`,
    'Give the book as it was when the run was made',
  ],
  'other-data': ({ component, person, period }) => [
    `"${component}" of "${person}" for ${period} was worked out from other data than these`,
    'Give the data as they were, with the day on which each change was recorded',
  ],
  'other-kind': ({ period }) => [
    `${period} is no period of the runs' rhythm`,
    "Name a period of the book's first rhythm",
  ],
  'several-lines': ({ component, person, assignments }) => [
    `"${component}" of "${person}" has a line for each of several assignments`,
    `Name the assignment: ${namesIn(assignments).en}`,
  ],
  'nothing-moves': ({ person, over }) => [
    `nothing that "${person}" is paid for the period follows "${over}"`,
    'Name a figure that a component reads, or a record of the person and a member that is added up',
  ],
  'parts-differ': ({ component, owner, period }) => [
    `what each record had of "${component}" of ${owner} in ${period} can no longer be told: by its present text it comes to another sum than was settled`,
    'Put the text of that version back, and write the new one as a version of its own',
  ],
  'several-totals': ({ component }) => [
    `"${component}" is divided, and is not the same for all who share it`,
    'Divide what belongs to the whole group',
  ],
  'several-values': ({ name, owner, day }) => [
    `"${owner}" has several values of "${name}" on ${day}`,
    "Write `of: 'assignment'`, or read what is the same in all posts and groups",
  ],
  'share-waits': ({ component, owners }) => [
    `"${component}" owes a correction to one who shares it, and cannot be written for ${namesIn(owners).en}`,
    'Mend or include them: a division is corrected for all its members in one run',
  ],
  'unclear-assignment': ({ table, id }) => [
    `the record "${id}" of ${table} names no assignment, and its person has several that day`,
    'Name the assignment in the record',
  ],
  'unread-figure': ({ figure, period, given, known }) => [
    `"${figure}" is given for ${period} (${given} in all), and no component reads it`,
    known.length === 0
      ? 'Leave it out: the book reads no figure'
      : `Leave it out, or use one of: ${namesIn(known).en}`,
  ],
  'vanished-figures': ({ figures, period }) => [
    `figures of ${period} are no longer given: ${namesIn(figures).en}`,
    'Give them again, or take them away by "void"',
  ],
  'vanished-records': ({ table, before, now, period }) => [
    `${before - now} of ${before} records of ${table} of ${period} ${before - now === 1 ? 'is' : 'are'} no longer given`,
    'Give them again, or take them away by "void"',
  ],
  'version-changed': ({ component, period }) => [
    `news reaches ${period}, which is closed, and the text of "${component}" is not the one it was settled by`,
    'Put the text of that version back, and write the new one as a version of its own',
  ],
}
