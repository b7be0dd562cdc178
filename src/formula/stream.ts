import { problemsOf, refuse, under } from '../problem/index.js'
import type { Column } from './columns.js'

/** What an `AbortSignal` has. One without listeners is asked before each chunk alone. */
export interface StopSignal {
  readonly aborted: boolean
  readonly reason?: unknown
  /** Where there is one, a stop is seen while the source is waited for. */
  readonly addEventListener?: (type: 'abort', listener: () => void) => void
  /** Takes back what `addEventListener` asked for. */
  readonly removeEventListener?: (type: 'abort', listener: () => void) => void
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
  /**
   * Once aborted, the stream throws the signal's reason, or an error named `AbortError` where it has
   * none: before the next chunk, and while it waits for one.
   */
  readonly signal?: StopSignal
}

/**
 * Runs a compiled formula or program over chunks of columns, one batch a chunk. Only one chunk is held at a
 * time, so that memory does not grow with the rows.
 *
 * Throws a `PolicyError` for a chunk with wrong columns, its place in the path (`chunks[3]`), and the
 * signal's reason once it is aborted. The source of the chunks is closed when the stream ends early;
 * where it is at work on a chunk just then, once it has given that.
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
  for await (const columns of untilStopped(chunks, signal)) {
    const batch = runChunk(run, columns, done)
    yield batch
    done += 1
    rows += batch.rows
    await onProgress?.({ chunks: done, rows })
  }
}

async function* untilStopped<T>(
  items: Iterable<T> | AsyncIterable<T>,
  signal: StopSignal | undefined,
): AsyncGenerator<T, void, undefined> {
  const source = each(items)
  let waiting = false
  try {
    for (;;) {
      if (signal?.aborted) throw reasonOf(signal)
      waiting = true
      const next = await nextOrStop(source, signal)
      waiting = false
      if (next.done) return
      if (signal?.aborted) throw reasonOf(signal)
      yield next.value
    }
  } finally {
    const closed = source.return()
    // A source that is at work closes after it, and by then nobody listens.
    if (waiting) closed.catch(() => {})
    else await closed
  }
}

async function* each<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  yield* items
}

/** What the source gives next, unless the signal is aborted before. */
function nextOrStop<T>(
  source: AsyncGenerator<T, void, undefined>,
  signal: StopSignal | undefined,
): Promise<IteratorResult<T, void>> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(reasonOf(signal as StopSignal))
    signal?.addEventListener?.('abort', stop)
    source
      .next()
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener?.('abort', stop))
  })
}

/** `AbortError` is what a signal of the platform has for a reason where none was given. */
function reasonOf({ reason }: StopSignal): unknown {
  return reason ?? Object.assign(new Error('The stream was aborted'), { name: 'AbortError' })
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
