import type { WageWords } from './wage-codes.js'

/** The problems of the terms of a pay sheet in Chinese. */
export const wageZhCN: WageWords = {
  'above-whole': ({ found }) => [`${found} 超过全部`, '请给出不大于 1 的数'],
  'not-above-zero': ({ found }) => [`${found} 不大于零`, '请给出大于 0 的数'],
  'otherwise-alone': () => [
    '写明了其他取值，却没有列出任何取值',
    '请在“values”中列出该属性的取值，或删去此项',
  ],
}
