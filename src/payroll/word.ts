import type { Component, Version, Writing } from '../pay/index.js'

/**
 * What a kind of policy means: the components that the terms of a version write, the one that pays called
 * like the policy. Terms are untrusted JSON; a word reads them, and throws a `PolicyError` with every
 * problem and its path within them. A component that ends before the policy's version does, or begins
 * later, is written as a version with its own days.
 */
export type Word = (terms: unknown, about: Writing) => readonly (Component | Version)[]

/** Words by the kinds of policy that they give a meaning to. */
export type Vocabulary = Readonly<Record<string, Word>>
