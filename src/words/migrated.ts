import type { Localized } from '../problem/index.js'
import type { MigrateCode, MigrateValues } from './migrate-codes.js'
import { migrateEn } from './migrate-en.js'
import { migrateZhCN } from './migrate-zh-CN.js'

/** What a migration changed, in each language. */
export function migrateText<Code extends MigrateCode>(
  code: Code,
  values: MigrateValues[Code],
): Localized {
  return { en: migrateEn[code](values), 'zh-CN': migrateZhCN[code](values) }
}
