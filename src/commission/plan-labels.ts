import { type Label, type Localized, labelIn } from '../problem/index.js'
import { formatQuantity } from '../quantity/index.js'
import type { OwnOr } from './own-schema.js'
import { ownName } from './owns.js'

/** What is earned from one part of the quota to the next, or from the last one on. */
export function sliceLabel(from: OwnOr, to: OwnOr | undefined): Localized {
  const low = partLabel(from)
  if (to === undefined)
    return {
      en: `Earned above ${low.en} of quota`,
      'zh-CN': `目标 ${low['zh-CN']} 以上的提成`,
    }
  const high = partLabel(to)
  return {
    en: `Earned from ${low.en} to ${high.en} of quota`,
    'zh-CN': `目标 ${low['zh-CN']} 至 ${high['zh-CN']} 的提成`,
  }
}

/** What is earned up to a part of the quota. */
export function upToLabel(to: OwnOr): Localized {
  const { en, 'zh-CN': zh } = partLabel(to)
  return { en: `Earned up to ${en} of quota`, 'zh-CN': `目标 ${zh} 以内的提成` }
}

/** What a category earns by tiers of its own. */
export function categoryLabel(category: string): Localized {
  return { en: `Commission of ${category}`, 'zh-CN': `${category} 的提成` }
}

/** A share of each person's own, of which there is none above all. */
export function shareLabel(share: OwnOr): Localized {
  const { en, 'zh-CN': zh } = boundLabel(share)
  return { en: `${en} from 0 to 1`, 'zh-CN': `0 到 1 的 ${zh}` }
}

/** What lies between two bounds. */
export function roomLabel(from: OwnOr, to: OwnOr): Localized {
  const [low, high] = [boundLabel(from), boundLabel(to)]
  return {
    en: `Room from ${low.en} up to ${high.en}`,
    'zh-CN': `${low['zh-CN']} 到 ${high['zh-CN']} 的区间`,
  }
}

/** What is reached of a part of a target, times its weight. */
export function weightedLabel(kpi: Label): Localized {
  return { en: `Weighted ${labelIn(kpi, 'en')}`, 'zh-CN': `${labelIn(kpi, 'zh-CN')}（加权）` }
}

/** The factor that is read from a KPI or a measure. */
export function factorLabel(kpi: Label): Localized {
  return { en: `Factor of ${labelIn(kpi, 'en')}`, 'zh-CN': `${labelIn(kpi, 'zh-CN')}系数` }
}

/** A part of the quota in per cent, the same text in every language, or what a person's own is called. */
function partLabel(part: OwnOr): Localized {
  return boundLabel(typeof part === 'string' ? formatQuantity(part, 'ratio', 'en') : part)
}

function boundLabel(bound: OwnOr): Localized {
  const label = typeof bound === 'string' ? bound : (bound.label ?? ownName(bound))
  return { en: labelIn(label, 'en'), 'zh-CN': labelIn(label, 'zh-CN') }
}
