import { likely } from '../problem/index.js'
import type { Words } from './codes.js'

/** What is found in a book, alone or beside its data, in Chinese. */
export const lintZhCN = {
  'not-a-period-of': ({ found, rhythm, example }) => [
    `“${found}”不是周期“${rhythm}”中的一期`,
    `请按“${example}”的写法填写`,
  ],
  'paid-in-full': ({ component }) => [
    `“${component}”可能只在一期中的部分日子应得，却按全额发放`,
    '请读取天数（part 除以 whole）；如确需全额发放，可保持不变',
  ],
  'paid-twice': ({ component, other }) => [
    `“${component}”与“${other}”对相同的人和记录发放相同的金额`,
    '请删去其一，或写明二者的区别',
  ],
  'pay-falls': ({ component, from, highest, lost, to }) => [
    `超过 ${from} 后，总报酬比该处的 ${highest} ${lost === undefined ? '更少' : `最多少 ${lost}`}，原因在“${component}”；${
      to === undefined ? '此后无法追平' : `到 ${to} 才追平`
    }`,
    '其扣减不应超过越过界限的部分',
  ],
  'pay-held': ({ component, input }) => [
    input === ''
      ? `“${component}”针对哪些记录计算可能随该数变化，此处按原样保持`
      : `“${component}”的“${input}”可能随该数变化，此处按原样保持`,
    '请先比较其他数据的计算结果，再采信这些提示',
  ],
  'pay-jumps': ({ component, at, before, after }) => [
    `在 ${at} 处，总报酬由 ${before} 突变为 ${after}，原因在“${component}”`,
    '请把台阶分得更细，或接受这一突变',
  ],
  'pay-stands-still': ({ component, earned, from, to }) => [
    `从 ${from} ${to === undefined ? '起' : `到 ${to}`}，“${earned}”多得的全部被“${component}”抵消`,
    '请保留一部分，或使所得在其之上另计',
  ],
  'unknown-attribute': ({ found, component, known }) => [
    `“${component}”读取属性“${found}”，而没有任何人具有该属性`,
    likely(found, known)[1],
  ],
  'outside-employment': ({ person, id, day, more }) => [
    `“${person}”在“${id}”当日 ${day} 不在职${more === 0 ? '' : `；此类记录共 ${more + 1} 条`}`,
    '该记录不计入任何人：请更正在职期间，或写明归属何人',
  ],
  'unknown-member': ({ found, component, known }) => [
    `“${component}”要求“${found}”，而该表没有任何记录含有它`,
    likely(found, known)[1],
  ],
  'unknown-person': ({ found, known }) => [`没有名为“${found}”的人`, likely(found, known)[1]],
  'unknown-table': ({ found, component, known }) => [
    `“${component}”读取“${found}”的记录，而没有这张表`,
    likely(found, known, ['', '请提供该表；如无任何记录，请给出空表'])[1],
  ],
  'unknown-text': ({ found, component, member, known }) => [
    `“${component}”要求“${member}”为“${found}”，而该表没有任何记录如此`,
    likely(found, known)[1],
  ],
  'unknown-value': ({ component, name, found, known }) => [
    `“${component}”适用于“${name}”为“${found}”的人，而没有这样的人`,
    likely(found, known)[1],
  ],
  'unread-reason': ({ found, component, known }) => [
    `“${component}”说明了读取“${found}”的理由，却并未读取它`,
    likely(found, known, ['', '请删去该理由'])[1],
  ],
  'unused-component': ({ component }) => [
    `没有任何发放项用到“${component}”`,
    '请发放它、读取它，或删去它',
  ],
  'versions-apart': ({ component, from, to }) => [
    `“${component}”从 ${from} 到 ${to} 没有任何版本`,
    '请提前后一版本的起始日；如这段时间确无规定，可保持不变',
  ],
} as const satisfies Partial<Words>
