/** Keys that would change an object instead of naming a part of it. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** What may name an input, a person or a policy: at most 64 characters, no forbidden key. */
export const namePattern = new RegExp(
  `^(?!(?:${[...forbiddenKeys].join('|')})$)[A-Za-z_][A-Za-z0-9_.-]{0,63}$`,
)

/** Whether a text may name something. */
export function isName(text: string): boolean {
  return namePattern.test(text)
}

/** What may be in an id: no control characters, and no marks that turn the direction of text. */
export const idPattern = /^[^\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]*$/u
