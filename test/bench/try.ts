import { compile } from '/work/wt/lowering/src/formula/compile.ts'
import { tiered } from './tieredplan.ts'
import { evaluate } from '/work/wt/lowering/src/formula/evaluate.ts'
const run=compile(tiered)
const N=300000
const cols:any={sales:new Float64Array(N),quota:new Float64Array(N),csat:new Float64Array(N)}
for(let i=0;i<N;i++){cols.sales[i]=Math.floor(Math.random()*30000000);cols.quota[i]=5000000+Math.floor(Math.random()*20000000);cols.csat[i]=7000+Math.floor(Math.random()*3000)}
const tiers=[[0,0.01],[50000,0.015],[100000,0.02],[200000,0.025]]as const
const S=new Float64Array(N),Q=new Float64Array(N),C=new Float64Array(N);for(let i=0;i<N;i++){S[i]=cols.sales[i]/100;Q[i]=cols.quota[i]/100;C[i]=cols.csat[i]/10000}
function pay(s:number,q:number,c:number){if(c<0.85)return 0;let t=0;for(let i=0;i<tiers.length;i++){const [from,rate]=tiers[i]!;if(s<=from)break;const to=tiers[i+1]?.[0]??Infinity;t+=(Math.min(s,to)-from)*rate}
const a=Math.round(s/q*1e4)/1e4;const m=a>=1.2?1.5:a>=1?1.2:a>=.8?1:.8;return Math.round(Math.min(t*m,8000)*100)/100}
function raw(){const out2=new Float64Array(N);for(let i=0;i<N;i++)out2[i]=pay(S[i]!,Q[i]!,C[i]!);return out2}
function time(g:()=>void){let best=1e9;for(let k=0;k<25;k++){const t=performance.now();g();best=Math.min(best,performance.now()-t)}return N/best/1000}
for(let k=0;k<3;k++)console.log('compile',time(()=>run(cols)).toFixed(1),'raw',time(raw).toFixed(1))
const b=run(cols),r=raw();let w=0,e=0;for(let i=0;i<N;i++)if(Math.round(r[i]!*100)!==b.values[i])w++
for(let i=0;i<3000;i++){const v=evaluate(tiered,{sales:String(S[i]),quota:String(Q[i]),csat:String(C[i])}).value;if(v!==b.value(i))e++}
console.log('raw wrong',w,'mine',e)
