import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { compile } from '../../src/formula/compile.js'
import { streamBatches } from '../../src/formula/stream.js'

const run = compile(
  check(build.multiply(build.input('sales', 'money:CNY', 2), build.constant('2'))),
)
const chunks = [Float64Array.of(1, 2), Float64Array.of(3)].map((sales) => ({ sales }))

async function valuesOf(batches: AsyncIterable<{ readonly values: Float64Array }>) {
  const values: number[] = []
  for await (const batch of batches) values.push(...batch.values)
  return values
}

describe('streamBatches', () => {
  test('runs chunk after chunk and tells how far it is', async () => {
    const told: unknown[] = []
    const stream = streamBatches(run, chunks, {
      onProgress: (progress) => {
        told.push(progress)
      },
    })
    expect(await valuesOf(stream)).toEqual([2, 4, 6])
    expect(told).toEqual([
      { chunks: 1, rows: 2 },
      { chunks: 2, rows: 3 },
    ])
  })

  test('takes chunks that arrive later, and needs no options', async () => {
    async function* later() {
      yield* chunks
    }
    expect(await valuesOf(streamBatches(run, later()))).toEqual([2, 4, 6])
  })

  test('waits for what the progress promises before it takes the next chunk', async () => {
    const order: string[] = []
    function* given() {
      for (const chunk of chunks) {
        order.push('chunk')
        yield chunk
      }
    }
    const onProgress = async () => {
      await new Promise((resolve) => setTimeout(resolve))
      order.push('waited')
    }
    await valuesOf(streamBatches(run, given(), { onProgress }))
    expect(order).toEqual(['chunk', 'waited', 'chunk', 'waited'])
  })

  test('stops before the next chunk once aborted, with the reason of the signal', async () => {
    const controller = new AbortController()
    const values: number[] = []
    const stream = streamBatches(run, chunks, { signal: controller.signal })
    const all = async () => {
      for await (const batch of stream) {
        values.push(...batch.values)
        controller.abort(new Error('enough'))
      }
    }
    await expect(all()).rejects.toThrow('enough')
    expect(values).toEqual([2, 4])
  })

  test('names the chunk whose columns are wrong', async () => {
    const wrong = [chunks[0] as (typeof chunks)[0], { sale: Float64Array.of(1) } as never]
    await expect(valuesOf(streamBatches(run, wrong))).rejects.toMatchObject({
      problems: [
        { code: 'missing-input', path: 'chunks[1].columns.sales' },
        { code: 'unknown-input', path: 'chunks[1].columns.sale' },
      ],
    })
  })
})
