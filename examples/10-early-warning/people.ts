import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { attrition } from 'payproof'

const [header = '', ...lines] = gunzipSync(
  readFileSync(new URL('../data/ibm-hr-attrition.csv.gz', import.meta.url)),
)
  .toString('utf8')
  .trim()
  .split('\n')
const names = header.split(',')
const rows = lines.map((line) => new Map(line.split(',').map((cell, i) => [names[i] ?? '', cell])))

const number = (
  signal: string,
  en: string,
  zh: string,
  risk: 'rises' | 'falls',
  changeable = false,
) =>
  ({
    kind: 'number',
    signal,
    label: { en, 'zh-CN': zh },
    unit: 'count',
    scale: 0,
    risk,
    changeable,
  }) as const
const category = (signal: string, en: string, zh: string, changeable = false) =>
  ({ kind: 'category', signal, label: { en, 'zh-CN': zh }, changeable }) as const

/**
 * What may speak for leaving: all columns that differ among people, but for age, sex and marital status,
 * which a card refuses. The direction of each is what one would expect before looking at the data.
 */
export const signals: readonly attrition.Signal[] = [
  number('DailyRate', 'Daily rate', '日费率', 'falls'),
  number('DistanceFromHome', 'Distance from home', '通勤距离', 'rises'),
  number('Education', 'Level of education', '学历', 'falls'),
  number('EnvironmentSatisfaction', 'Satisfaction with the workplace', '环境满意度', 'falls'),
  number('HourlyRate', 'Hourly rate', '时费率', 'falls'),
  number('JobInvolvement', 'Involvement in the job', '工作投入', 'falls'),
  number('JobLevel', 'Job level', '职级', 'falls'),
  number('JobSatisfaction', 'Satisfaction with the job', '工作满意度', 'falls'),
  number('MonthlyIncome', 'Monthly pay', '月薪', 'falls', true),
  number('MonthlyRate', 'Monthly rate', '月费率', 'falls'),
  number('NumCompaniesWorked', 'Earlier employers', '曾任职公司数', 'rises'),
  number('PercentSalaryHike', 'Last rise, percent', '上次加薪百分比', 'falls'),
  number('PerformanceRating', 'Rating', '绩效', 'falls'),
  number('RelationshipSatisfaction', 'Satisfaction with colleagues', '人际满意度', 'falls'),
  number('StockOptionLevel', 'Stock option level', '期权等级', 'falls', true),
  number('TotalWorkingYears', 'Years of work', '工作年限', 'falls'),
  number('TrainingTimesLastYear', 'Trainings last year', '去年培训次数', 'falls', true),
  number('WorkLifeBalance', 'Balance of work and life', '工作生活平衡', 'falls'),
  number('YearsAtCompany', 'Years at the company', '司龄', 'falls'),
  number('YearsInCurrentRole', 'Years in the role', '现岗年限', 'falls'),
  number('YearsSinceLastPromotion', 'Years since promotion', '距上次晋升年数', 'rises', true),
  number('YearsWithCurrManager', 'Years with the manager', '与现主管共事年数', 'falls'),
  category('BusinessTravel', 'Business travel', '出差', true),
  category('Department', 'Department', '部门'),
  category('EducationField', 'Field of education', '专业'),
  category('JobRole', 'Job', '岗位'),
  category('OverTime', 'Overtime', '加班', true),
]

/** The people, each with the attributes that only an audit looks at. */
export const history = attrition.parseObservations(
  rows.map((row) => {
    const cell = (name: string) => row.get(name) ?? ''
    const years = Number(cell('Age'))
    return {
      id: cell('EmployeeNumber'),
      left: cell('Attrition') === '1',
      signals: Object.fromEntries(signals.map(({ signal }) => [signal, cell(signal)])),
      attributes: {
        sex: cell('Gender'),
        age: cell('Age'),
        ageGroup: years < 30 ? 'under 30' : years < 45 ? '30 to 44' : '45 and over',
        maritalStatus: cell('MaritalStatus'),
      },
    }
  }),
)

/** How long each was watched, in years of service begun. */
export const spells = attrition.parseSpells(
  rows.map((row) => ({
    id: row.get('EmployeeNumber'),
    from: 0,
    until: Number(row.get('YearsAtCompany')) + 1,
    left: row.get('Attrition') === '1',
  })),
)
