export { type MigratedBefore, migrateBefore } from './before.js'
export { type MigratedBook, type MigrateOptions, migrateBook } from './book.js'
export type { Change } from './change.js'
export { type MigratedData, migrateRunData, type OldRunData } from './data.js'
