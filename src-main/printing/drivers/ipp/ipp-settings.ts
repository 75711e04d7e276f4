import type { PdfProfile } from '#shared/printing/printer-profile.ts'
import { type Sheet, sheets } from '../sheets.ts'
import type { IppDescription } from './ipp-description.ts'
import type { IppFailure } from './ipp-line.ts'
import { attribute, type IppAttribute, type IppResolution, type IppValue, ippTag } from './ipp-message.ts'
import { textsOf } from './ipp-requests.ts'

const dotsPerInch = 3
/** What text needs; a printer that has it is asked for it, another for the finest it has. */
const wantedDots = 600

/**
 * Every setting of a page as attributes of its print job, none left to the printer's own default (P15). What the printer
 * does not have and the paper cannot do without is the reason why it is not sent.
 */
export function pageSettings(
  profile: Pick<PdfProfile, 'media' | 'sides' | 'colour' | 'tray'>,
  copies: number,
  { can }: Pick<IppDescription, 'can'>,
): readonly IppAttribute[] | IppFailure {
  const lacks = (name: string, wish: string): boolean => {
    const listed = textsOf(can.get(`${name}-supported`))
    return listed.length > 0 && !listed.includes(wish)
  }
  const refuse = (name: string, wish: string): IppFailure => ({
    reason: 'settingNotSupported',
    detail: `${name}: ${wish}`,
  })
  const sheet = sheets[profile.media]
  const medium = sheet?.name ?? profile.media
  if (lacks('media', medium)) return refuse('media', medium)
  const isTwoSided = profile.sides !== 'one-sided'
  if (lacks('sides', profile.sides) || (isTwoSided && !can.has('sides-supported')))
    return refuse('sides', profile.sides)
  const most = highest(can.get('copies-supported'))
  if (copies > most) return refuse('copies', String(copies))
  const tray = trayOf(profile.tray, sheet, can)
  if (tray !== null && 'reason' in tray) return tray
  const has = (name: string, wish: string) => textsOf(can.get(`${name}-supported`)).includes(wish)
  const collated = 'separate-documents-collated-copies'
  const colour = has('print-color-mode', profile.colour) ? profile.colour : 'monochrome'
  const dots = finest(can.get('printer-resolution-supported'))
  return [
    tray ?? attribute(ippTag.keyword, 'media', medium),
    ...(can.has('sides-supported') ? [attribute(ippTag.keyword, 'sides', profile.sides)] : []),
    attribute(ippTag.integer, 'copies', copies),
    ...(has('multiple-document-handling', collated)
      ? [attribute(ippTag.keyword, 'multiple-document-handling', collated)]
      : []),
    ...(has('print-color-mode', colour) ? [attribute(ippTag.keyword, 'print-color-mode', colour)] : []),
    ...(has('print-scaling', 'none') ? [attribute(ippTag.keyword, 'print-scaling', 'none')] : []),
    ...(can.has('number-up-supported') ? [attribute(ippTag.integer, 'number-up', 1)] : []),
    ...(dots === null ? [] : [attribute(ippTag.resolution, 'printer-resolution', dots)]),
  ]
}

/** A tray is chosen together with its sheet, in one attribute that takes the place of the sheet's name. */
function trayOf(
  tray: string | null,
  sheet: Sheet | undefined,
  can: IppDescription['can'],
): IppAttribute | IppFailure | null {
  if (tray === null) return null
  const listed = textsOf(can.get('media-source-supported'))
  const isChosen = textsOf(can.get('media-col-supported')).includes('media-source')
  if (!isChosen || !listed.includes(tray) || sheet === undefined) {
    const detail = `media-source: ${tray}${listed.length > 0 ? ` (${listed.join(', ')})` : ''}`
    return { reason: 'settingNotSupported', detail }
  }
  const { width, height } = sheet
  const size = [attribute(ippTag.integer, 'x-dimension', width), attribute(ippTag.integer, 'y-dimension', height)]
  const members = [
    attribute(ippTag.collection, 'media-size', { members: size }),
    attribute(ippTag.keyword, 'media-source', tray),
  ]
  return attribute(ippTag.collection, 'media-col', { members })
}

function highest(values: readonly IppValue[] | undefined): number {
  const range = values?.[0]
  return typeof range === 'object' && range !== null && 'high' in range ? range.high : Number.POSITIVE_INFINITY
}

function finest(values: readonly IppValue[] | undefined): IppResolution | null {
  const listed = (values ?? []).filter(
    (each): each is IppResolution =>
      typeof each === 'object' && each !== null && 'across' in each && each.unit === dotsPerInch,
  )
  const enough = listed.filter(({ across, along }) => Math.min(across, along) >= wantedDots)
  const dots = ({ across, along }: IppResolution) => across * along
  if (enough.length > 0) return enough.reduce((best, each) => (dots(each) < dots(best) ? each : best))
  return listed.length === 0 ? null : listed.reduce((best, each) => (dots(each) > dots(best) ? each : best))
}
