import { z } from 'zod'
import { command, contract, local, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { fileKinds, largestPiece, previewNotes, previewProblems, quarantineReasons } from './file-record.ts'

const fileId = idOf<'File'>()
const uploadId = idOf<'FileUpload'>()
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'file.hashMalformed')
/** Any text: it is shown, never used as a path. Cleaned and shortened where the record is made. */
const fileName = z.string().max(4096, 'text.tooLong')

/** Where the bytes are: on this station, on their way to it, at one other station alone, or nowhere that is known (FI6, FI13). */
export const filePlace = z.enum(['here', 'coming', 'elsewhere', 'missing'])
export type FilePlace = z.output<typeof filePlace>

/** One stored file with one record of it. */
export const fileOutput = z.object({
  id: z.string(),
  hash: z.string(),
  size: z.number(),
  mediaType: z.string(),
  name: z.string(),
  kind: z.enum(fileKinds),
  /** `K7-9HD3`, as papers carry it. */
  shortCode: z.string(),
  version: z.number(),
  replaces: z.string().nullable(),
  /** Not null: kept apart, neither opened nor previewed. */
  quarantine: z.enum(quarantineReasons).nullable(),
  previewable: z.boolean(),
  archived: z.boolean(),
  place: filePlace,
  /** Code of the station that has the only copy, where that is another one. */
  onlyAt: z.string().nullable(),
})

export const previewOutput = z.object({
  /** Hash of a PNG in the file store (first page, on white, at most 1000 pixels a side); null with a problem. */
  previewHash: z.string().nullable(),
  /** Size of the first page or picture in tenths of a millimetre; null where the file does not say. */
  widthMm10: z.number().nullable(),
  heightMm10: z.number().nullable(),
  pages: z.number().nullable(),
  problem: z.enum(previewProblems).nullable(),
  notes: z.array(z.enum(previewNotes)),
})

export const filesContract = contract(
  local('file.begin', {
    input: z.strictObject({
      name: fileName,
      size: z.int().min(0),
      kind: z.enum(fileKinds).default('artwork'),
      /** The file record that this one is a new version of. */
      replaces: fileId.nullable().default(null),
    }),
    output: z.object({ uploadId: z.string(), received: z.number(), pieceLimit: z.number() }),
    permission: 'file.keep',
    summary: 'Begins an upload. Refused at once when the file is empty, over 4 GB or does not fit on the disk.',
  }),
  local('file.resume', {
    input: z.strictObject({ uploadId }),
    output: z.object({
      uploadId: z.string(),
      received: z.number(),
      pieceLimit: z.number(),
      size: z.number(),
      name: z.string(),
    }),
    permission: 'file.keep',
    summary: 'Where an interrupted upload stands, also after a restart of the program; go on from `received`.',
  }),
  local('file.append', {
    input: z.strictObject({
      uploadId,
      offset: z.int().min(0),
      /** Base64 of at most 262144 bytes. */
      data: z.string().max(Math.ceil(largestPiece / 3) * 4, 'file.pieceTooLarge'),
    }),
    output: z.object({ received: z.number() }),
    permission: 'file.keep',
    summary:
      'Adds the next piece. A piece that is there already is answered again; a gap is refused with what is expected.',
  }),
  local('file.finish', {
    input: z.strictObject({ uploadId, sha256: hash.optional() }),
    output: fileOutput,
    permission: 'file.keep',
    summary:
      'Checks size and hash, keeps the file and its record. Asked again, it answers the same; the record has the id of the upload.',
  }),
  local('file.discard', {
    input: z.strictObject({ uploadId }),
    output: z.null(),
    permission: 'file.keep',
    summary: 'Gives up an upload that is not finished.',
  }),
  command('file.register', {
    input: z.strictObject({
      id: fileId.optional(),
      hash,
      name: fileName,
      kind: z.enum(fileKinds),
      replaces: fileId.nullable().default(null),
    }),
    output: z.object({ id: z.string(), version: z.number() }),
    permission: 'file.keep',
    summary: 'Makes another record of a file that is stored here already; `file.finish` makes the first by itself.',
  }),
  command('file.archive', {
    input: z.strictObject({ id: fileId, archived: z.boolean() }),
    output: z.null(),
    permission: 'file.keep',
    summary: 'Takes a file record out of the choice, or back in. The bytes stay.',
  }),
  query('file.get', {
    input: z.strictObject({ id: fileId }),
    output: fileOutput,
    permission: 'file.see',
    touches: ['file'],
    summary: 'One file record, with the place of its bytes.',
  }),
  query('file.find', {
    input: z.strictObject({ code: z.string().max(100).optional(), hash: hash.optional() }),
    output: z.array(fileOutput),
    permission: 'file.see',
    touches: ['file'],
    summary: 'The records of a hash or of a short code from a paper (however it is typed), newest first, 50 at most.',
  }),
  query('file.place', {
    input: z.strictObject({ hash }),
    output: z.object({ place: filePlace, onlyAt: z.string().nullable() }),
    permission: 'file.see',
    touches: ['file'],
    summary: 'Where the bytes of a file are: here, coming, only at another station, or missing.',
  }),
  local('file.want', {
    input: z.strictObject({ hash }),
    output: z.object({ place: filePlace, onlyAt: z.string().nullable() }),
    permission: 'file.see',
    summary: 'Somebody looks at a file: it is fetched from the cloud before all others if it is not here.',
  }),
  local('file.preview', {
    input: z.strictObject({ hash, again: z.boolean().default(false) }),
    output: previewOutput,
    permission: 'file.see',
    summary:
      'The picture of a file, drawn once and remembered; or why there is none. `again` draws anew after a problem.',
  }),
)
