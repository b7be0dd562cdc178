/**
 * A reader that knows what it has read: it is frozen, and given again it is taken as it is, so that data
 * may be put together from parts that were read before.
 */
export function readOnce<T extends object>(
  read: (json: unknown) => T,
): (json: unknown) => Readonly<T> {
  const known = new WeakSet<object>()
  return (json) => {
    if (typeof json === 'object' && json !== null && known.has(json)) return json as T
    const value = Object.freeze(read(json))
    known.add(value)
    return value
  }
}
