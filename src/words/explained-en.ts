import { namesIn } from '../problem/index.js'
import type { Explained, Taking } from './explained.js'

const takings = {
  sum: 'Sum',
  count: 'Number',
  distinct: 'Number of different values',
  most: 'Greatest',
  least: 'Least',
  first: 'First',
  last: 'Last',
} as const

function taken(as: Taking): string {
  return typeof as === 'object' ? `Quantile ${as.quantile}` : takings[as]
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** What explanations of pay say in English. */
export const explainedEn: Explained = {
  of: (label, ...details) => [label, ...details].join(', '),
  called: (name, ...details) => `${name} (${details.join(', ')})`,
  tagged: (tag) => `all of "${tag}"`,
  counting: (label) => `number with ${label}`,
  days: ({ from, to }) => {
    if (from === to) return to
    return from === undefined ? `up to ${to}` : `${from} to ${to}`
  },
  list: (texts) => texts.join(', '),

  corrected: 'corrected',
  unchanged: 'settled before',
  later: (period) => `paid in ${period}`,
  settlement: (entitled, settled, amount) =>
    `Entitled ${entitled}, settled before ${settled}, amount ${amount}`,
  why: (why) => `Reason: ${why}`,
  changedVersion: 'The rule was changed since this was settled',
  beforeFirst:
    'Of a period before the first run: what was brought along, and what changed in it since',
  withheld: 'withheld',
  settled: (amount) => `Settled before: ${amount}, which stands`,

  noRow: (period) => `No day of ${period} counts for it any more`,
  stands: 'As it was first worked out: it stands',
  added: (rows) => `${counted(rows, 'part', 'parts')}, added up`,
  line: (label, amount) => `${label}: ${amount}`,
  part: (amount) => `Its part of the rounded sum: ${amount}`,
  more: (count) => `and ${count} more`,
  nothing: (count) => (count === 1 ? '1 more comes to nothing' : `${count} more come to nothing`),
  above: 'Told in full above',
  cutOff: 'Not explained further here: the explanation would grow too long',

  attribute: (name, from) => `"${name}" as it holds since ${from}`,
  rate: (name, rate, from) => `Converted at ${rate}: ${name} since ${from}`,
  missing: 'Nothing is given: this is what the rule says for that',
  none: 'There is none',
  figure: (name, period) => `"${name}" of ${period}`,
  given: (name, period) => `"${name}" of ${period} is given`,
  notGiven: (name) => `"${name}" is not given`,
  counted: {
    present: (days) => `Days present, ${days}`,
    absent: (days) => `Days absent, ${days}`,
    part: (days) => `Days that are paid, ${days}`,
    whole: (days) => `All days, ${days}`,
  },
  outOf: (days, whole) => `${days} out of ${whole}`,
  basis: (name) => `Counted by "${name}"`,
  kinds: (kinds) =>
    kinds.length === 0
      ? 'Whatever the absences'
      : `Only absences of these kinds: ${namesIn(kinds).en}`,
  away: (kind, days, part) =>
    `Away (${kind}) ${days}${part === undefined ? '' : `, ${part} of each day`}`,
  service: {
    months: (from, to) => `Full months from ${from} to ${to}`,
    years: (from, to) => `Full years from ${from} to ${to}`,
  },
  onItsDay: 'Each is full on the day of the month on which the first began',
  inYear: {
    month: (day) => `The month of the year that ${day} lies in`,
    quarter: (day) => `The quarter of the year that ${day} lies in`,
  },
  member: (name, records) =>
    records.length === 1
      ? `"${name}" of ${records[0]}`
      : `"${name}", the same in ${namesIn(records).en}`,
  records: (table, count, as, value) => {
    const records = `${counted(count, 'record', 'records')} of ${table}`
    if (value === undefined) return records
    return `${taken(as)} of "${value}" in ${records}`
  },
  within: (days) => `Counted ${days}`,
  where: (conditions) => `Only where ${conditions.join(' and ')}`,
  condition: (name, wanted) => `"${name}" is ${namesIn(wanted).en}`,
  bounded: (name, bounds) => `"${name}" is ${bounds.join(' and ')}`,
  bounds: {
    atLeast: (bound) => `at least ${bound}`,
    above: (bound) => `above ${bound}`,
    atMost: (bound) => `at most ${bound}`,
    below: (bound) => `below ${bound}`,
  },
  between: ({ from, to }) =>
    [
      ...(from === undefined ? [] : [`from ${from} on`]),
      ...(to === undefined ? [] : [`until ${to}`]),
    ].join(', '),
  same: (names) => `Only those of the same ${namesIn(names).en}`,
  everybody: 'Of everybody',
  record: (id, day, value) => `${id}, ${day}${value === undefined ? '' : `: ${value}`}`,

  recorded: 'As an earlier run settled it',
  alike: 'What it came to for records like these',
  workedOut: 'Worked out from what this run knew',
  brought: 'Of a period before the first run',
  paid: (days) => `What the payments of ${days} come to`,
  taken: (as) => `${taken(as)} of these`,
  among: (as, component, members, group) => {
    const what =
      as === 'count' ? `Number of those with ${component}` : `${taken(as)} of ${component}`
    return `${what}, ${counted(members, 'member', 'members')} of ${group}`
  },
  who: {
    others: () => 'All but oneself',
    ahead: (by) => `Only those ahead by ${by}`,
    level: (by) => `Only those level by ${by}`,
  },
  only: (component) => `Only those whose ${component} is not 0`,
  moment: 'their moment',
  place: (place) => `Place ${place}`,
  company: 'the company',
  group: (value) => `"${value}"`,
  below: (name) => `those below by "${name}"`,
  own: 'the same person',
  share: (total, weight, members, group) =>
    `Share of ${total} by ${weight}, ${counted(members, 'member', 'members')} of ${group}`,
}
