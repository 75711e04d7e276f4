import type { EplProfile, TsplProfile, ZplProfile } from '#shared/printing/printer-profile.ts'
import { calibrateEpl } from './labels/epl-bytes.ts'
import { calibrateTspl } from './labels/tspl-bytes.ts'

const media = { gap: 'Y', mark: 'M', continuous: 'N' } as const

/**
 * Says how labels are told apart and lets the printer measure them; sent by a person's button, never with a paper. Kept
 * for this session of the printer only: no ^JUS.
 */
export function calibrateLabels(profile: ZplProfile | TsplProfile | EplProfile): Uint8Array {
  if (profile.language === 'tspl') return calibrateTspl(profile)
  if (profile.language === 'epl') return calibrateEpl(profile)
  return new TextEncoder().encode(`^XA^MN${media[profile.media]}^XZ~JC`)
}
