import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { GLYPH_NAMES, type GlyphName, glyphInk } from '#renderer/ui/status/glyph-names.ts'
import { GLYPH_SHAPES } from '#renderer/ui/status/glyph-shapes.tsx'
import { statusGlyphs } from '#renderer/ui/status/status-glyphs.ts'

const drawn = (name: GlyphName) => renderToStaticMarkup(<g>{GLYPH_SHAPES[name]}</g>)

/** The outlines of the vocabulary and the glyphs that belong under each. */
const FAMILIES: Record<string, { outline: RegExp; glyphs: readonly GlyphName[] }> = {
  square: {
    outline: /<rect x="1.9" y="1.9" width="12.2" height="12.2"/,
    glyphs: ['waiting', 'waiting-euro', 'waiting-eye', 'waiting-clock'],
  },
  triangle: { outline: /d="M8 1.6L15 14H1Z"/, glyphs: ['needs-you'] },
  diamond: { outline: /d="M8 0.9L15.1 8L8 15.1L0.9 8Z"/, glyphs: ['unknown', 'short'] },
  octagon: { outline: /d="M5.1 1H10.9L15 5.1V10.9L10.9 15H5.1L1 10.9V5.1Z"/, glyphs: ['refused'] },
  'dashed circle': { outline: /stroke-dasharray/, glyphs: ['dashed'] },
}

describe('the status glyphs', () => {
  test('[UI1] every glyph that a state needs is drawn, and none is drawn for nothing', () => {
    const needed = new Set<string>(Object.values(statusGlyphs).flatMap((states) => Object.values(states)))
    // "accepted" is the overprint for a moment, not a state.
    expect([...needed, 'accepted'].sort()).toEqual([...GLYPH_NAMES].sort())
  })

  test('[UI1] no two glyphs of one ink look alike', () => {
    const pictures = GLYPH_NAMES.map((name) => `${glyphInk(name)} ${drawn(name)}`)
    expect(new Set(pictures).size).toBe(GLYPH_NAMES.length)
  })

  test.each(Object.entries(FAMILIES))(
    '[UI1] a %s stands for its family and for nothing else',
    (_, { outline, glyphs }) => {
      expect(GLYPH_NAMES.filter((name) => outline.test(drawn(name)))).toEqual(glyphs)
    },
  )

  test('[UI2] no glyph brings a colour of its own', () => {
    for (const name of GLYPH_NAMES) expect(drawn(name)).not.toMatch(/#[0-9a-f]{3,8}|rgb|hsl/i)
  })

  test('[UI1] every state of every thing has its glyph', () => {
    expect(statusGlyphs).toEqual({
      salesOrder: {
        draft: 'dashed',
        new: 'ring',
        waitingForPayment: 'waiting-euro',
        filesToCheck: 'needs-you',
        proofWithCustomer: 'waiting-eye',
        onHold: 'on-hold',
        inProduction: 'half',
        atSupplier: 'ring-arrow',
        short: 'short',
        ready: 'full',
        partlyShipped: 'ink-half',
        shipped: 'ink-arrow',
        finished: 'ink-check',
        cancelled: 'called-off',
      },
      quotation: {
        draft: 'dashed',
        sent: 'waiting',
        seen: 'waiting-eye',
        accepted: 'ink-check',
        refused: 'refused',
        expired: 'called-off',
        cancelled: 'called-off',
      },
      delivery: {
        toPick: 'ring',
        beingPicked: 'half',
        short: 'short',
        packed: 'full',
        handedOver: 'ink-arrow',
        delivered: 'ink-check',
        returned: 'ink-ring-arrow-back',
        cancelled: 'called-off',
      },
      invoice: {
        draft: 'dashed',
        issued: 'paper',
        partPaid: 'ink-third',
        paid: 'ink-check',
        overdue: 'needs-you',
        credited: 'called-off',
      },
      eInvoice: { waiting: 'waiting-clock', sent: 'ink-ring-arrow', accepted: 'ink-check', refused: 'refused' },
      orderPayment: { open: 'ink-ring', partPaid: 'ink-third', paid: 'ink-check', onInvoice: 'paper' },
      printJob: {
        queued: 'waiting',
        printing: 'two-thirds',
        printed: 'ink-check',
        handedOver: 'ink-ring-arrow-down',
        unknown: 'unknown',
        failedBeforeSending: 'refused',
        cancelled: 'called-off',
      },
      device: { ready: 'ink-check', busy: 'half', needsHelp: 'needs-you', notFound: 'refused' },
      supplierDispatch: {
        countingDown: 'waiting-clock',
        held: 'on-hold',
        sending: 'third',
        accepted: 'ink-check',
        unknown: 'unknown',
        refused: 'refused',
      },
      toDecide: { shortage: 'short', conflict: 'versions', refusedBySync: 'versions' },
    })
  })
})
