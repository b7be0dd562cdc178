import type { Of, ProofWords } from './chain-codes.js'

const of = ({ component, owner, period }: Of) => `"${component}" of "${owner}" for ${period}`
const untouched = 'Give the run as it was stored'
const changed = 'The run was changed after it was made; compare it with a copy kept elsewhere'

/** The problems of proof in English. */
export const proofEn: ProofWords = {
  'before-differs': ({ found, expected }) => [
    `is the run "${found}", and the run follows "${expected}"`,
    'Give the very run that this one was settled with',
  ],
  'before-in-currency': ({ found, expected }) => [
    `is ${found}, while the book pays ${expected}`,
    'Keep a chain of runs for each currency',
  ],
  'before-in-rhythm': ({ found, expected }) => [
    `is "${found}", while the book runs by "${expected}"`,
    'Keep the rhythm of the runs the first one of the book',
  ],
  'before-of-days': ({ period, found, from, to }) => [
    `has ${found} in ${period}, which is ${from} to ${to} in the calendar of the book`,
    'Settle by the calendar that the runs before were settled by',
  ],
  'before-of-periods': ({ period, rhythm }) => [
    `has ${period}, which is no "${rhythm}" of the book`,
    'Settle by the rhythms and calendars that the runs before were settled by',
  ],
  'carried-differs': ({ found, expected }) => [
    `is ${found}, while the run before carries ${expected}`,
    changed,
  ],
  'earlier-period': ({ period, before }) => [
    `is ${period}, which does not come after ${before}`,
    'Give the runs in the order in which they were settled',
  ],
  'forked-chain': ({ run }) => [
    `follows the run [${run}], which another one follows already`,
    'Keep the branch that was paid, and settle the other one anew',
  ],
  'knows-less': ({ asOf, before }) => [
    `is ${asOf}, while the run before knew everything up to ${before}`,
    'Give the runs in the order in which they were settled',
  ],
  'lost-settlement': (key) => [`no longer holds ${of(key)}, which was settled before`, changed],
  'more-differences': ({ told }) => [
    `differs in more places than the ${told} above`,
    'Mend those first, then verify it again',
  ],
  'no-before': () => [
    'is missing: without the run before, all that it settled would be paid again',
    "Give the run before, or 'first' where this is the first of all",
  ],
  'no-runs': () => ['holds no run', 'Give the runs that lead to the trusted digest'],
  'not-carried': (key) => [`${of(key)} is in the run, and not in what it carries on`, changed],
  'not-difference': ({ found, entitled, settled, expected }) => [
    `is ${found}, while ${entitled} less ${settled} is ${expected}`,
    changed,
  ],
  'not-the-first': () => [
    'names a run before the first one of the chain',
    'Give the chain from its first run on, or the trusted digest of the run that it begins with as `root`',
  ],
  'not-the-head': ({ found, expected }) => [
    `"${found}" is not the trusted digest of the last run, "${expected}"`,
    'The end was cut off, or runs were written anew: compare them with copies kept elsewhere',
  ],
  'not-the-root': ({ found, expected }) => [
    `"${found}" is not the trusted digest of the first run, "${expected}"`,
    'The beginning was cut off, or runs were written anew: compare them with copies kept elsewhere',
  ],
  'number-differs': ({ found, expected, period }) => [
    `is ${found}, while this is run ${expected} of ${period}`,
    'Give every run of the period, each once and in order',
  ],
  'other-before': ({ found, expected }) => [
    `names "${found}", while the run before is "${expected}"`,
    'Give every run, each once and in order',
  ],
  'other-book-digest': ({ found, expected }) => [
    `is "${found}", while the book given is "${expected}"`,
    'Give the book as it was when the run was made; what follows is by the one given',
  ],
  'other-currency': ({ found, expected }) => [
    `is ${found}, while the run before is in ${expected}`,
    'Keep a chain for each currency',
  ],
  'other-digest': ({ found, expected }) => [
    `is "${found}", while the content gives "${expected}"`,
    changed,
  ],
  'other-format': ({ found }) => [
    `${found} is no format of runs that this version reads`,
    'Read it with the version of the library that made it, or a later one',
  ],
  'other-rhythm': ({ found, expected }) => [
    `is "${found}", while the run before pays by "${expected}"`,
    'Keep a chain for each rhythm',
  ],
  overdrawn: ({ settled, value, component, group }) => [
    `${settled} of "${component}" ${group === '' ? 'is' : `of ${group} is`} settled, and there is ${value} to divide`,
    changed,
  ],
  'paid-and-withheld': (key) => [`${of(key)} is withheld, and has a line`, changed],
  'paid-differs': ({ found, expected, ...key }) => [
    `is ${found}, while the lines of ${of(key)} come to ${expected}`,
    changed,
  ],
  'parts-add-up': ({ found, expected }) => [
    `come to ${found}, and their line is entitled to ${expected}`,
    changed,
  ],
  'period-left-out': ({ period, before, next }) => [
    `is ${period}, and ${next} was never run after ${before}`,
    'Give the runs that stand between',
  ],
  'repeated-line': (key) => [`${of(key)} is duplicated in this run`, changed],
  'repeated-run': ({ run }) => [`is the run [${run}] again`, 'Give each run once'],
  'repeated-settlement': (key) => [`${of(key)} is duplicated in what the run carries on`, changed],
  'says-otherwise': ({ says, gives }) => [
    `says ${says}, while the book and the data give ${gives}`,
    'Give the book and the data as they were known on that day; otherwise the run was changed',
  ],
  'says-too-little': ({ gives }) => [
    `is missing, while the book and the data give ${gives}`,
    'Give the book and the data as they were known on that day; otherwise the run was changed',
  ],
  'says-too-much': ({ says }) => [
    `says ${says}, while the book and the data give nothing`,
    'Give the book and the data as they were known on that day; otherwise the run was changed',
  ],
  'settled-differs': ({ found, expected, ...key }) => [
    `is ${found}, while the runs before settled ${expected} of ${of(key)}`,
    changed,
  ],
  'settled-unlike-lines': ({ found, expected, ...key }) => [
    `is ${found}, while the lines of ${of(key)} come to ${expected}`,
    changed,
  ],
  'unread-book': () => ['is no book that was read', 'Read it with `parseBook`, or build it'],
  'unread-data': () => ['are no data that were read', 'Read them with `parseData`'],
  'unlisted-run': ({ period }) => [
    `knows of a run of ${period} that is not given here`,
    'Give every run, each once and in order',
  ],
  'unpaid-settlement': ({ amount, ...key }) => [
    `says that ${amount} of ${of(key)} is settled, and no line pays it`,
    untouched,
  ],
}
