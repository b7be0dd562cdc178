import type { Changed, PartPlace } from './changed.js'

const where = ({ from, to, record }: PartPlace) => {
  const days = from === to ? from : `${from} 至 ${to}`
  return record === undefined ? days : `${record}（${days}）`
}
const version = (from: string) => (from === '' ? '最初版本' : `自 ${from} 起的版本`)

/** What explanations of a change say in Chinese. */
export const changedZhCN: Changed = {
  title: (name) => `${name}：薪酬变动`,
  from: (before, after) => `由 ${before} 变为 ${after}`,
  same: '各项均无变动',
  of: (label, ...details) => `${label}（${details.join('，')}）`,
  only: (which, withheld) =>
    ({
      before: withheld ? '变动前已发放，现暂缓发放' : '仅变动前发放',
      after: withheld ? '变动前暂缓发放，现予发放' : '仅变动后发放',
    })[which],
  text: (from) => `${version(from)}的内容不同`,
  version: (place, before, after) => `${where(place)}：由${version(before)}改为${version(after)}`,
  input: (place, input, before, after) => {
    const change =
      before === undefined
        ? `现读取 ${after}`
        : after === undefined
          ? `不再读取 ${before}`
          : `由 ${before} 变为 ${after}`
    return `${where(place)}：${input} ${change}`
  },
  part: (place, which, amount) =>
    ({
      before: `${where(place)}：不再计算，原为 ${amount}`,
      after: `${where(place)}：新计算 ${amount}`,
    })[which],
  settled: (before, after) => `此前已结算由 ${before} 变为 ${after}`,
  elsewhere: '因他人的数额，或因其构成项目的内容不同',
}
