import { problemsOf } from '../src/problem/index.js'

/** The problems that a task throws, each as its code and path. */
export function found(task: () => unknown): readonly (readonly [code: string, path: string])[] {
  return problemsOf(task).map(({ code, path }) => [code, path])
}
