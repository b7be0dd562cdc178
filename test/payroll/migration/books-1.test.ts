import { expect, test } from 'vitest'
import { files } from './compare.js'
import { holdMigrated } from './held.js'

test('books of 0.1, migrated, pay what they paid', { timeout: 1_200_000 }, () => {
  expect(files).toHaveLength(6)
  holdMigrated(files.slice(0, 2), 1)
})
