import { checkSizes } from './sizes.js'
import { tryPackage } from './trial.js'

// What was built, as its users meet it: how much an import weighs, and whether it works once installed.
await checkSizes()
await tryPackage()
