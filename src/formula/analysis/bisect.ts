/** The last of so many indexes that passes a test which all before it pass too; -1 where none does. */
export function lastPassing(length: number, passes: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}
