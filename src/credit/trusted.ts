/** Lists that the library itself has made and frozen: who reads them need not check them again. */
const lists = new WeakSet<object>()

/** Remembers a list, which is frozen, as one that need not be checked again. */
export function trusted<T>(list: T[]): readonly T[] {
  Object.freeze(list)
  lists.add(list)
  return list
}

/** Whether a list is one that the library itself has made. */
export function isTrusted(list: unknown): boolean {
  return typeof list === 'object' && list !== null && lists.has(list)
}
