import { likely } from '../problem/index.js'
import type { DisclosureWords } from './disclosure-codes.js'

const stored = 'Ask for the view again, and compare the root with the one that was published'

/** The problems of what is disclosed in English. */
export const disclosureEn: DisclosureWords = {
  'circle-of-managers': ({ name, person }) => [
    `"${name}" leads from "${person}" up to "${person}"`,
    `Mend the "${name}" of one of those in between`,
  ],
  'forged-value': ({ what }) => [
    `"${what}" is not what its hash was made of: it was changed`,
    stored,
  ],
  'left-out': ({ what, audience }) => [
    `"${what}" is not shown, while "${audience}" sees it`,
    'Ask for the whole view',
  ],
  'left-out-line': ({ audience }) => [
    `is not shown, while "${audience}" sees every line`,
    'Ask for the whole view: a line may be left out here',
  ],
  'names-no-lines': () => ['names no lines', 'List components or tags, or say "all"'],
  'no-access': ({ of }) => [
    `may not see the statement of "${of}"`,
    'Give a role that "access.roles" has an audience for, or somebody who is above them',
  ],
  'not-its-book': ({ period, number }) => [
    `run ${number} of ${period} was worked out by another book`,
    'Give the book of the run: it says what tells of others',
  ],
  'other-totals': () => ['are not what the lines add up to', stored],
  'shows-more': ({ what, audience }) => [
    `"${what}" is shown, while "${audience}" does not see it`,
    'Tell whoever disclosed it',
  ],
  'taken-audience': ({ name }) => [`"${name}" is an audience of every book`, 'Choose another name'],
  'told-place': ({ node, times }) => [
    times === 'twice'
      ? `node "${node}" is told twice, by itself and by what is below it`
      : `nothing tells of node "${node}"`,
    times === 'twice' ? stored : 'Ask for the whole view: a line may be left out here',
  ],
  'unknown-audience': ({ found, known }) => [
    `"${found}" is nobody to whom a statement is shown`,
    likely(found, known)[0],
  ],
  'weak-key': ({ least }) => [
    `is shorter than ${least} characters: it could be guessed, and with it everything that is hidden`,
    'Draw one by a random generator made for secrets, such as 64 hexadecimal digits, and keep it as one',
  ],
  'wrong-root': ({ period, number }) => [
    `is not part of what that root was made of, as run ${number} of ${period}`,
    'Compare the root with the one that was published for this run; if it is the same, something was changed here',
  ],
}
