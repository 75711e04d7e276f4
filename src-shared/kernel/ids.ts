import { z } from 'zod'

declare const brand: unique symbol
/** A UUIDv7 as text; the brand keeps a party's id from being taken for a product's. */
export type Id<Brand extends string> = string & { readonly [brand]: Brand }

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Parser of a branded id; upper case is accepted and lowered, so that two spellings never name two documents. */
export function idOf<Brand extends string>() {
  return z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.custom<Id<Brand>>((text) => typeof text === 'string' && uuidPattern.test(text), 'id'))
    .meta({ format: 'uuid' })
}

/** A UUID of version 8 made of the first 122 bits of a SHA-256 in hex. */
export function uuidOfHash(hex: string): string {
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Makes ids; comes from outside so that tests can replay a run. */
export type NewId = () => string
