import { namesIn } from '../problem/index.js'
import type { RunWords } from './codes.js'

/** The problems of a run in Chinese. */
export const runZhCN: RunWords = {
  'as-of-goes-back': ({ asOf, before }) => [
    `${asOf} 早于 ${before}，而上一次结算已知截至该日的全部信息`,
    `请给出 ${before} 或更晚的日期`,
  ],
  'circle-below': ({ name, owner }) => [
    `“${name}”从“${owner}”出发又回到“${owner}”`,
    `请改正其间某人的“${name}”`,
  ],
  'divisor-differs': ({ component }) => [
    `“${component}”在各段中除以不同的数`,
    '请除以整个期间都相同的数，例如时间来源的 `whole`',
  ],
  'failed-component': ({ component, owner }) => [
    `“${owner}”的“${component}”无法算出`,
    '请先解决该问题',
  ],
  'failed-member': ({ component, owner }) => [
    `同组成员“${owner}”的“${component}”无法算出`,
    '请先解决该问题：全组须一起计算',
  ],
  'no-date': ({ name, owner, day }) => [
    `“${owner}”的“${name}”在 ${day} 不是日期`,
    '请写成如 "2026-02-28" 的日期',
  ],
  'no-line': ({ component, person, period, run, known }) => [
    `${run} 的结算中没有“${person}”${period} 的“${component}”`,
    known.length === 0 ? '该次结算中没有此人的任何项目' : `可查：${namesIn(known)['zh-CN']}`,
  ],
  'no-member': ({ table, id, member }) => [
    `${table} 的记录“${id}”没有可用的“${member}”`,
    `请以十进制数给出“${member}”，或用 where 排除此类记录`,
  ],
  'no-rate': ({ currency, rates, owner, day }) => [
    `“${owner}”需要“${currency}”在 ${day} 的汇率，却没有`,
    `请在公司属性“${rates}.${currency}”中给出该日或更早的十进制数`,
  ],
  'no-version': ({ component, period }) => [
    `“${component}”在 ${period} 已结算，却没有版本覆盖该期间`,
    '请用 to 让其最后一个版本到期，而不是删去',
  ],
  'not-in-book': ({ component, period, known }) => [
    `“${component}”在 ${period} 已结算，却不在制度中`,
    `请用 to 使其到期，或在其现名的 was 中写明：${namesIn(known)['zh-CN']}`,
  ],
  'not-next-period': ({ period, before, next }) => [
    `${period} 不能接在 ${before} 的结算之后`,
    `请结算 ${next}，或再次结算 ${before}`,
  ],
  'not-ranked': ({ component, by }) => [
    `“${component}”要按“${by}”取名次，而此人没有名次`,
    '请只发给参与排名的人',
  ],
  'openings-not-first': () => ['给了并非首次的结算', '期初数请给首次结算；以后各次已知先前结算'],
  'other-book': ({ component, period }) => [
    `${period} 的“${component}”不是按本制度现有条文算出的`,
    '请给出该次结算时所用的制度',
  ],
  'other-data': ({ component, person, period }) => [
    `“${person}”${period} 的“${component}”不是由这份数据算出的`,
    '请给出当时的数据，并写明每项变动的记录日期',
  ],
  'other-kind': ({ period }) => [`${period} 不属于结算所用的期间`, '请给出制度中第一种期间的名称'],
  'several-lines': ({ component, person, assignments }) => [
    `“${person}”的“${component}”按岗位各有一行`,
    `请写明岗位：${namesIn(assignments)['zh-CN']}`,
  ],
  'nothing-moves': ({ person, over }) => [
    `“${person}”本期的各项收入都不随“${over}”变化`,
    '请写明某一组成部分读取的指标，或该人的一条记录及其被累加的字段',
  ],
  'parts-differ': ({ component, owner, period }) => [
    `无法再得知 ${owner} 在 ${period} 的“${component}”中每条记录各占多少：按现有条文算出的合计与当时结算的不同`,
    '请恢复该版本的条文，新条文请另写一个版本',
  ],
  'several-totals': ({ component }) => [
    `要分配的“${component}”在各分享人那里并不相同`,
    '请分配属于全组的数额',
  ],
  'several-values': ({ name, owner, day }) => [
    `“${owner}”在 ${day} 有几个不同的“${name}”`,
    "请写 `of: 'assignment'`，或读取各岗位、各组都相同的内容",
  ],
  'share-waits': ({ component, owners }) => [
    `“${component}”须对某分享人更正，而以下成员无法列出：${namesIn(owners)['zh-CN']}`,
    '请解决其问题或一并结算：分配的更正须在一次结算中对全体成员作出',
  ],
  'unclear-assignment': ({ table, id }) => [
    `${table} 的记录“${id}”没有写明岗位，而其本人当天有几个岗位`,
    '请在记录中写明岗位',
  ],
  'unread-figure': ({ figure, period, given, known }) => [
    `${period} 的“${figure}”给出了 ${given} 个，但没有任何项目读取`,
    known.length === 0
      ? '请去掉：该手册不读取任何指标'
      : `请去掉，或改用：${namesIn(known)['zh-CN']}`,
  ],
  'vanished-figures': ({ figures, period }) => [
    `${period} 的数据不再提供：${namesIn(figures)['zh-CN']}`,
    '请重新提供，或用 void 撤销',
  ],
  'vanished-records': ({ table, before, now, period }) => [
    `${period} 的 ${table} 记录原有 ${before} 条，现缺 ${before - now} 条`,
    '请重新提供，或用 void 撤销',
  ],
  'version-changed': ({ component, period }) => [
    `新信息涉及已关闭的 ${period}，而“${component}”的条文已不是当时结算所依据的`,
    '请恢复该版本的条文，新条文请另写一个版本',
  ],
}
