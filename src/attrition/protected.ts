import type { Localized } from '../problem/index.js'

/** An attribute that must not move a person's risk, and the words that give it away. */
export interface Protected {
  readonly attribute: string
  readonly label: Localized
  readonly words: readonly string[]
  readonly characters: readonly string[]
}

/**
 * The protected attributes: those of the Charter of Fundamental Rights of the EU (Article 21), the
 * sensitive ones of GDPR Article 9, of China's Labour Law (劳动法 第十二条), Employment Promotion Law
 * (就业促进法 第三条、第二十六至三十一条) and Personal Information Protection Law (个人信息保护法
 * 第二十八条), and union membership.
 */
export const protectedAttributes: readonly Protected[] = [
  kind('sex', '性别', ['sex', 'gender', 'male', 'female'], ['性别', '男女']),
  kind(
    'age',
    '年龄',
    ['age', 'ages', 'birth', 'birthday', 'birthdate', 'birth year', 'born', 'dob'],
    ['年龄', '出生', '生日', '周岁'],
  ),
  kind(
    'marital status',
    '婚姻状况',
    ['marital', 'marriage', 'married', 'divorced', 'spouse'],
    ['婚', '配偶'],
  ),
  kind(
    'family',
    '家庭与生育',
    ['child', 'children', 'kids', 'family', 'maternity', 'paternity', 'parental'],
    ['子女', '生育', '产假', '家庭'],
  ),
  kind('pregnancy', '怀孕', ['pregnant', 'pregnancy'], ['孕']),
  kind(
    'ethnicity',
    '民族与种族',
    ['ethnic', 'ethnicity', 'race', 'racial', 'skin'],
    ['民族', '种族', '族裔', '肤色'],
  ),
  kind(
    'origin',
    '籍贯与国籍',
    ['nationality', 'citizenship', 'national origin', 'birthplace', 'native place', 'hukou'],
    ['国籍', '籍贯', '户籍', '户口'],
  ),
  kind('religion', '宗教信仰', ['religion', 'religious', 'faith'], ['宗教', '信仰']),
  kind(
    'health',
    '健康状况',
    ['health', 'illness', 'disease', 'medical', 'sick', 'sickness', 'diagnosis'],
    ['健康', '疾病', '患病', '病史', '病假', '病原'],
  ),
  kind('disability', '残疾', ['disability', 'disabled', 'handicap'], ['残疾', '残障']),
  kind('sexual orientation', '性取向', ['sexual orientation', 'sexuality', 'lgbt'], ['性取向']),
  kind('union membership', '工会会员身份', ['union', 'unions'], ['工会']),
  kind('politics', '政治面貌', ['political', 'politics', 'party member'], ['政治面貌', '党员']),
]

/**
 * The protected attribute that a name or label speaks of, or `undefined`. Names are cut into words at
 * capitals, `_`, `-`, `.` and spaces, so `monthsInStage` holds no age; Chinese is searched for the
 * characters.
 *
 * @example
 * protectedIn('dateOfBirth')?.attribute //=> 'age'
 * protectedIn('manager_changes') //=> undefined
 */
export function protectedIn(text: string): Protected | undefined {
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}]+/gu, ' ')
    .toLowerCase()
  const holds = (word: string) => ` ${words} `.includes(` ${word} `)
  return protectedAttributes.find(
    (each) => each.words.some(holds) || each.characters.some((found) => text.includes(found)),
  )
}

function kind(
  attribute: string,
  zh: string,
  words: readonly string[],
  characters: readonly string[],
): Protected {
  return { attribute, label: { en: attribute, 'zh-CN': zh }, words, characters }
}
