import { likely, namesIn } from '../problem/index.js'
import type { CreditWords } from './credit-codes.js'
import { chainEn } from './said.js'

/** The problems of deals and credits in English. */
export const creditEn: CreditWords = {
  'asks-nothing': ({ name }) => [
    `asks nothing of "${name}"`,
    `List the texts that "${name}" may be, or give a bound of it, or leave it out`,
  ],
  'bad-part': ({ part }) => [
    `"${part}" is no part of a whole`,
    'Give a share above 0 that is at most 1',
  ],
  'circular-roll-up': ({ chain }) => [
    chain.length === 1
      ? `"${chain[0]}" rolls up itself`
      : `"${chain[0]}" rolls up ${chainEn([...chain.slice(1), chain[0] as string], 'which rolls up')}`,
    'Let one of them roll up a credit by rules or by touches',
  ],
  'figure-unit': ({ figure, unit }) => [
    `"${figure}" is ${unit}, and such numbers of several events do not add up`,
    'Give what it is worked out from, such as an amount or a number of things, and work it out in a formula',
  ],
  'lists-nothing': ({ member }) => [`"${member}" lists nothing`, 'Give one at least'],
  'missing-coalition': ({ channels }) => [
    `says nothing of the worth of ${channels.join(' + ')} together`,
    'Give the worth of every set',
  ],
  'negative-contribution': ({ channel }) => [
    `"${channel}" takes away more than it brings`,
    'A larger set should be worth no less',
  ],
  'no-attribute': ({ name }) => [
    `"${name}" is no attribute of a deal`,
    'Name an attribute; what a document says of itself can be read where the credit follows documents, such as "invoice"',
  ],
  'no-weight': () => [
    'gives a sale of two touches no weight',
    'Give the first or the last touch a weight above zero',
  ],
  'not-a-table': () => [
    'is no CSV table with a header of distinct names',
    'Give a header line, and close every quote; quotes inside a cell are doubled',
  ],
  'repeated-coalition': () => [
    'the worth of this set is already known',
    'Give each set once, and leave out the empty one: it is worth nothing',
  ],
  'repeated-rate': ({ from, to }) => [
    `${from} to ${to} is duplicated`,
    'Put the rates of a pair into one history',
  ],
  'reserved-name': ({ name }) => [
    `"${name}" is what each credit calls something of its own`,
    'Choose another name, which does not begin with "own."',
  ],
  'same-person': ({ person }) => [
    `transfers from "${person}" to the same person`,
    'Name who receives it, or leave it out',
  ],
  'stray-quote': () => [
    'has a quote that does not enclose a cell',
    'Quote the whole cell, and double the quotes inside it',
  ],
  'taken-by-figure': ({ name }) => [
    `"${name}" is an attribute here, and a figure by the rules of crediting`,
    'Give one of them another name',
  ],
  'too-many-channels': ({ found, most }) => [
    `has ${found} channels, more than ${most}`,
    'Put small channels together',
  ],
  'unknown-figure': ({ found, known }) => [
    `"${found}" is no figure of the rules of crediting`,
    likely(found, known)[0],
  ],
  'unknown-owners': ({ found, known, credit }) => [
    `the credit "${credit}" asks the table "${found}" of owners, which is not given`,
    likely(found, known)[0],
  ],
  'wrong-cells': ({ found, expected }) => [
    `has ${found} cells, the header has ${expected}`,
    'Quote cells that hold a comma',
  ],
  'wrong-sign': ({ kind, value, figure }) => [
    figure === undefined
      ? `${value} has the wrong sign for an event of kind "${kind}"`
      : `${value} has the wrong sign for "${figure}" of an event of kind "${kind}"`,
    figure === undefined
      ? 'Orders and invoices are zero or more, refunds and cancellations zero or less'
      : 'Let it have the sign of the amount, or allow any in the rules of crediting with sign: "any"',
  ],
  'below-zero': ({ deal, event, measure, value }) => [
    `"${measure}" of the deal "${deal}" falls to ${value} with the event "${event}"`,
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
