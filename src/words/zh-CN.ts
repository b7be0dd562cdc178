import type { Words } from './codes.js'
import { linkZhCN } from './link-zh-CN.js'

/** The problems of the pay core in Chinese. */
export const zhCN: Words = {
  ...linkZhCN,
  'nothing-there': ({ input, source, owner, day }) => [
    `“${input}”没有值：${owner} 在 ${day} 没有${source}`,
    '请给出该值，或在来源中写明缺失时取何值',
  ],
}
