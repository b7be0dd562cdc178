import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { pages } from './blocks.js'

/** What a heading is called in a link: as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function anchorsOf(page: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  )
}

test.each([...pages, 'CHANGELOG.md'])('every link of %s leads somewhere', (page) => {
  const text = readFileSync(page, 'utf8').replace(/^```.*?^```/gms, '')
  const broken = [...text.matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].flatMap(([, link = '']) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : normalize(join(dirname(page), path))
    if (!existsSync(target)) return [link]
    return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [link]
  })
  expect(broken).toEqual([])
})
