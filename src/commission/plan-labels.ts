import { type Label, type Localized, labelIn } from '../problem/index.js'
import { formatQuantity } from '../quantity/index.js'

/** What is earned from one part of the quota to the next, or from the last one on. */
export function sliceLabel(from: string, to: string | undefined): Localized {
  const [low, high] = [percent(from), to && percent(to)]
  return high === undefined
    ? { en: `Earned above ${low} of quota`, 'zh-CN': `目标 ${low} 以上的提成` }
    : { en: `Earned from ${low} to ${high} of quota`, 'zh-CN': `目标 ${low} 至 ${high} 的提成` }
}

/** What is earned up to a part of the quota. */
export function upToLabel(to: string): Localized {
  return { en: `Earned up to ${percent(to)} of quota`, 'zh-CN': `目标 ${percent(to)} 以内的提成` }
}

/** What is reached of a part of a target, times its weight. */
export function weightedLabel(kpi: Label): Localized {
  return { en: `Weighted ${labelIn(kpi, 'en')}`, 'zh-CN': `${labelIn(kpi, 'zh-CN')}（加权）` }
}

/** The factor that is read from a KPI or a measure. */
export function factorLabel(kpi: Label): Localized {
  return { en: `Factor of ${labelIn(kpi, 'en')}`, 'zh-CN': `${labelIn(kpi, 'zh-CN')}系数` }
}

/** A ratio in per cent, the same text in every language. */
function percent(ratio: string): string {
  return formatQuantity(ratio, 'ratio', 'en')
}
