/** Where a worked example stands, and the figures as it gives them. */
export interface Published {
  readonly example: string
  readonly source: string
  readonly url: string
  readonly quote: string
}
