import { accepted, type Result } from '#shared/kernel/result.ts'
import type { LabelDocument } from '#shared/printing/label-document.ts'
import type { DotsProfile } from '#shared/printing/printer-profile.ts'
import type { EncodedPrint } from '../encoded-print.ts'
import type { PaperTools } from '../receipt-plan.ts'
import { brotherLabels } from './brother-bytes.ts'
import { eplLabel } from './epl-bytes.ts'
import { labelBitmap } from './label-bitmap.ts'
import { tsplLabel } from './tspl-bytes.ts'

/** One label in the language of a printer that gets dots; its copies are one print job. */
export async function encodeLabelInDots(
  document: LabelDocument,
  profile: DotsProfile,
  tools: PaperTools,
  copies = 1,
): Promise<Result<EncodedPrint>> {
  const drawn = await labelBitmap(document, profile, tools)
  if (!drawn.ok) return drawn
  const { bitmap, warnings } = drawn.value
  const { language } = profile
  switch (language) {
    case 'tspl':
      return accepted({ bytes: tsplLabel(profile, bitmap, copies), language, warnings })
    case 'epl':
      return accepted({ bytes: eplLabel(profile, bitmap, copies), language, warnings })
    case 'brother': {
      const { bytes, isCut } = brotherLabels(profile, bitmap, copies)
      const cut = isCut ? [{ code: 'outsideLabel', text: document.title } as const] : []
      return accepted({ bytes, language, warnings: [...warnings, ...cut] })
    }
  }
}
