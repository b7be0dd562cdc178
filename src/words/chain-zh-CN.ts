import type { Of, ProofWords } from './chain-codes.js'

const of = ({ component, owner, period }: Of) => `“${owner}”${period} 的“${component}”`
const untouched = '请提供当时保存的结算'
const changed = '该次结算在生成后被改动；请与另存的副本核对'

/** The problems of proof in Chinese. */
export const proofZhCN: ProofWords = {
  'before-differs': ({ found, expected }) => [
    `为结算“${found}”，而该次结算接在“${expected}”之后`,
    '请提供当时所用的上一次结算',
  ],
  'before-in-currency': ({ found, expected }) => [
    `为 ${found}，而手册的币种为 ${expected}`,
    '每个币种请各用一条结算链',
  ],
  'before-in-rhythm': ({ found, expected }) => [
    `为“${found}”，而手册按“${expected}”结算`,
    '请保持结算周期为手册中的第一种',
  ],
  'before-of-days': ({ period, found, from, to }) => [
    `${period} 中含有 ${found}，而在手册的日历中它为 ${from} 至 ${to}`,
    '请按此前各次结算所用的日历结算',
  ],
  'before-of-periods': ({ period, rhythm }) => [
    `含有 ${period}，而它不是手册中“${rhythm}”的期间`,
    '请按此前各次结算所用的周期和日历结算',
  ],
  'carried-differs': ({ found, expected }) => [`为 ${found}，而上一次结算为 ${expected}`, changed],
  'earlier-period': ({ period, before }) => [
    `为 ${period}，不在 ${before} 之后`,
    '请按结算的先后顺序提供',
  ],
  'forked-chain': ({ run }) => [
    `接在结算 [${run}] 之后，而已有另一次结算接在其后`,
    '请保留已发放的一支，另一支重新结算',
  ],
  'knows-less': ({ asOf, before }) => [
    `为 ${asOf}，而上一次结算已知截至 ${before} 的全部信息`,
    '请按结算的先后顺序提供',
  ],
  'lost-settlement': (key) => [`不再含有此前已结算的${of(key)}`, changed],
  'more-differences': ({ told }) => [`除以上 ${told} 处外还有差异`, '请先改正以上各处，再重新核验'],
  'no-before': () => [
    '缺失：没有上一次结算，已结算的款项会重复发放',
    "请提供上一次结算；首次结算请写 'first'",
  ],
  'no-runs': () => ['没有任何结算', '请提供通向可信摘要的各次结算'],
  'not-carried': (key) => [`${of(key)}在该次结算中，却不在其结转内容中`, changed],
  'not-difference': ({ found, entitled, settled, expected }) => [
    `为 ${found}，而 ${entitled} 减 ${settled} 等于 ${expected}`,
    changed,
  ],
  'not-the-first': () => [
    '是链上第一次结算，却指明了更早的结算',
    '请从首次结算开始提供，或以 `root` 给出起始结算的可信摘要',
  ],
  'not-the-head': ({ found, expected }) => [
    `“${found}”不是最后一次结算的可信摘要“${expected}”`,
    '结尾被截去，或结算被重写：请与另存的副本核对',
  ],
  'not-the-root': ({ found, expected }) => [
    `“${found}”不是第一次结算的可信摘要“${expected}”`,
    '开头被截去，或结算被重写：请与另存的副本核对',
  ],
  'number-differs': ({ found, expected, period }) => [
    `为 ${found}，而这是 ${period} 的第 ${expected} 次结算`,
    '请按顺序提供该期间的每次结算，各一次',
  ],
  'other-before': ({ found, expected }) => [
    `指明的是“${found}”，而上一次结算为“${expected}”`,
    '请按顺序提供每次结算，各一次',
  ],
  'other-book-digest': ({ found, expected }) => [
    `为“${found}”，而所给手册为“${expected}”`,
    '请提供该次结算时的手册；以下各项按所给手册得出',
  ],
  'other-currency': ({ found, expected }) => [
    `为 ${found}，而上一次结算的币种为 ${expected}`,
    '每个币种请各用一条链',
  ],
  'other-digest': ({ found, expected }) => [`为“${found}”，而按内容得到“${expected}”`, changed],
  'other-format': ({ found }) => [
    `${found} 不是本版本可读的结算格式`,
    '请用生成它的版本或更高版本读取',
  ],
  'other-rhythm': ({ found, expected }) => [
    `为“${found}”，而上一次结算按“${expected}”进行`,
    '每种结算周期请各用一条链',
  ],
  overdrawn: ({ settled, value, component, group }) => [
    `${group}“${component}”已结算 ${settled}，而可分配的只有 ${value}`,
    changed,
  ],
  'paid-and-withheld': (key) => [`${of(key)}被暂缓，却又列有一行`, changed],
  'paid-differs': ({ found, expected, ...key }) => [
    `为 ${found}，而${of(key)}各行合计为 ${expected}`,
    changed,
  ],
  'parts-add-up': ({ found, expected }) => [`合计为 ${found}，而该行应得 ${expected}`, changed],
  'period-left-out': ({ period, before, next }) => [
    `为 ${period}，而 ${before} 之后从未结算 ${next}`,
    '请提供其间的各次结算',
  ],
  'repeated-line': (key) => [`${of(key)}在该次结算中重复出现`, changed],
  'repeated-run': ({ run }) => [`与结算 [${run}] 相同`, '每次结算只提供一次'],
  'repeated-settlement': (key) => [`${of(key)}在结转内容中重复出现`, changed],
  'says-otherwise': ({ says, gives }) => [
    `为 ${says}，而由手册和数据得到 ${gives}`,
    '请提供当日所知的手册和数据；若已如此，则该次结算被改动',
  ],
  'says-too-little': ({ gives }) => [
    `缺失，而由手册和数据得到 ${gives}`,
    '请提供当日所知的手册和数据；若已如此，则该次结算被改动',
  ],
  'says-too-much': ({ says }) => [
    `为 ${says}，而由手册和数据得不到此项`,
    '请提供当日所知的手册和数据；若已如此，则该次结算被改动',
  ],
  'settled-differs': ({ found, expected, ...key }) => [
    `为 ${found}，而此前各次结算对${of(key)}已结算 ${expected}`,
    changed,
  ],
  'settled-unlike-lines': ({ found, expected, ...key }) => [
    `为 ${found}，而${of(key)}各行合计为 ${expected}`,
    changed,
  ],
  'unread-book': () => ['不是已读取的手册', '请用 `parseBook` 读取，或用构造函数编写'],
  'unread-data': () => ['不是已读取的数据', '请用 `parseData` 读取'],
  'unlisted-run': ({ period }) => [
    `含有一次未在此提供的 ${period} 的结算`,
    '请按顺序提供每次结算，各一次',
  ],
  'unpaid-settlement': ({ amount, ...key }) => [
    `称${of(key)}已结算 ${amount}，却没有任何一行发放`,
    untouched,
  ],
}
