import type { Localized } from '../../problem/index.js'
import type { MigrateCode, MigrateValues } from '../../words/migrate-codes.js'
import { migrateText } from '../../words/migrated.js'

/** Something that a migration changed, and why. */
export interface Change {
  /** A stable name for programs, such as `waits`. */
  readonly code: MigrateCode
  /** Where it stood in what was migrated, such as `policies[0].versions[1].from`. */
  readonly path: string
  readonly text: Localized
}

export function change<Code extends MigrateCode>(
  code: Code,
  path: string,
  values: MigrateValues[Code],
): Change {
  return { code, path, text: migrateText(code, values) }
}
