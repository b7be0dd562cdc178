import { likely, namesIn } from '../problem/index.js'
import type { LinkValues, Words } from './codes.js'
import { chainZh, scopeZh, takenZh } from './said.js'

const unknown =
  (what: string) =>
  ({ found, known }: LinkValues['unknown-component']) =>
    [`方案中没有${what}“${found}”`, likely(found, known)[1]] as const

const kinds = { attribute: '属性', figure: '数据', member: '字段' } as const
const sources = { figure: '数据', time: '时间', records: '记录汇总', component: '薪酬项' } as const
const features = {
  of: '归属（of）',
  period: '周期（period）',
  pays: '发放方式（pays）',
  each: '计算单位（each）',
  retro: '追溯期数（retro）',
  unit: '单位',
  scale: '小数位数',
} as const

/** What is wrong with a book of components, in Chinese. */
export const linkZhCN = {
  'bad-days': ({ component, input, days, most }) => [
    `“${component}”的“${input}”读取 ${days} 天之前的数据`,
    `请填写 1 至 ${most} 的整数`,
  ],
  'bad-levels': ({ component, input, first, last }) => [
    `“${component}”的“${input}”读取向下第 ${first} 至第 ${last} 级`,
    '请填写从 1 开始的整数，且起始级不大于终止级',
  ],
  'bad-quantile': ({ component, input, quantile }) => [
    `“${component}”的“${input}”读取分位数 ${quantile}`,
    '请填写大于 0 且不超过 1 的数：0.5 即中位数',
  ],
  'bad-retro': ({ retro, most }) => [
    `${retro} 不能作为保持开放的期数`,
    `请填写 0 至 ${most} 的整数`,
  ],
  'bad-window': ({ component, input, periods, most }) => [
    `“${component}”的“${input}”读取 ${periods} 期`,
    `请填写 1 至 ${most} 的整数`,
  ],
  'below-nobody': ({ component, input, below, of }) => [
    `“${component}”按${scopeZh(of)}计算，其“${input}”却要读取沿“${below}”归到它之下的人`,
    '请改为按每个人计算，或按某一属性读取群组',
  ],
  'cash-reads-records': ({ component, table }) => [
    `“${component}”取决于实发金额，却自行读取“${table}”的记录：迟报的记录将会遗漏`,
    '请另设一个非现金的薪酬项读取这些记录，再以 what: "due" 读取它',
  ],
  'cash-rhythm': ({ component, rhythm, runs }) => [
    `“${component}”取决于实发金额，其周期为“${rhythm}”，而发放按“${runs}”进行`,
    `请不填周期，或改为“${runs}”`,
  ],
  'circular-components': ({ chain }) => [
    chain.length === 1
      ? `“${chain[0]}”在同一期内读取自身`
      : `“${chain[0]}”读取${chainZh([...chain.slice(1), chain[0] as string])}，且都在同一期内`,
    '请让其中一项读取更早一期，即 over: "before"；或把读取标签的薪酬项移出该标签',
  ],
  'coarser-reader': ({ component, input, read, places, scale }) => [
    `“${component}”的“${input}”以 ${places} 位小数读取“${read}”，而它有 ${scale} 位`,
    `请把“${read}”舍入到“${component}”所读的 ${places} 位，或按 ${scale} 位读取`,
  ],
  'compress-without-only': ({ component, input }) => [
    `“${component}”的“${input}”要跳过部分层级，却没有写明哪些人算一级`,
    '请在 only 中写明：该薪酬项不为 0 的人才算一级',
  ],
  'convert-unit': ({ component, input, unit, currency }) => [
    `“${component}”把“${input}”换算为${unit ?? '文本'}，而这不是制度所用的货币`,
    `请把该输入声明为 ${currency}`,
  ],
  'count-unit': ({ component, input, unit, scale }) => [
    `“${component}”把“${input}”声明为 ${takenZh({ unit, scale })}，而它是个数`,
    '请声明为 count、0 位小数',
  ],
  'days-of-periods': ({ component, input, read }) => [
    `“${component}”的“${input}”要读取若干天之前的“${read}”，而“${read}”只有整期的值`,
    '请写明几期，例如 { "ago": 1 }；天数只用于记录',
  ],
  'declared-apart': ({ component, kind, name, taken, other, otherwise }) => [
    `“${component}”把${kinds[kind]}“${name}”读作${takenZh(taken)}，而“${other}”读作${takenZh(otherwise)}`,
    '请各处统一，或使用两个名称',
  ],
  'divides-each-stretch': ({ component, input }) => [
    `“${component}”分段计算、只除一次，而“${input}”在各段可能不同`,
    '除数只能由常数、whole 天数、期间数据和其他薪酬项构成',
  ],
  'due-reads-cash': ({ component, input, chain }) => [
    chain.length === 0
      ? `“${component}”是应得项，而“${input}”是其他项的实发金额`
      : `“${component}”是应得项，其“${input}”却读取${chainZh(chain)}，而这取决于实发金额`,
    '请改为现金项，即 pays: "cash"；或读取其他项的应得金额',
  ],
  'empty-where': ({ component, name }) => [
    `“${component}”对“${name}”没有提出任何条件`,
    `请列出“${name}”可取的文本，或给出界限，或删去此项`,
  ],
  'finer-grain': ({ component, input, read, of, own, say }) => [
    `“${component}”按${scopeZh(own)}计算，其“${input}”却读取按${scopeZh(of)}计算的“${read}”`,
    say === 'as'
      ? '请用 as 写明一个人的多个值如何合为一个，例如 sum'
      : '请用 among 写明读取哪些人的值、如何合为一个',
  ],
  'mid-period': ({ component, from, period, first, last }) => [
    `“${component}”的一个版本从 ${from} 开始，而 ${period} 期为 ${first} 至 ${last}`,
    '请使版本从一期的首日开始，或改为分段计算',
  ],
  'missing-no-case': ({ component, input, missing, cases }) => [
    `“${component}”的“${input}”缺失时取“${missing}”，而公式中没有这一情形`,
    likely(missing, cases)[1],
  ],
  'needs-missing': ({ component, input, read, unit }) => [
    `“${component}”的“${input}”读取更早的“${read}”，却没有写明没有更早的值时取何值：${unit} 不能当作 0`,
    '请用 missing 写明',
  ],
  'no-earlier-value': ({ component, input }) => [
    `“${component}”以 over: "before" 读取“${input}”，而只有薪酬项才有更早的值`,
    '请给出时间窗口，例如 { "ago": 1 } 或 { "last": 3, "through": "before" }',
  ],
  'no-group': ({ component, input }) => [
    `“${component}”的“${input}”以首条或末条记录起算或截止，而它并非按一组记录计算`,
    '请在 each 中用 by 按记录分组计算，或写明存放日期的属性或字段',
  ],
  'no-input': ({ component, input, known }) => [
    `“${component}”写明了“${input}”的来源，而公式并不读取它`,
    likely(input, known)[1],
  ],
  'no-parts': ({ component, input, read, same }) => [
    `“${component}”的“${input}”要按相同的${namesIn(same)['zh-CN']}读取“${read}”，而“${read}”没有按记录保留的值`,
    '请让它用 each 按记录计算且不写 retro: 0，或去掉 same',
  ],
  'no-rank': ({ component, input, who }) => [
    `“${component}”的“${input}”读取${who === 'ahead' ? '领先的人' : '并列的人'}，却没有写明按什么比较`,
    '请在 by 中写明用来排名的薪酬项',
  ],
  'no-record': ({ component, input }) => [
    `“${component}”的“${input}”要读取记录的字段，而它并非按记录计算`,
    '请用 each 写明按哪种记录计算，或读取属性或记录汇总',
  ],
  'no-value': ({ component, input, table }) => [
    `“${component}”的“${input}”要读取“${table}”记录的字段，却没有写明是哪个`,
    '请在 value 中写明，或改为对记录计数',
  ],
  'no-versions': ({ component }) => [`“${component}”没有任何版本`, '请至少给出一个版本，或删去它'],
  'not-a-name': ({ name }) => [
    `“${name}”不能作为名称`,
    '请以字母开头，其后为字母、数字、“_”、“.”或“-”，总长不超过 64 个字符',
  ],
  'other-name': ({ component, found }) => [
    `列在“${component}”之下，却自称“${found}”`,
    '请在两处写同一名称',
  ],
  'other-rhythm': ({ component, input, read, own, theirs }) => [
    `“${component}”的“${input}”按“${own}”往前数期，而“${read}”的周期是“${theirs}”`,
    '请用 over: "before" 读取，或用从某日开始的时间窗口',
  ],
  'other-unit': ({ component, input, read, found, unit }) => [
    `“${component}”的“${input}”把“${read}”作为 ${found} 读取，而它是 ${unit}`,
    `请把该输入声明为 ${unit}；如需换成 ${found}，请写入公式`,
  ],
  'pays-nobody': ({ name, of }) => [
    `“${name}”要发放，却按${scopeZh(of)}计算`,
    '只能发给个人：请另设按每个人计算的薪酬项来分配',
  ],
  'pays-places': ({ name, scale, places }) => [
    `“${name}”要发放，却有 ${scale} 位小数`,
    places === 0 ? '请舍入到整数' : `请舍入到 ${places} 位小数`,
  ],
  'pays-unit': ({ name, unit, currency }) => [
    `“${name}”要发放，而结果的单位是 ${unit}`,
    `请使结果的单位为 ${currency}，或删去 pays`,
  ],
  'rounds-each-stretch': ({ component }) => [
    `“${component}”分段计算，而每段都会各自舍入`,
    '请只在公式的最后一步舍入或相除',
  ],
  'same-beside': ({ component, input, other }) => [
    `“${component}”的“${input}”读取相同记录的值，同时又写了 ${other}`,
    `请去掉其一：${other === 'among' ? '他人的行对应另外的记录' : '实发金额不按记录区分'}`,
  ],
  'share-below': ({ component, input }) => [
    `“${component}”要在每个人的下级中分配“${input}”，而每个人看到的成员都不同`,
    '请在某一属性相同的人之间分配，或在所有人之间分配',
  ],
  'share-grain': ({ component, input, read, of, own }) => [
    `“${component}”按${scopeZh(own)}计算，却以按${scopeZh(of)}计算的“${read}”来分配“${input}”`,
    `请用按${scopeZh(own)}计算的薪酬项作为权重和上下限`,
  ],
  'share-of-some': ({ component, input, who }) => [
    `“${component}”要在${who === 'ahead' ? '领先者' : '其他人'}中分配“${input}”：每个人看到的成员都不同`,
    '请在所有人之间分配，或在并列者之间分配',
  ],
  'shorter-figure': ({ component, input, figure, period, own }) => [
    `“${component}”的周期是“${own}”，其“${input}”却读取更短的“${period}”的数据“${figure}”`,
    `请在周期为“${period}”的薪酬项中读取，再把该项加总`,
  ],
  'taken-name': ({ component, name, owner }) => [
    `“${component}”曾用名“${name}”，而${owner === name ? '现有薪酬项也叫此名' : `“${owner}”也曾用此名`}`,
    '无论现在还是以前，一个名称只能属于一个薪酬项',
  ],
  'text-from-number': ({ component, input, from }) => [
    `“${component}”把“${input}”当作文本，而${sources[from]}给出的是数字`,
    '文本只能来自属性或记录的字段',
  ],
  'time-unit': ({ component, input, count, unit, units }) => [
    `“${component}”把“${input}”声明为 ${unit}，而它是时间数量：${count}`,
    `请声明为 ${namesIn(units)['zh-CN'].replace('、', ' 或 ')}`,
  ],
  'too-many-reads': ({ reads, most }) => [
    `各薪酬项互相读取共 ${reads} 次，超过 ${most} 次`,
    '请把多处读取的内容汇总为一个薪酬项，再读取它',
  ],
  'unknown-basis': unknown('计日基准'),
  'unknown-component': unknown('薪酬项'),
  'unknown-currency': ({ currency }) => [
    `没有货币“${currency}”`,
    '请填写 ISO 4217 货币代码，例如 CNY',
  ],
  'unknown-rhythm': unknown('周期'),
  'unknown-tag': unknown('标签'),
  'versions-differ': ({ component, what }) => [
    `“${component}”某个版本的${features[what]}与第一个版本不同`,
    '请在各版本中保持一致，或另设薪酬项',
  ],
  'versions-overlap': ({ component, from, before }) => [
    from === undefined
      ? `“${component}”后面的版本没有写明起始日`
      : before === undefined
        ? `“${component}”的一个版本从 ${from} 开始，而前一版本没有截止日`
        : `“${component}”的一个版本从 ${from} 开始，而前一版本到 ${before} 才截止`,
    '请按时间先后列出各版本，并用 to 使每个版本在下一版本开始前截止',
  ],
} as const satisfies Partial<Words>
