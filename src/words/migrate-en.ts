import type { MigrateWords } from './migrate-codes.js'

/** What a migration changed, in English. */
export const migrateEn: MigrateWords = {
  'adjustments-table': ({ policy }) =>
    `adjustments are now records of the table "adjustments", which the policy "${policy}" pays: the same record told twice pays nothing`,
  'adjusted-after': ({ count, first }) =>
    `${count} adjustments of people who had left are now of the last day of their employment, such as ${first}`,
  'attribute-left-out': ({ count, first }) =>
    `${count} empty attributes of events were left out, such as ${first}`,
  'ends-later': ({ found, now }) =>
    `ended on ${found} within a period that it paid to its end: it now ends on ${now}`,
  'figure-left-out': ({ count, first }) =>
    `${count} figures that no plan measures, or of periods that the book does not have, were left out, such as ${first}`,
  'finer-scale': ({ kpi, scale }) =>
    `"${kpi}" is read with ${scale} places by another policy, and a figure is now read by all alike`,
  'for-departments': ({ departments }) =>
    `what departments paid by it is now said by the policy itself: it is for ${departments.join(', ')}`,
  'held-by-deal': ({ plan }) =>
    `what "${plan}" holds back now follows each deal until it is collected, instead of the sums of a period`,
  'label-left-out': ({ count, first }) =>
    `${count} labels were left out, such as ${first}: put them into "labels" of the book where they are shown`,
  'limit-left-out': ({ from, to }) =>
    `a limit has no versions: that from ${from} to ${to} was left out, the last one stays`,
  moved: ({ from, to }) => `"${from}" is now "${to}"`,
  'never-held': ({ from, to }) =>
    `held from ${from} to ${to} and so on no first day of a period: it never paid anything and was left out`,
  'not-measured': ({ count, first }) =>
    `${count} figures that were not measured were left out, such as ${first}: what is not given was not measured`,
  'not-migrated': ({ what }) => `${what} could not be carried over: tell it by hand`,
  'other-places': ({ policy }) =>
    `versions whose parts are rounded to other places, or of another kind, are the policy "${policy}"`,
  'other-unit': ({ figure, unit, name }) =>
    `"${figure}" is read as ${unit}, too, for which the figure has the further name "${name}"`,
  'owed-brought': ({ person, amount }) =>
    `"${person}" owes ${amount}, which is brought along as an opening`,
  'plan-of-nobody': ({ plan }) =>
    `no department pays by "${plan}", which paid whoever was credited, without floor and kickers: so it is now written`,
  renamed: ({ from, to }) => `"${from}" is now called "${to}", since names are unique`,
  reopens: ({ periods }) =>
    `what is told late of base pay, bonuses and adjustments is now settled too: ${periods} periods stay open`,
  'rules-in-order': ({ credit }) =>
    `several rules give "${credit}", and each credited what it matched: now the first that matches a deal holds`,
  'second-policy': ({ policy, departments }) =>
    `the terms of ${departments.join(', ')} differ from those of other departments: they are the policy "${policy}"`,
  'ties-turn': ({ pool, ties }) =>
    `equal remainders of "${pool}" went by ${ties}: the odd unit now goes to another one from period to period`,
  'transfer-in-shares': ({ count, first }) =>
    `${count} transfers of amounts are now of shares, such as ${first}: what happens to the deal later follows them`,
  'transfer-left-out': ({ count, first }) =>
    `${count} transfers of what their giver did not hold were left out, such as ${first}`,
  'two-tables': ({ deal, own }) =>
    `plans differ in where refunds count: "${deal}" has them on the day of the deal, "${own}" on their own`,
  'unknown-person': ({ count, first }) =>
    `${count} members of pools, entries of awards and adjustments are of nobody in the data and were left out, such as ${first}`,
  'unowned-listed': ({ credit }) =>
    `deals that no rule of "${credit}" matches were skipped, others refused: all that nobody owns are now listed`,
  unused: ({ kind, id }) => `no department uses the ${kind} "${id}": it was left out`,
  waits: ({ found, now }) =>
    `began on ${found} within a period, and waited for the next one: it now begins on ${now}`,
}
