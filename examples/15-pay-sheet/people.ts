import { pay } from 'payproof'

/** The people of the shop. What was told later than on its own day says when: `recorded`. */

type Told = Pick<pay.Known, 'recorded'>
type Profile = { readonly [attribute: string]: string | readonly pay.AttributeValue[] }
type Rest = Pick<pay.Person, 'absences' | 'figures'> & { readonly left?: string }

function person(id: string, name: string, hired: string, profile: Profile, rest: Rest = {}) {
  const { left, ...data } = rest
  const history = (value: Profile[string]) =>
    typeof value === 'string' ? [{ from: hired, value }] : value
  return {
    id,
    name,
    employment: [{ from: hired, ...(left !== undefined && { to: left }) }],
    attributes: Object.fromEntries(
      Object.entries({ hired, ...profile }).map(([key, value]) => [key, history(value)]),
    ),
    ...data,
  }
}

/** What the desk's system says of an agent, a month a line: satisfaction, seconds, resolution. */
function desk(...months: readonly (readonly [string, string, string, string])[]): pay.Figure[] {
  return months.flatMap(([period, satisfaction, first_response, resolution]) =>
    Object.entries({ satisfaction, first_response, resolution }).map(([name, value]) => ({
      name,
      period,
      value,
    })),
  )
}

const overtime = (period: string, value: string): pay.Figure => ({
  name: 'overtime',
  period,
  value,
})
const sick = (id: string, from: string, to: string, told: Told = {}): pay.PersonAbsence => ({
  id,
  kind: 'sick',
  from,
  to,
  ...told,
})

const seller = (salary: Profile[string]) => ({ department: 'operations', salary })
const agent = (salary: string) => ({ department: 'service', salary, bonus: '300.00' })
const packer = (salary: string) => ({ department: 'warehouse', salary })

export const people = pay.parsePeople([
  person('grace', 'Grace Hill', '2008-05-01', seller('2400.00')),
  person('oliver', 'Oliver Stone', '2009-02-16', seller('2250.00'), { left: '2011-05-15' }),
  person(
    'mei',
    'Mei Chen',
    '2010-01-04',
    // The raise of 14 March was signed a month later.
    seller([
      { from: '2010-01-04', value: '2100.00' },
      { from: '2011-03-14', value: '2300.00', recorded: '2011-04-12' },
    ]),
    { figures: [overtime('2011-03', '6.0')] },
  ),
  person('tomas', 'Tomás Silva', '2010-09-01', seller('2100.00')),
  person('amina', 'Amina Yusuf', '2009-06-01', agent('1900.00'), {
    figures: desk(
      ['2011-03', '0.9120', '58', '0.8600'],
      ['2011-04', '0.9040', '62', '0.8450'],
      ['2011-05', '0.8950', '61', '0.8520'],
    ),
  }),
  person(
    'ben',
    'Ben Walsh',
    '2010-03-15',
    {
      ...agent('1850.00'),
      department: [
        { from: '2010-03-15', value: 'service' },
        { from: '2011-05-16', value: 'operations' },
      ],
      salary: [
        { from: '2010-03-15', value: '1850.00' },
        { from: '2011-05-16', value: '2050.00' },
      ],
    },
    {
      figures: desk(
        ['2011-03', '0.8440', '84', '0.7700'],
        ['2011-04', '0.8510', '88', '0.7840'],
        ['2011-05', '0.8620', '80', '0.7900'],
      ),
      absences: [
        {
          id: 'ben-1',
          kind: 'unpaid',
          from: '2011-03-25',
          to: '2011-03-25',
          recorded: '2011-04-04',
        },
      ],
    },
  ),
  person('chloe', 'Chloé Martin', '2010-07-01', agent('1850.00'), {
    figures: [
      overtime('2011-04', '4.5'),
      ...desk(
        ['2011-03', '0.8790', '95', '0.8120'],
        ['2011-04', '0.8810', '90', '0.8010'],
        ['2011-05', '0.8840', '87', '0.8160'],
      ),
    ],
  }),
  person('dev', 'Dev Patel', '2011-03-09', agent('1800.00'), {
    figures: desk(
      ['2011-03', '0.8310', '101', '0.7450'],
      ['2011-04', '0.8420', '97', '0.7600'],
      ['2011-05', '0.8530', '90', '0.7810'],
    ),
  }),
  person('emma', 'Emma Clarke', '2008-11-01', agent('2000.00'), {
    figures: [
      ...desk(
        ['2011-03', '0.7850', '100', '0.7510'],
        ['2011-04', '0.8380', '104', '0.7510'],
        ['2011-05', '0.8460', '98', '0.7640'],
      ),
      // Answers of another agent had been counted as hers.
      { name: 'satisfaction', period: '2011-03', value: '0.8450', recorded: '2011-04-08' },
    ],
  }),
  person('finn', 'Finn Byrne', '2010-05-04', agent('1850.00'), {
    absences: [sick('finn-1', '2011-03-21', '2011-03-25')],
    figures: desk(
      ['2011-03', '0.8650', '73', '0.8010'],
      ['2011-04', '0.8600', '77', '0.7930'],
      ['2011-05', '0.8710', '70', '0.8040'],
    ),
  }),
  person('gina', 'Gina Rossi', '2009-10-12', packer('1240.00'), {
    figures: [overtime('2011-03', '10.0'), overtime('2011-05', '7.5')],
  }),
  person('hugo', 'Hugo Lind', '2010-02-01', packer('1050.00'), {
    // His certificate for the end of March came in April.
    absences: [sick('hugo-1', '2011-03-28', '2011-03-31', { recorded: '2011-04-05' })],
  }),
])
