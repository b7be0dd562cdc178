import { likely, namesIn, type Problem, problem } from '../problem/index.js'

/** What can be wrong with exchange rates and conversions. */

export function noRate(path: string, from: string, to: string, date: string): Problem {
  return problem(
    'no-rate',
    path,
    [`${from} has no rate to ${to} on ${date}`, 'Add a rate that begins by then'],
    [`${date} 没有 ${from} 对 ${to} 的汇率`, '请补充自该日或更早生效的汇率'],
  )
}

/** A conversion is at the rate of a day of each event, named, or of one day for all. */
export function unknownDay(path: string, found: string, named: readonly string[]): Problem {
  const [hint, hintZh] = likely(found, named, [
    `Use one of: ${namesIn(named).en}, or a date`,
    `可选：${namesIn(named)['zh-CN']}，或写明日期`,
  ])
  return problem(
    'unknown-day',
    path,
    [`"${found}" is neither a day of an event nor a date`, hint],
    [`“${found}” 既不是事件的日期名称，也不是日期`, hintZh],
  )
}

/** A figure that a conversion meets and that it was not told the unit of. */
export function unnamedFigure(path: string, name: string, named: readonly string[]): Problem {
  const [hint, hintZh] = likely(name, named, [
    'Name it in "figures" where it is money, in "counts" where it is not',
    '金额请列入“figures”，其他请列入“counts”',
  ])
  return problem(
    'unnamed-figure',
    path,
    [`whether "${name}" is money is not said by the conversion`, hint],
    [`换算设置没有说明“${name}”是否为金额`, hintZh],
  )
}

/** A figure to be converted that no credit has. */
export function unknownMoney(path: string, name: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(name, known, [
    'Mend its name, or leave it out',
    '请改正名称，或将其删去',
  ])
  return problem(
    'unknown-figure',
    path,
    [`no credit has the figure "${name}" that is to be converted`, hint],
    [`没有业绩带有要换算的数据“${name}”`, hintZh],
  )
}

export function duplicateFigure(path: string, name: string): Problem {
  return problem(
    'duplicate-name',
    path,
    [`"${name}" is already among the figures that are money`, 'Name each figure once'],
    [`“${name}” 已列为金额`, '每项数据只列一次'],
  )
}
