import { likely, namesIn } from '../problem/index.js'
import type { CreditWords } from './credit-codes.js'
import { chainZh } from './said.js'

/** The problems of deals and credits in Chinese. */
export const creditZhCN: CreditWords = {
  'asks-nothing': ({ name }) => [
    `对“${name}”没有提出任何条件`,
    `请列出“${name}”可取的文本，或给出界限，或删去此项`,
  ],
  'bad-part': ({ part }) => [`“${part}”不是整体的一部分`, '请给出大于 0 且不超过 1 的份额'],
  'circular-roll-up': ({ chain }) => [
    chain.length === 1
      ? `“${chain[0]}”由自身逐级上归`
      : `“${chain[0]}”上归自${chainZh([...chain.slice(1), chain[0] as string], '后者上归自')}`,
    '请让其中一项上归自按规则或按接触产生的业绩',
  ],
  'figure-unit': ({ figure, unit }) => [
    `“${figure}”的单位是 ${unit}，多个事件的此类数值不能相加`,
    '请给出用来计算它的金额或数量，再在公式中算出它',
  ],
  'lists-nothing': ({ member }) => [`“${member}”没有列出任何内容`, '请至少给出一项'],
  'missing-coalition': ({ channels }) => [
    `没有给出 ${channels.join(' + ')} 合起来的价值`,
    '请给出每个组合的价值',
  ],
  'negative-contribution': ({ channel }) => [`“${channel}” 的贡献为负`, '更大的组合价值不应更低'],
  'no-attribute': ({ name }) => [
    `“${name}”不是成交的属性`,
    '请写属性名称；只有按单据（如 "invoice"）归属的业绩才能读取单据自身的内容',
  ],
  'no-weight': () => ['只有两次接触的销售没有权重', '首次或末次接触的权重须大于零'],
  'not-a-table': () => [
    '不是带有不重复表头的 CSV 表',
    '请提供表头并闭合所有引号；单元格内的引号须成对',
  ],
  'repeated-coalition': () => ['该组合的价值已给出', '每个组合只写一次；空组合的价值为零，请删去'],
  'repeated-rate': ({ from, to }) => [
    `${from} 对 ${to} 重复出现`,
    '同一币种对的汇率请写在一个历史中',
  ],
  'reserved-name': ({ name }) => [`“${name}”是业绩记录自有的名称`, '请另取名称，且不以“own.”开头'],
  'same-person': ({ person }) => [`从“${person}”转给同一人`, '请写明接收人，或删去此事件'],
  'stray-quote': () => ['引号没有包住整个单元格', '请给整个单元格加引号，其中的引号写两次'],
  'taken-by-figure': ({ name }) => [
    `“${name}”在此是属性，而在业绩规则中是数据`,
    '请给其中一个另取名称',
  ],
  'too-many-channels': ({ found, most }) => [
    `有 ${found} 个渠道，超过 ${most} 个`,
    '请合并较小的渠道',
  ],
  'unknown-figure': ({ found, known }) => [`业绩规则中没有数据“${found}”`, likely(found, known)[1]],
  'unknown-owners': ({ found, known, credit }) => [
    `“${credit}”要查归属表“${found}”，而没有提供此表`,
    likely(found, known)[1],
  ],
  'wrong-cells': ({ found, expected }) => [
    `有 ${found} 个单元格，而表头有 ${expected} 个`,
    '含逗号的单元格请加引号',
  ],
  'wrong-sign': ({ kind, value, figure }) => [
    figure === undefined
      ? `“${kind}” 的金额 ${value} 正负号不对`
      : `“${kind}” 的数据“${figure}”为 ${value}，正负号不对`,
    figure === undefined
      ? '订单与发票不小于零，退款与取消不大于零'
      : '请与金额的正负号一致；或在业绩规则中写 sign: "any"，允许任意正负号',
  ],
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
