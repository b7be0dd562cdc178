import { constructFromSymbol } from 'date-fns/constants'

/**
 * A Date whose local clock is UTC, so that date-fns, which works on local time, never meets a time
 * zone. A local Date cannot carry a plain date: zones skip midnights (daylight saving) and even days
 * (Pacific/Apia 2011-12-30), and the parts that were set are then not the parts that are read.
 *
 * date-fns makes every intermediate date through `constructFromSymbol`, so it stays in this class.
 */
export class UtcDate extends Date {
  [constructFromSymbol](value: Date | number | string): UtcDate {
    return new UtcDate(value)
  }

  override getTimezoneOffset(): number {
    return 0
  }

  override getFullYear(): number {
    return this.getUTCFullYear()
  }

  override getMonth(): number {
    return this.getUTCMonth()
  }

  override getDate(): number {
    return this.getUTCDate()
  }

  override getDay(): number {
    return this.getUTCDay()
  }

  override getHours(): number {
    return this.getUTCHours()
  }

  override getMinutes(): number {
    return this.getUTCMinutes()
  }

  override getSeconds(): number {
    return this.getUTCSeconds()
  }

  override getMilliseconds(): number {
    return this.getUTCMilliseconds()
  }

  override setFullYear(...parts: Parameters<Date['setUTCFullYear']>): number {
    return this.setUTCFullYear(...parts)
  }

  override setMonth(...parts: Parameters<Date['setUTCMonth']>): number {
    return this.setUTCMonth(...parts)
  }

  override setDate(date: number): number {
    return this.setUTCDate(date)
  }

  override setHours(...parts: Parameters<Date['setUTCHours']>): number {
    return this.setUTCHours(...parts)
  }

  override setMinutes(...parts: Parameters<Date['setUTCMinutes']>): number {
    return this.setUTCMinutes(...parts)
  }

  override setSeconds(...parts: Parameters<Date['setUTCSeconds']>): number {
    return this.setUTCSeconds(...parts)
  }

  override setMilliseconds(milliseconds: number): number {
    return this.setUTCMilliseconds(milliseconds)
  }
}
