/** Where values are kept. */
interface Known<K, T> {
  readonly get: (key: K) => T | undefined
  readonly has: (key: K) => boolean
  readonly set: (key: K, value: T) => unknown
}

/** A function that works out each of its values once. */
export function remembered<K, T>(
  make: (key: K) => T,
  known: Known<K, T> = new Map<K, T>(),
): (key: K) => T {
  return (key) => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as T
    const made = make(key)
    known.set(key, made)
    return made
  }
}

/** A value that is worked out when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  const value = remembered(make)
  return () => value(undefined)
}
