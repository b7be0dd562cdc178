/**
 * ISO 4217 currencies by their minor units, as in list one of the maintenance agency (SIX), with the
 * funds and precious-metal codes left out.
 */
const codesByMinorUnits = {
  0: ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
  2: [
    'AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BMD', 'BND', 'BOB', 'BRL',
    'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHF', 'CNY', 'COP', 'CRC', 'CUP', 'CVE', 'CZK', 'DKK', 'DOP',
    'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GTQ', 'GYD', 'HKD', 'HNL',
    'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IRR', 'JMD', 'KES', 'KGS', 'KHR', 'KPW', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR',
    'LRD', 'LSL', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MYR', 'MZN',
    'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'QAR', 'RON', 'RSD', 'RUB',
    'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP', 'SZL', 'THB',
    'TJS', 'TMT', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'USD', 'UYU', 'UZS', 'VED', 'VES', 'WST', 'XCD', 'XCG',
    'YER', 'ZAR', 'ZMW', 'ZWG',
  ],
  3: ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'],
  4: ['CLF', 'UYW'],
} as const

type CodesByMinorUnits = typeof codesByMinorUnits

/** An ISO 4217 currency code. */
export type Currency = CodesByMinorUnits[keyof CodesByMinorUnits][number]

const minorUnitsByCode: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByMinorUnits).flatMap(([places, codes]) =>
    codes.map((code) => [code, Number(places)] as const),
  ),
)

/** Every currency code, for schemas. */
export const currencies = [...minorUnitsByCode.keys()] as readonly Currency[]

/** Whether a text is an ISO 4217 currency code. */
export function isCurrency(code: string): code is Currency {
  return minorUnitsByCode.has(code)
}

/**
 * The decimal places of a currency's minor unit by ISO 4217: 2 for CNY, 0 for JPY, 3 for KWD, 4 for
 * CLF.
 *
 * @example
 * minorUnits('JPY') //=> 0
 */
export function minorUnits(currency: Currency): number {
  return minorUnitsByCode.get(currency) as number
}
