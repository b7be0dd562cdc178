import { protectedIn } from '../../attrition/index.js'
import type { PayBook } from '../../pay/index.js'
import { namesRead } from '../../pay/internal.js'
import type { LawReport } from '../report.js'

/** Whether no component reads what tells a protected attribute of a person, but where it says why. */
export function protectedBlind({ components }: PayBook, of: string): LawReport {
  let declared = false
  for (const { name: component, versions } of components.values())
    for (const { component: written } of versions)
      for (const name of namesRead(written)) {
        const attribute = protectedIn(name)
        if (attribute === undefined) continue
        if (Object.hasOwn(written.mayRead ?? {}, name)) {
          declared = true
          continue
        }
        const { label } = attribute
        const says = {
          en: `"${component}" reads "${name}", which tells the ${label.en} of a person`,
          'zh-CN': `“${component}”读取“${name}”，涉及个人的${label['zh-CN']}`,
        }
        const law = 'protected-blind'
        return { law, of, outcome: 'broken', runs: 0, broken: { says, rows: [] } }
      }
  return { law: 'protected-blind', of, outcome: declared ? 'declared' : 'proved', runs: 0 }
}
