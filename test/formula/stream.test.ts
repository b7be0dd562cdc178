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

  /** A source that gives one chunk, then waits for ever, and tells when it is closed. */
  function stuck(closed: () => void) {
    return {
      [Symbol.asyncIterator]: () => {
        let given = false
        return {
          next: () => {
            if (given) return new Promise<never>(() => {})
            given = true
            return Promise.resolve({ done: false as const, value: chunks[0] as (typeof chunks)[0] })
          },
          return: () => {
            closed()
            return Promise.resolve({ done: true as const, value: undefined })
          },
        }
      },
    }
  }

  test('stops while the source is at work', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 5)
    const stream = streamBatches(
      run,
      stuck(() => {}),
      { signal: controller.signal },
    )
    await expect(valuesOf(stream)).rejects.toThrow('enough')
  })

  test.each([
    ['an empty reason', () => ({ aborted: true, reason: undefined })],
    ['no reason', () => ({ aborted: true })],
  ])('throws an AbortError for a signal with %s', async (_, signal) => {
    await expect(valuesOf(streamBatches(run, chunks, { signal: signal() }))).rejects.toMatchObject({
      name: 'AbortError',
      message: 'The stream was aborted',
    })
  })

  test('asks a signal without listeners before each chunk, and after it came', async () => {
    const signal = { aborted: false, reason: new Error('enough') }
    function* stopping() {
      yield chunks[0] as (typeof chunks)[0]
      signal.aborted = true
      yield chunks[1] as (typeof chunks)[0]
    }
    const values: number[] = []
    const all = async () => {
      for await (const batch of streamBatches(run, stopping(), { signal }))
        values.push(...batch.values)
    }
    await expect(all()).rejects.toThrow('enough')
    expect(values).toEqual([2, 4])
  })

  test('listens to a signal only while it waits for a chunk', async () => {
    const listeners = new Set<() => void>()
    const signal = {
      aborted: false,
      addEventListener: (_: 'abort', listener: () => void) => listeners.add(listener),
      removeEventListener: (_: 'abort', listener: () => void) => listeners.delete(listener),
    }
    for await (const _ of streamBatches(run, chunks, { signal })) expect(listeners.size).toBe(0)
    expect(listeners.size).toBe(0)
  })

  test('closes the source when it is left early, when told so, and when the source fails', async () => {
    const closed: string[] = []
    function* closing(name: string) {
      try {
        yield* chunks
      } finally {
        closed.push(name)
      }
    }
    for await (const _ of streamBatches(run, closing('left'))) break
    const onProgress = () => Promise.reject(new Error('no'))
    await expect(valuesOf(streamBatches(run, closing('told'), { onProgress }))).rejects.toThrow(
      'no',
    )
    const signal = { aborted: true, reason: new Error('enough') }
    await expect(
      valuesOf(
        streamBatches(
          run,
          stuck(() => closed.push('unused')),
          { signal },
        ),
      ),
    ).rejects.toThrow('enough')
    expect(closed).toEqual(['left', 'told'])
    function* failing() {
      yield* chunks
      throw new Error('the source fails')
    }
    await expect(valuesOf(streamBatches(run, failing()))).rejects.toThrow('the source fails')
  })

  test('an error of a source that was stopped at work is nobody’s', async () => {
    const controller = new AbortController()
    let fail = (_: Error) => {}
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise<never>((_, reject) => {
            fail = reject
          }),
        return: () => Promise.reject(new Error('closed badly')),
      }),
    }
    setTimeout(() => controller.abort(new Error('enough')), 1)
    const stream = streamBatches(run, source, { signal: controller.signal })
    await expect(valuesOf(stream)).rejects.toThrow('enough')
    fail(new Error('too late'))
    await new Promise((resolve) => setTimeout(resolve))
  })
})
