import { likely, namesIn } from '../problem/index.js'
import type { CreditWords } from './credit-codes.js'

/** The problems of deals and credits in English. */
export const creditEn: CreditWords = {
  'below-zero': ({ deal, event, measure, value }) => [
    `the ${measure} of the deal "${deal}" falls to ${value} by the event "${event}"`,
    'Take back no more than there is, or list such deals with belowZero: "list"',
  ],
  'circle-above': ({ name, owner }) => [
    `"${name}" leads up from "${owner}" back to "${owner}"`,
    `Mend the "${name}" of one of those in between`,
  ],
  'conflicting-event': ({ id, before, now }) => [
    `the event "${id}" is known with other content: ${before}, now ${now}`,
    'Record a correction as an event of its own: the ledger only grows',
  ],
  'endless-chain': ({ event }) => [
    `the event "${event}" comes back to itself by its chain of events`,
    'Let "of" name an earlier event',
  ],
  'mixed-shares': ({ of, day }) => [
    `some owners of "${of}" on ${day} have a share, and others a weight`,
    'Give all of them shares, or all of them weights',
  ],
  'no-conversion': ({ from, to, day }) => [
    `${from} has no rate to ${to} on ${day}`,
    'Add a rate that begins by then',
  ],
  'not-whole': ({ deal, credit, share }) => [
    `the shares of the deal "${deal}" make ${share} of the credit "${credit}"`,
    'Make them add up to exactly 1, or allow other sums with shares: "any"',
  ],
  'nothing-to-transfer': ({ event, from, known }) => [
    `the event "${event}" transfers from "${from}", who holds nothing of the deal`,
    known.length === 0
      ? 'Leave it out: nobody holds anything of it'
      : `Transfer from one who holds something: ${namesIn(known).en}`,
  ],
  'repeated-event': ({ id }) => [
    `the event "${id}" is duplicated`,
    'Give each event an id of its own',
  ],
  uncredited: ({ deal, credit, event }) => [
    `nobody gets the credit "${credit}" of the deal "${deal}", which the event "${event}" begins`,
    'Add a rule or an owner for it, list such deals with unowned: "list", or name who gets them',
  ],
  'unknown-credit': ({ found, known }) => [
    `"${found}" is no kind of credit`,
    likely(found, known)[0],
  ],
  'unknown-original': ({ event, of }) => [
    `the event "${event}" is of "${of}", which is not in the ledger`,
    'Add that event, or mend its id',
  ],
  'untold-figure': ({ event, figure }) => [
    `the event "${event}" changes a deal that has the figure "${figure}", and does not say by how much that changes`,
    'Give the figure with its sign, "0" where it stays as it is',
  ],
}
