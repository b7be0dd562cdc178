/*
 * Prints ../data/pay-gap-people.csv: a web shop's 260 people, invented. Whole numbers alone (pay in
 * fen), so that every machine prints the same.
 */

let state = 20_260_607
/** A whole number from 0 to below `end`: the generator of Park and Miller (1988). */
const draw = (end: number): number => {
  state = (state * 48_271) % 2_147_483_647
  return Math.floor(state / 1024) % end
}

/** By department: people, women in a hundred by grade, base pay an hour and bonus an hour in fen. */
const departments = {
  operations: { people: 70, women: [55, 40, 25], base: [5200, 7400, 11_500], bonus: 2600 },
  sales: { people: 50, women: [50, 45, 35], base: [4300, 5900, 8800], bonus: 1700 },
  service: { people: 90, women: [78, 70, 60], base: [2900, 3900, 5600], bonus: 450 },
  warehouse: { people: 50, women: [25, 20, 20], base: [2800, 3600, 5000], bonus: 300 },
}
const yuan = (fen: number) => (fen / 100).toFixed(2)
const header =
  'id,sex,department,grade,manager,tenure,hours,base,bonus,rangeMaximum,direct,assisted'
const lines = Object.entries(departments).flatMap(([department, { people, women, base, bonus }]) =>
  Array.from({ length: people }, (_, i) => {
    const grade = i < people / 10 ? 2 : i < people / 2.5 ? 1 : 0
    const woman = draw(100) < (women[grade] ?? 0)
    const tenths = draw(90)
    const level = base[grade] ?? 0
    // New hires come in at the market's price, which has risen faster than pay: 4 % more.
    const market = tenths < 10 ? 104 : 97
    const rise = 100 + Math.floor(tenths / 8) + draw(13) - 6 - (woman ? 2 + 2 * grade : 0)
    const pay = Math.floor((level * market * rise) / 10_000)
    const part = draw(100)
    const extra =
      part < 15 ? 0 : Math.floor((bonus * (grade + 1) * (woman ? 82 : 90 + draw(25))) / 160)
    const managers = Math.ceil(people / 10)
    const manager = i < managers ? '' : `${department}-${i % managers}`
    const hours = woman && draw(5) === 0 ? 1000 : 2000
    const direct = { operations: 900, sales: 1300, service: 0, warehouse: 0 }[department] ?? 0
    const assisted = { operations: 60, sales: 40, service: 520, warehouse: 0 }[department] ?? 0
    const revenue = (thousands: number) => String(thousands * (70 + draw(60)) * 10)
    return [
      `${department}-${i}`,
      woman ? 'women' : 'men',
      department,
      `grade ${grade + 1}`,
      manager,
      (tenths / 10).toFixed(1),
      String(hours),
      yuan(pay),
      yuan(extra),
      yuan(Math.floor(level * 1.25)),
      revenue(direct),
      revenue(assisted),
    ].join(',')
  }),
)
console.log([header, ...lines].join('\n'))
