/** Names that are taken, and what something is called that must have one of its own. */
export interface Names {
  /** The name itself where it is free, or else one made of it. */
  readonly claim: (name: string, otherwise: string) => string
}

/** Names of one kind, such as those of all policies of a book. */
export function names(taken: readonly string[] = []): Names {
  const known = new Set(taken)
  return {
    claim: (name, otherwise) => {
      let own = known.has(name) ? otherwise : name
      for (let i = 2; known.has(own); i += 1) own = `${otherwise}_${i}`
      known.add(own)
      return own
    },
  }
}

/** How the data of a pool or an award are called in a migrated book. */
export interface SharedNaming {
  readonly id: string
  /** The attribute that says for which periods somebody is in it. */
  readonly member: string
  /** Figures, by what 0.1 called them. */
  readonly figures: ReadonlyMap<string, string>
}

export interface PoolNaming extends SharedNaming {
  /** The attribute of each level above people, the highest first. */
  readonly levels: readonly string[]
  /** What the groups of each of these levels are weighed by. */
  readonly weighed: ReadonlyMap<string, ReadonlySet<string>>
  /** The inputs of the funding: figures of the company. */
  readonly funding: ReadonlySet<string>
}

export interface AwardNaming extends SharedNaming {
  /** Of teams: the attribute that says whose somebody is, and the figure that weighs them. */
  readonly team: string
  readonly weight: string
  readonly hired: string
}

/** How a migrated book calls what the data of 0.1 have no name for, or another one. */
export interface Naming {
  readonly pools: ReadonlyMap<string, PoolNaming>
  readonly awards: ReadonlyMap<string, AwardNaming>
  /** The attributes of pay, by component. */
  readonly pay: ReadonlyMap<string, string>
  /** The policies that each plan became, and the rules that pay them. */
  readonly plans: ReadonlyMap<string, readonly string[]>
  readonly payments: ReadonlyMap<string, readonly string[]>
  readonly salaries: ReadonlyMap<string, readonly string[]>
  readonly scorecards: ReadonlyMap<string, readonly string[]>
  /** Figures that are read in several units, by their further names. */
  readonly copies: ReadonlyMap<string, readonly string[]>
  /** Figures that events give and plans measure. */
  readonly credited: ReadonlySet<string>
}

/** Attributes that every migrated person may have. */
export const department = 'department'
export const costCentre = 'cost_centre'
export const targetBonus = 'target_bonus'
