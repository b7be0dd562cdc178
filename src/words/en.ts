import { likely, namesIn } from '../problem/index.js'
import { buildEn } from './build.js'
import type { Words } from './codes.js'
import { linkEn } from './link-en.js'
import { lintEn } from './lint-en.js'
import { runEn } from './run-en.js'

/** The problems of the pay core in English. */
export const en: Words = {
  ...buildEn,
  ...linkEn,
  ...lintEn,
  ...runEn,
  'changed-run': ({ period, number }) => [
    `run ${number} of ${period} is not what its digest was made of: it was changed`,
    'Give the run as it was stored',
  ],
  'credited-table': ({ table }) => [
    `"${table}" is written by crediting, and given as a table of records too`,
    'Give the deals alone, or call the table otherwise',
  ],
  'employments-overlap': ({ from, before }) => [
    `the employment from ${from} begins before the one from ${before} has ended`,
    'End the earlier one by "to", or take one away by "void"',
  ],
  'misspelt-member': ({ name, near }) => [
    `"${name}" is a member of the record's own, and holds what "${near}" would`,
    `Perhaps "${near}" was meant; if not, choose another name`,
  ],
  'not-beside': ({ member, kind }) => [
    `"${member}" says nothing beside "${kind}"`,
    `Leave it out, or replace "${kind}" by what it goes with`,
  ],
  'nothing-there': ({ input, source, owner, day, near }) => [
    `"${input}" has no value: ${source} of ${owner} on ${day} is not given`,
    near === undefined
      ? 'Give it, or say in the source what holds where it is missing'
      : `"${near}" is given, and nothing reads it: call it "${source}"`,
  ],
  'below-least': ({ source, owner, day, value, least }) => [
    `"${source}" of ${owner} on ${day} is ${value}, less than ${least}`,
    `Give ${least} or more: what is taken off is an adjustment, or a deduction`,
  ],
  'one-of': ({ members, given }) => [
    given.length === 0
      ? `needs one of: ${members.join(', ')}`
      : `can have only one of: ${given.join(', ')}`,
    'Give exactly one of them',
  ],
  'said-otherwise': ({ member, found, expected }) => [
    `is "${found}", while the policy says "${expected}"`,
    `Leave "${member}" out: the policy says it already`,
  ],
  'terms-by-other-periods': ({ found, kind, terms }) => [
    `"${found}" is a rhythm of the kind "${kind}", and the terms are by "${terms}"`,
    'Name a rhythm of the kind that the terms have, or change the terms',
  ],
  'told-twice': ({ key, recorded }) => [
    recorded === ''
      ? `"${key}" is given twice`
      : `"${key}" is given twice as recorded on ${recorded}`,
    'Keep the one that holds, or say in "recorded" which became known later',
  ],
  'test-failed': ({ name, pays, found }) => [
    `the test "${name}" expects ${pays}, and ${found} is what it comes to`,
    'Mend the terms, or the test',
  ],
  'two-writers': ({ component, policies }) => [
    `the component "${component}" is written by two policies: ${policies.join(', ')}`,
    'Call one of the policies otherwise',
  ],
  'unknown-assignment': ({ assignment, known }) => [
    `the person has no assignment "${assignment}"`,
    known.length === 0
      ? 'Add the assignment, or leave it out here'
      : `Add the assignment, or use one of: ${namesIn(known).en}`,
  ],
  'unknown-kind': ({ found, known }) => [
    `no kind of policy is called "${found}"`,
    likely(found, known)[0],
  ],
  'unknown-tested': ({ found, known }) => [
    `the policy writes no component "${found}" in this version`,
    likely(found, known)[0],
  ],
}
