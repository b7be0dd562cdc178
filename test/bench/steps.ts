import { lower } from '../../src/formula/lower.ts'
import { fuse } from '../../src/formula/fuse.ts'
import { tiered } from './tieredplan.ts'
fuse(lower(tiered)).instructions.forEach((x,i)=>console.log(i,JSON.stringify(x,(k,v)=>typeof v==='bigint'?v+'n':v)))
