import { likely } from '../problem/index.js'
import type { DisclosureWords } from './disclosure-codes.js'

const stored = '请重新索取该视图，并与已公布的根核对'

/** The problems of what is disclosed in Chinese. */
export const disclosureZhCN: DisclosureWords = {
  'circle-of-managers': ({ name, person }) => [
    `“${name}”从“${person}”逐级向上又回到“${person}”`,
    `请改正其间某一人的“${name}”`,
  ],
  'forged-value': ({ what }) => [`“${what}”与其哈希不符：已被改动`, stored],
  'left-out': ({ what, audience }) => [
    `未显示“${what}”，而“${audience}”可以看到它`,
    '请索取完整的视图',
  ],
  'left-out-line': ({ audience }) => [
    `未予显示，而“${audience}”可以看到每一项`,
    '请索取完整的视图：此处可能漏掉了一项',
  ],
  'names-no-lines': () => ['没有指明任何项目', '请列出薪酬项或标签，或写 "all"'],
  'no-access': ({ of }) => [
    `无权查看“${of}”的工资单`,
    '请给出 "access.roles" 中有对应受众的角色，或其上级',
  ],
  'not-its-book': ({ period, number }) => [
    `${period} 的第 ${number} 次发放不是按此方案计算的`,
    '请给出该次发放所用的方案：由它判断哪些内容涉及他人',
  ],
  'other-totals': () => ['与各项之和不符', stored],
  'shows-more': ({ what, audience }) => [
    `显示了“${what}”，而“${audience}”不应看到它`,
    '请告知提供该视图的人',
  ],
  'taken-audience': ({ name }) => [`“${name}”是每个方案都有的受众`, '请换一个名称'],
  'told-place': ({ node, times }) => [
    times === 'twice' ? `节点“${node}”既有自身又有其下级，重复给出` : `没有给出节点“${node}”`,
    times === 'twice' ? stored : '请索取完整的视图：此处可能漏掉了一项',
  ],
  'unknown-audience': ({ found, known }) => [
    `没有名为“${found}”的工资单受众`,
    likely(found, known)[1],
  ],
  'weak-key': ({ least }) => [
    `短于 ${least} 个字符：可能被猜出，隐藏的内容也随之泄露`,
    '请用专为密钥设计的随机数生成器生成，例如 64 位十六进制数，并妥善保密',
  ],
  'wrong-root': ({ period, number }) => [
    `不属于该根所对应的内容（${period} 第 ${number} 次发放）`,
    '请与该次发放已公布的根核对；如果一致，则此处有改动',
  ],
}
