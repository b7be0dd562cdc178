import { expect, test } from 'vitest'
import own from '../../package.json' with { type: 'json' }
import { digestOf } from '../../src/problem/index.js'
import { chain } from './proof-company.js'

const [run] = chain

test('a run names the package and the version that worked it out', () => {
  expect(run.engine).toBe(`${own.name}@${own.version}`)
})

test('its digest covers all of it, each member, and not itself', () => {
  const { digest, ...content } = run
  expect(digestOf(content)).toBe(digest)
  for (const name of Object.keys(content)) {
    const { [name as 'lines']: _, ...rest } = content
    expect(digestOf(rest)).not.toBe(digest)
  }
})
