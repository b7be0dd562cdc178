import { likely } from '../problem/index.js'
import type { Words } from './codes.js'
import { linkZhCN } from './link-zh-CN.js'

/** The problems of the pay core in Chinese. */
export const zhCN: Words = {
  ...linkZhCN,
  'not-a-period-of': ({ found, rhythm, example }) => [
    `“${found}”不是周期“${rhythm}”中的一期`,
    `请按“${example}”的写法填写`,
  ],
  'nothing-there': ({ input, source, owner, day }) => [
    `“${input}”没有值：${owner} 在 ${day} 没有${source}`,
    '请给出该值，或在来源中写明缺失时取何值',
  ],
  'paid-in-full': ({ component }) => [
    `“${component}”只在一期中的部分日子应得，却按全额发放`,
    '请读取天数（part 除以 whole）；如确需全额发放，可保持不变',
  ],
  'unknown-assignment': ({ found, person, known }) => [
    `“${person}”没有任职“${found}”`,
    likely(found, known)[1],
  ],
  'unknown-attribute': ({ found, component, known }) => [
    `“${component}”读取属性“${found}”，而没有任何人具有该属性`,
    likely(found, known)[1],
  ],
  'unknown-person': ({ found, known }) => [`没有名为“${found}”的人`, likely(found, known)[1]],
  'unknown-table': ({ found, component, known }) => [
    `“${component}”读取“${found}”的记录，而没有这张表`,
    likely(found, known, ['', '请提供该表；如无任何记录，请给出空表'])[1],
  ],
  'unused-component': ({ component }) => [
    `没有任何发放项用到“${component}”`,
    '请发放它、读取它，或删去它',
  ],
}
