import type { Words } from './codes.js'

/** The problems of the pay core in Chinese. */
export const zhCN: Words = {
  'no-source': ({ component, input }) => [
    `“${component}”要读取“${input}”，却没有写明其来源`,
    `请在 reads 中写明“${input}”的来源`,
  ],
  'nothing-there': ({ input, source, owner, day }) => [
    `“${input}”没有值：${owner} 在 ${day} 没有${source}`,
    '请给出该值，或在来源中写明缺失时取何值',
  ],
  'two-sources': ({ component, input }) => [
    `“${component}”的“${input}”有两个不同的来源`,
    '请用 `input` 给其中一个另取名称',
  ],
}
