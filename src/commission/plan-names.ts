/** The type of a part that a policy may leave out, `never` where it does. */
type Part<P, Key extends string> = P extends { readonly [K in Key]?: infer Value }
  ? NonNullable<Value>
  : never

/** The type of a text in a part, `never` where there is no such part. */
type TextIn<P, Key extends string> = P extends { readonly [K in Key]: infer Name extends string }
  ? Name
  : never

type NameOf<Measure> = Measure extends { readonly as: infer Name extends string }
  ? Name
  : TextIn<Measure, 'sum'>

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never

/** The name of a person's own number. */
type OwnIn<Value> = TextIn<Value, 'figure'> | TextIn<Value, 'attribute'>

/** What a condition reads: KPIs or measures, the quotas of those, and own numbers. */
type ReadBy<Condition, Depth extends readonly unknown[] = []> = Depth['length'] extends 6
  ? string
  : Condition extends { readonly kpi: infer Kpi extends string }
    ? Kpi | TextIn<Condition, 'of'> | ComparedIn<Condition>
    : Condition extends { readonly not: infer Other }
      ? ReadBy<Other, [...Depth, 0]>
      :
          | ComparedIn<Condition>
          | ReadBy<ElementOf<Part<Condition, 'all' | 'any' | 'leastOf'>>, [...Depth, 0]>

type ComparedIn<Condition> = OwnIn<Part<Condition, 'atLeast' | 'atMost' | 'above' | 'below'>>

/** What the tiers read beside what is measured. Formulas of one's own read any text. */
type ReadByTiers<Tiers> = Tiers extends { readonly kind: 'category' | 'formula' }
  ? string
  :
      | TextIn<Tiers, 'kpi'>
      | ReadBy<Part<Tiers, 'of'>>
      | ReadBy<ElementOf<Part<Tiers, 'parts'>>>
      | ReadBy<Part<ElementOf<Part<Tiers, 'stages'>>, 'when'>>
      | OwnIn<Part<Tiers, 'rate' | 'target' | 'otherwise'>>
      | OwnIn<Part<ElementOf<Part<Tiers, 'steps' | 'stages'>>, 'rate'>>

/** A plan that pays each deal by itself, so that its formula reads what deals earn, and not the tiers. */
type ByDeal =
  | { readonly per: 'deal' }
  | { readonly dealCap: string | object }
  | { readonly dealFloor: string | object }

/** The names of the inputs that a plan's formula reads. */
export type PlanInputs<P> =
  | (P extends ByDeal ? 'deals' : NameOf<Part<P, 'measure'>> | ReadByTiers<Part<P, 'tiers'>>)
  | ReadBy<Part<P, 'gate'>>
  | ReadBy<Part<Part<P, 'accelerator'>, 'when'>>
  | ReadBy<ElementOf<Part<P, 'modifiers'>>>
  | ReadBy<ElementOf<Part<P, 'kickers'>>>
  | OwnIn<Part<ElementOf<Part<P, 'kickers'>>, 'pays'>>
  | OwnIn<Part<P, 'floor' | 'cap' | 'yearCap'>>
  | TextIn<P, 'quota'>
  | (Part<P, 'yearCap'> extends never ? never : 'earned_to_date')
