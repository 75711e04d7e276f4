import type { EscposProfile, ZplProfile } from './printer-profile.ts'

/** Where the wizard starts for a known family; code pages of clones are read off the test strip instead (P10). */
export type EscposModel = Omit<EscposProfile, 'id' | 'name' | 'transport' | 'language'>
export type ZplModel = Omit<ZplProfile, 'id' | 'name' | 'transport' | 'language'>

const roll80 = { columns: 48, dots: 576, dpi: 203 } as const
const roll58 = { columns: 32, dots: 384, dpi: 203 } as const
const drawer = { pin: 2, pulseMs: 100, pulse: 'atOnce', opensAtCash: true } as const
/** Many other makes do not know the command that overtakes. */
const drawerInLine = { ...drawer, pulse: 'inLine' } as const

export const epsonCodePages: EscposProfile['codePages'] = [
  { page: 19, encoding: 'cp858' },
  { page: 18, encoding: 'cp852' },
  { page: 16, encoding: 'windows1252' },
  { page: 0, encoding: 'cp437' },
]

export const escposModels = {
  epsonTm80: {
    ...roll80,
    codePages: epsonCodePages,
    pictureFor: 'line',
    status: 'full',
    cut: 'partial',
    drawer,
  },
  epsonTm80Dpi180: {
    columns: 42,
    dots: 512,
    dpi: 180,
    codePages: epsonCodePages,
    pictureFor: 'line',
    status: 'full',
    cut: 'partial',
    drawer,
  },
  /** Unknown make: two pages that nearly all have, everything else as a picture, and no promise of proof. */
  clone80: {
    ...roll80,
    codePages: [
      { page: 2, encoding: 'cp850' },
      { page: 0, encoding: 'cp437' },
    ],
    pictureFor: 'line',
    status: 'none',
    cut: 'partial',
    drawer: drawerInLine,
  },
  clone58: {
    ...roll58,
    codePages: [{ page: 0, encoding: 'cp437' }],
    pictureFor: 'line',
    status: 'none',
    cut: 'none',
    drawer: drawerInLine,
  },
} satisfies Record<string, EscposModel>

export const zplModels = {
  zebra203: {
    dpi: 203,
    label: { width: 1016, height: 1524 },
    media: 'gap',
    offset: { x: 0, y: 0 },
    isUpsideDown: false,
    darkness: null,
    speed: null,
    status: 'full',
  },
  zebra300: {
    dpi: 300,
    label: { width: 1016, height: 1524 },
    media: 'gap',
    offset: { x: 0, y: 0 },
    isUpsideDown: false,
    darkness: null,
    speed: null,
    status: 'full',
  },
} satisfies Record<string, ZplModel>
