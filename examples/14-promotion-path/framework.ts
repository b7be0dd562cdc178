import { growth } from 'payproof'

const label = (en: string, zh: string) => ({ en, 'zh-CN': zh })

/** The home company's customer service, and the ways on from it: lead, quality, operations. */
export const framework = growth.parseCareerFramework({
  id: 'service-careers-2026',
  currency: 'CNY',
  levels: [label('learning', '入门'), label('sound', '胜任'), label('strong', '精通')],
  competencies: [
    { id: 'listening', label: label('Listening', '倾听与共情'), validMonths: 24 },
    { id: 'product', label: label('Product knowledge', '产品知识'), validMonths: 12 },
    { id: 'coaching', label: label('Coaching', '辅导他人') },
    { id: 'data', label: label('Reading data', '数据分析') },
  ],
  certificates: [{ id: 'service-3', label: label('Service certificate, grade 3', '客服三级证书') }],
  positions: [
    { id: 'agent', label: label('Service agent', '客服专员'), grade: 'C1' },
    { id: 'senior', label: label('Senior agent', '高级客服'), grade: 'C2' },
    { id: 'quality', label: label('Quality analyst', '质检分析师'), grade: 'C3' },
    { id: 'lead', label: label('Team lead', '客服组长'), grade: 'C3' },
    { id: 'campaigns', label: label('Campaign operator', '活动运营'), grade: 'O2' },
    { id: 'manager', label: label('Service manager', '客服经理'), grade: 'C4' },
  ],
  moves: [
    {
      from: 'agent',
      to: 'senior',
      needs: {
        monthsInPosition: 12,
        ratings: { atLeast: '3.5', count: 2, of: 3 },
        competencies: { listening: 2, product: 2 },
      },
    },
    {
      from: 'senior',
      to: 'lead',
      needs: {
        monthsInPosition: 12,
        ratings: { atLeast: '4', count: 2, of: 3 },
        competencies: { listening: 3, coaching: 2 },
        certificates: ['service-3'],
      },
    },
    {
      from: 'senior',
      to: 'quality',
      needs: { monthsInPosition: 6, competencies: { product: 3, data: 2 } },
    },
    {
      from: 'senior',
      to: 'campaigns',
      needs: { monthsInPosition: 6, competencies: { product: 2, data: 2 } },
    },
    {
      from: 'lead',
      to: 'manager',
      needs: { monthsInPosition: 18, competencies: { coaching: 3, data: 2 } },
    },
    {
      from: 'quality',
      to: 'manager',
      needs: {
        monthsInPosition: 24,
        competencies: { listening: 3, coaching: 2 },
        certificates: ['service-3'],
      },
    },
  ],
  trainings: [
    {
      id: 'product-week',
      label: label('A week with the product team', '产品部轮岗一周'),
      cost: '1500.00',
      days: 5,
      teaches: [{ competency: 'product', from: 1, to: 3 }],
    },
    {
      id: 'product-evenings',
      label: label('Product evenings', '产品夜校'),
      cost: '400.00',
      days: 40,
      teaches: [{ competency: 'product', from: 0, to: 2 }],
    },
    {
      id: 'hard-calls',
      label: label('Hard conversations', '疑难投诉演练'),
      cost: '900.00',
      days: 10,
      teaches: [{ competency: 'listening', from: 1, to: 3 }],
    },
    {
      id: 'coaching-start',
      label: label('Coaching, first part', '辅导技巧（一）'),
      cost: '800.00',
      days: 15,
      teaches: [{ competency: 'coaching', from: 0, to: 2 }],
    },
    {
      id: 'coaching-deep',
      label: label('Coaching, second part', '辅导技巧（二）'),
      cost: '1200.00',
      days: 20,
      teaches: [{ competency: 'coaching', from: 2, to: 3 }],
    },
    {
      id: 'sql-for-service',
      label: label('Data for service people', '客服数据分析课'),
      cost: '1000.00',
      days: 30,
      teaches: [{ competency: 'data', from: 0, to: 2 }],
    },
    {
      id: 'service-exam',
      label: label('Course and exam, grade 3', '三级证书培训与考试'),
      cost: '1800.00',
      days: 45,
      teaches: [{ competency: 'listening', from: 1, to: 2 }],
      grants: ['service-3'],
    },
  ],
})

/** Two agents: one nearly there, one whose product assessment runs out. */
export const careers = [
  {
    id: 'lin',
    hired: '2025-02-10',
    position: 'agent',
    since: '2025-02-10',
    ratings: [
      { on: '2025-09-30', score: '3.6' },
      { on: '2026-03-31', score: '4.2' },
    ],
    assessments: [
      {
        competency: 'listening',
        level: 2,
        on: '2026-03-20',
        by: 'wang',
        evidence: ['20 calls heard, 18 without remark'],
      },
      {
        competency: 'product',
        level: 1,
        on: '2026-01-15',
        by: 'wang',
        evidence: ['Product quiz: 68 of 100'],
      },
    ],
    certificates: [],
  },
  {
    id: 'zhao',
    hired: '2024-06-03',
    position: 'agent',
    since: '2024-06-03',
    ratings: [
      { on: '2025-03-31', score: '3.9' },
      { on: '2025-09-30', score: '3.2' },
      { on: '2026-03-31', score: '4.0' },
    ],
    assessments: [
      {
        competency: 'listening',
        level: 2,
        on: '2025-10-08',
        by: 'wang',
        evidence: ['Satisfaction of 94 % over 212 chats'],
      },
      {
        competency: 'product',
        level: 2,
        on: '2025-10-08',
        by: 'wang',
        evidence: ['Product quiz: 91 of 100'],
      },
    ],
    certificates: [],
  },
].map((json) => growth.parseCareer(framework, json))
