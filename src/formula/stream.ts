import { problemsOf, refuse, under } from '../problem/index.js'
import type { Column } from './columns.js'

/** What an `AbortSignal` has. */
export interface StopSignal {
  readonly aborted: boolean
  readonly reason?: unknown
}

/** What a batch of a formula and one of a program have. */
interface Rows {
  readonly rows: number
}

/** How far a stream has come. */
export interface StreamProgress {
  readonly chunks: number
  readonly rows: number
}

/** What a stream of batches tells and asks while it runs. */
export interface StreamOptions {
  /** Told after each chunk. A promise is waited for, which gives the host a turn in long work. */
  readonly onProgress?: (progress: StreamProgress) => void | Promise<void>
  /** Asked before each chunk: once aborted, the stream throws the signal's reason. */
  readonly signal?: StopSignal
}

/**
 * Runs a compiled formula or program over chunks of columns, one batch a chunk. Only one chunk is held at a
 * time, so that memory does not grow with the rows.
 *
 * Throws a `PolicyError` for a chunk with wrong columns, its place in the path (`chunks[3]`), and the
 * signal's reason once it is aborted.
 *
 * @example
 * for await (const batch of streamBatches(compile(formula), readChunks(), { signal }))
 *   write(batch.values)
 */
export async function* streamBatches<Name extends string, B extends Rows>(
  run: (columns: Readonly<Record<Name, Column>>) => B,
  chunks: Iterable<Readonly<Record<Name, Column>>> | AsyncIterable<Readonly<Record<Name, Column>>>,
  { onProgress, signal }: StreamOptions = {},
): AsyncGenerator<B, void, undefined> {
  let done = 0
  let rows = 0
  for await (const columns of chunks) {
    if (signal?.aborted) throw signal.reason
    const batch = runChunk(run, columns, done)
    yield batch
    done += 1
    rows += batch.rows
    await onProgress?.({ chunks: done, rows })
  }
}

function runChunk<Name extends string, B extends Rows>(
  run: (columns: Readonly<Record<Name, Column>>) => B,
  columns: Readonly<Record<Name, Column>>,
  chunk: number,
): B {
  let batch: B | undefined
  const problems = problemsOf(() => {
    batch = run(columns)
  })
  refuse(under(`chunks[${chunk}]`, problems))
  return batch as B
}
