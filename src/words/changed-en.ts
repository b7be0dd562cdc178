import type { Changed, PartPlace } from './changed.js'

const where = ({ from, to, record }: PartPlace) => {
  const days = from === to ? from : `${from} to ${to}`
  return record === undefined ? days : `${record}, ${days}`
}
const version = (from: string) => (from === '' ? 'first version' : `version from ${from}`)

/** What explanations of a change say in English. */
export const changedEn: Changed = {
  title: (name) => `${name}: change of pay`,
  from: (before, after) => `From ${before} to ${after}`,
  same: 'No line changes',
  of: (label, ...details) => `${label} (${details.join(', ')})`,
  only: (which, withheld) =>
    ({
      before: withheld ? 'Withheld now, and paid before' : 'Paid before alone',
      after: withheld ? 'Withheld before, and paid now' : 'Paid now alone',
    })[which],
  text: (from) => `The ${version(from)} has another text`,
  version: (place, before, after) =>
    `${where(place)}: the ${version(after)} instead of the ${version(before)}`,
  input: (place, input, before, after) => {
    const change =
      before === undefined
        ? `${after} is read now`
        : after === undefined
          ? `${before} is no longer read`
          : `from ${before} to ${after}`
    return `${where(place)}: ${input} ${change}`
  },
  part: (place, which, amount) =>
    ({
      before: `${where(place)}: no longer worked out, was ${amount}`,
      after: `${where(place)}: worked out now, ${amount}`,
    })[which],
  settled: (before, after) => `Settled before: ${after} instead of ${before}`,
  elsewhere: 'By what others have, or by the text of what it is made of',
}
