import type { WageWords } from './wage-codes.js'

/** The problems of the terms of a pay sheet in English. */
export const wageEn: WageWords = {
  'above-whole': ({ found }) => [`${found} is more than the whole`, 'Give at most 1'],
  'not-above-zero': ({ found }) => [`${found} is not above zero`, 'Give a number above 0'],
  'otherwise-alone': () => [
    'says what other values stand for, and none are listed',
    'List the values of the attribute in "values", or leave this out',
  ],
}
