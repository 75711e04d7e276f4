import type { FeatureModule } from '#main/platform/bus/module.ts'
import { type PaperSource, printingModule, type SpoolPorts } from '#main/printing/module.ts'
import { settingsModule } from '#main/settings/module.ts'
import { usersModule } from '#main/users/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { a4 } from '#shared/printing/page-document.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'

export const paperSizes = ['nothing', 'small', 'large'] as const
/** 0 bytes, 3 kB, 65 kB. */
export type PaperSize = (typeof paperSizes)[number]

export const faultPaperKind = 'printing.fault'

/** The last words of a paper: where they are, all of it is. */
export function markOf(title: string): string {
  return `END OF ${title}.`
}

const linesOf: Readonly<Record<PaperSize, number>> = { nothing: 1, small: 60, large: 1325 }
const words = 'All papers of this shop are as long as they say.'

/** A paper of the wanted size, named by the wish: which paper it is decides nothing of how it gets to its printer. */
const faultPaper: PaperSource = {
  kind: faultPaperKind,
  about: 'sales_order',
  forms: ['receipt', 'page'],
  needs: null,
  tagsCopies: true,
  template: null,
  compose:
    () =>
    ({ form, codes: [title = '', size = 'small'] }) => {
      const texts = [title, ...Array.from({ length: linesOf[size as PaperSize] }, () => words), markOf(title)]
      return accepted([
        {
          ...{ lineId: null, orderNumber: '', partyName: '', amount: null, language: 'en' },
          document: form === 'page' ? pageOf(title, texts) : receiptOf(title, size, texts),
        },
      ])
    },
}

function receiptOf(title: string, size: string, texts: readonly string[]): PrintDocument {
  // A sign that has to be drawn takes a paper past the chores, where the one of no bytes is made.
  const all = size === 'nothing' ? ['\u4e2d', ...texts] : texts
  return {
    ...{ form: 'receipt', title, language: 'en', copyTag: null },
    lines: all.map((text) => ({ line: 'text', text })),
  }
}

function pageOf(title: string, texts: readonly string[]): PrintDocument {
  return {
    ...{ form: 'page', title, language: 'en', author: '', createdAt: '2026-11-22T08:00:00.000Z', size: a4 },
    margins: { top: 200, right: 200, bottom: 200, left: 200 },
    decimalMark: '.',
    blocks: texts.map((text) => ({ block: 'text' as const, text })),
    ...{ runningHead: null, footer: null, copyTag: null },
  } as PrintDocument
}

/** A core that prints, and as little else as it can be without. */
export function printingOnly(ports?: () => SpoolPorts): readonly FeatureModule[] {
  return [settingsModule, printingModule([faultPaper], ports), usersModule]
}
