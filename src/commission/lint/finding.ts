import type { Locale, Localized } from '../../problem/index.js'
import { formatQuantity, type Unit } from '../../quantity/index.js'

/** How much a finding matters: what must be mended, what should be looked at, what is good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** Something that the author of a plan should know, proved from its formula. */
export interface Finding {
  readonly severity: Severity
  /** A stable name for programs, such as `fall`. */
  readonly code: string
  /** The part of the policy, such as `tiers.steps[1]`. */
  readonly path: string
  readonly message: Localized
  /** What it costs or brings, in the plan's currency; none where it moves no money. */
  readonly cost?: string
  /** How to mend it. */
  readonly mend: Localized
  /** The inputs that the plan was looked at with, beside the amounts that the finding names. */
  readonly given: Readonly<Record<string, string>>
}

/** What a finding says, before it is known with which inputs. */
export type Found = Omit<Finding, 'given'>

/** Writes numbers of the policy for people: of what is measured, and of what is paid. */
export interface Written {
  readonly measured: (value: string) => string
  readonly paid: (value: string) => string
}

/** How numbers of two units are written in a language. */
export type Write = (locale: Locale) => Written

export function writtenIn(measure: Unit, pay: Unit): Write {
  return (locale) => ({
    measured: (value) => formatQuantity(value, measure, locale),
    paid: (value) => formatQuantity(value, pay, locale),
  })
}

type Texts = readonly [message: string, mend: string]

/** A finding in both languages. */
export function found(
  write: Write,
  { severity, code, path, cost }: Pick<Found, 'severity' | 'code' | 'path' | 'cost'>,
  en: (written: Written) => Texts,
  zh: (written: Written) => Texts,
): Found {
  const [message, mend] = en(write('en'))
  const [messageZh, mendZh] = zh(write('zh-CN'))
  return {
    severity,
    code,
    path,
    message: { en: message, 'zh-CN': messageZh },
    ...(cost !== undefined && { cost }),
    mend: { en: mend, 'zh-CN': mendZh },
  }
}
