import { likely, namesIn } from '../problem/index.js'
import type { CreditWords } from './credit-codes.js'

/** The problems of deals and credits in Chinese. */
export const creditZhCN: CreditWords = {
  'below-zero': ({ deal, event, measure, value }) => [
    `事件“${event}”使成交“${deal}”的“${measure}”降至 ${value}`,
    '退回的不得多于现有的；或用 belowZero: "list" 仅列出此类成交',
  ],
  'circle-above': ({ name, owner }) => [
    `“${name}”从“${owner}”向上又回到“${owner}”`,
    `请改正其间某人的“${name}”`,
  ],
  'conflicting-event': ({ id, before, now }) => [
    `事件“${id}”已有不同内容：${before}，现为 ${now}`,
    '请另记一笔更正事件：账簿只增不改',
  ],
  'endless-chain': ({ event }) => [`事件“${event}”的来源链又回到自身`, '“of”须指向更早的事件'],
  'mixed-shares': ({ of, day }) => [
    `“${of}”在 ${day} 的归属人有的写份额，有的写权重`,
    '请全部使用份额，或全部使用权重',
  ],
  'no-conversion': ({ from, to, day }) => [
    `${day} 没有 ${from} 对 ${to} 的汇率`,
    '请补充自该日或更早生效的汇率',
  ],
  'not-whole': ({ deal, credit, share }) => [
    `成交“${deal}”的“${credit}”份额合计为 ${share}`,
    '份额之和须恰好等于 1；如允许其他合计，请写 shares: "any"',
  ],
  'nothing-to-transfer': ({ event, from, known }) => [
    `事件“${event}”从“${from}”转出，而此人不持有该成交的任何份额`,
    known.length === 0
      ? '请删去此事件：没有人持有该成交的份额'
      : `请从持有份额的人转出：${namesIn(known)['zh-CN']}`,
  ],
  'repeated-event': ({ id }) => [`事件“${id}”重复出现`, '每个事件须有唯一标识'],
  uncredited: ({ deal, credit, event }) => [
    `由事件“${event}”开始的成交“${deal}”，其“${credit}”没有归属人`,
    '请补充规则或归属人；或用 unowned: "list" 仅列出，或指定归谁所有',
  ],
  'unknown-credit': ({ found, known }) => [`没有业绩种类“${found}”`, likely(found, known)[1]],
  'unknown-original': ({ event, of }) => [
    `事件“${event}”指向“${of}”，账簿中没有此事件`,
    '请补记该事件，或改正标识',
  ],
  'untold-figure': ({ event, figure }) => [
    `成交带有数据“${figure}”，而改变它的事件“${event}”没有写明该数据如何变化`,
    '请写明该数据并带正负号；不变时写 "0"',
  ],
}
