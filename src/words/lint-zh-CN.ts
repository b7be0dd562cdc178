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
} as const satisfies Partial<Words>
