/** Commission of deals worked out anew, in whole cents and fractions of whole numbers. */

/** Rates in hundredths of a percent, each from a bound in cents on. */
export type Slices = readonly { readonly from: bigint; readonly rate: bigint }[]

/** What an amount earns slice by slice: ten thousandths of cents. */
function exact(amount: bigint, slices: Slices): bigint {
  return slices.reduce((sum, { from, rate }, i) => {
    const to = slices[i + 1]?.from
    const top = to === undefined || amount < to ? amount : to
    return top > from ? sum + (top - from) * rate : sum
  }, 0n)
}

/** To whole cents, halves away from zero. */
function cents(tenThousandths: bigint): bigint {
  const [sign, size] = tenThousandths < 0n ? [-1n, -tenThousandths] : [1n, tenThousandths]
  return sign * ((size + 5_000n) / 10_000n)
}

/** What an amount earns, to the cent. */
export function earnedOn(amount: bigint, slices: Slices): bigint {
  return cents(exact(amount, slices))
}

/** What one deal earns: at least and at most so much, of a deal that is worth something. */
export function earnedByDeal(
  amount: bigint,
  slices: Slices,
  { least, most }: { readonly least: bigint; readonly most: bigint },
): bigint {
  const earned = earnedOn(amount, slices)
  const floored = amount > 0n && earned < least ? least : earned
  return floored > most ? most : floored
}

export function written(amount: bigint): string {
  const text = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}
