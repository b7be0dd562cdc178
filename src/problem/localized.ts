/** The languages in which problems, explanations and statements are written. */
export type Locale = 'en' | 'zh-CN'

/** One text in every language. */
export type Localized = Readonly<Record<Locale, string>>

/** A text of the policy's author: one string for all readers, or one a language. */
export type Label = string | Localized

/**
 * The text of a label in one language.
 *
 * @example
 * labelIn({ en: 'Gate', 'zh-CN': '门槛' }, 'zh-CN') //=> '门槛'
 */
export function labelIn(label: Label, locale: Locale): string {
  return typeof label === 'string' ? label : label[locale]
}
