import { z } from 'zod'
import { uuidPattern } from '#shared/kernel/ids.ts'
import { instanceForm } from '#shared/sync/members.ts'
import { wireVersion } from '#shared/sync/wire.ts'
import { publicKeyOf } from './seal.ts'

const uuid = z.string().regex(uuidPattern)
/** What a database can keep as text and a screen can show on one line. */
const line = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text))
/** The path names the version too, so a request may leave it out (Y20). */
const wire = z.literal(wireVersion).default(wireVersion)

export const newStationForm = z.object({
  id: uuid,
  name: line(100),
  publicKey: z
    .string()
    .max(200)
    .refine((key) => publicKeyOf(key) !== undefined),
  boxKey: z
    .string()
    .max(200)
    .refine((key) => publicKeyOf(key, 'x25519') !== undefined),
  appVersion: line(50),
  proof: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/)
    .optional(),
})

/** A station that the cloud has forgotten, as another tells of it (Y36). */
export const vouchForm = z.object({
  wire,
  stations: z
    .array(
      newStationForm.omit({ appVersion: true, proof: true }).extend({
        code: z.string().regex(/^[A-Z]{1,4}$/),
        revokedAt: z.iso.datetime().nullable(),
      }),
    )
    .min(1)
    .max(100),
})

export const foundForm = z.object({ wire, org: uuid, station: newStationForm })
export const joinForm = z.object({ wire, code: z.string().max(50), station: newStationForm })
export const challengeForm = z.object({ wire, org: uuid, station: uuid })
export const tokenForm = z.object({
  wire,
  org: uuid,
  station: uuid,
  challenge: z.string().max(300),
  signature: z.string().max(200),
  instance: instanceForm,
  /** Of the program that asks, so that people see which station is behind. */
  appVersion: line(50).optional(),
})
