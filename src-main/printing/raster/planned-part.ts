import type { PlacedLabelPart } from '#shared/printing/label-layout.ts'
import type { Bitmap } from './bitmap.ts'

/** A part of a label as both its commands and its preview are made of (P25): what printers cannot say is dots. */
export type PlannedPart =
  | Exclude<PlacedLabelPart, { placed: 'picture' | 'turned' }>
  | { readonly placed: 'bitmap'; readonly x: number; readonly y: number; readonly bitmap: Bitmap }
