import { april, march, may } from './runs.js'
import { sheetOf } from './sheet.js'
import { statementOf } from './statement.js'

for (const run of [march, april, may]) console.log(`${run.period}\n\n${sheetOf(run, 'en')}\n`)
console.log(`${april.period}\n\n${sheetOf(april, 'zh-CN')}`)
for (const locale of ['en', 'zh-CN'] as const)
  console.log(`\n${statementOf(april, 'gina', locale)}`)
