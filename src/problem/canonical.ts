/**
 * JSON in the one form of RFC 8785: members by code unit of their names, no spaces. Equal content
 * gives equal text, whatever the order in which it was written. Members that are `undefined` are left
 * out, as JSON leaves them out.
 *
 * `nodes` keeps the text of what stands under the name `node`, for values that share the nodes of
 * formulas and do not change between the calls: traces are mostly made of them.
 */
export function canonicalJson(value: unknown, nodes?: WeakMap<object, string>): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item, nodes)}`
    return `[${text}]`
  }
  const members = value as Readonly<Record<string, unknown>>
  for (const name of Object.keys(members).sort()) {
    const member = members[name]
    if (member === undefined) continue
    const written =
      name === 'node' && nodes !== undefined
        ? nodeJson(member, nodes)
        : canonicalJson(member, nodes)
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${written}`
  }
  return `{${text}}`
}

function nodeJson(node: unknown, nodes: WeakMap<object, string>): string {
  if (typeof node !== 'object' || node === null) return canonicalJson(node)
  const known = nodes.get(node)
  if (known !== undefined) return known
  const text = canonicalJson(node)
  nodes.set(node, text)
  return text
}
