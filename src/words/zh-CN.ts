import { likely, namesIn } from '../problem/index.js'
import { buildZhCN } from './build.js'
import type { Words } from './codes.js'
import { linkZhCN } from './link-zh-CN.js'
import { lintZhCN } from './lint-zh-CN.js'
import { runZhCN } from './run-zh-CN.js'

/** The problems of the pay core in Chinese. */
export const zhCN: Words = {
  ...buildZhCN,
  ...linkZhCN,
  ...lintZhCN,
  ...runZhCN,
  'changed-run': ({ period, number }) => [
    `${period} 的第 ${number} 次计算与其摘要不符：内容已被改动`,
    '请提供原样保存的计算结果',
  ],
  'credited-table': ({ table }) => [
    `“${table}”由业绩归属生成，又作为记录表给出`,
    '请只给出业务单据，或把记录表改名',
  ],
  'employments-overlap': ({ from, before }) => [
    `自 ${from} 起的在职期间开始时，自 ${before} 起的在职期间尚未结束`,
    '请用“to”结束较早的一段，或用“void”撤销其中一段',
  ],
  'misspelt-member': ({ name, near }) => [
    `“${name}”是记录自有的字段，其内容却像“${near}”`,
    `也许是“${near}”；若不是，请另取名称`,
  ],
  'not-beside': ({ member, kind }) => [
    `“${member}”与“${kind}”并用没有意义`,
    `请删去，或把“${kind}”换成可与之并用的写法`,
  ],
  'nothing-there': ({ input, source, owner, day, near }) => [
    `“${input}”没有值：${owner} 在 ${day} 没有“${source}”`,
    near === undefined
      ? '请给出该值，或在来源中写明缺失时取何值'
      : `已提供的“${near}”没有任何项目读取：请改名为“${source}”`,
  ],
  'below-least': ({ source, owner, day, value, least }) => [
    `${owner} 在 ${day} 的“${source}”为 ${value}，低于 ${least}`,
    `请给出不低于 ${least} 的数；要扣减请用调整或扣款`,
  ],
  'one-of': ({ members, given }) => [
    given.length === 0
      ? `须有以下之一：${members.join('、')}`
      : `只能有以下之一：${given.join('、')}`,
    '请只保留其中一项',
  ],
  'said-otherwise': ({ member, found, expected }) => [
    `为“${found}”，而该制度为“${expected}”`,
    `请删去“${member}”：制度已写明`,
  ],
  'terms-by-other-periods': ({ found, kind, terms }) => [
    `“${found}”是“${kind}”类的周期，而条款按“${terms}”`,
    '请改用与条款同类的周期，或修改条款',
  ],
  'told-twice': ({ key, recorded }) => [
    recorded === '' ? `“${key}”重复给出` : `“${key}”在 ${recorded} 记录了两次`,
    '请只保留有效的一条，或用“recorded”写明哪一条得知较晚',
  ],
  'test-failed': ({ name, pays, found }) => [
    `用例“${name}”应为 ${pays}，实际为 ${found}`,
    '请修改条款或用例',
  ],
  'two-writers': ({ component, policies }) => [
    `项目“${component}”由两项制度写出：${policies.join('、')}`,
    '请把其中一项制度改名',
  ],
  'unknown-assignment': ({ assignment, known }) => [
    `此人没有岗位“${assignment}”`,
    known.length === 0
      ? '请补充该岗位，或在此处删去'
      : `请补充该岗位，或改用：${namesIn(known)['zh-CN']}`,
  ],
  'unknown-kind': ({ found, known }) => [`没有名为“${found}”的制度种类`, likely(found, known)[1]],
  'unknown-tested': ({ found, known }) => [
    `该制度的这一版本没有写出组成部分“${found}”`,
    likely(found, known)[1],
  ],
}
