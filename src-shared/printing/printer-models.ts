import type { BrotherProfile, EplProfile, EscposProfile, TsplProfile, ZplProfile } from './printer-profile.ts'

/** Where the wizard starts for a known family; code pages of clones are read off the test strip instead (P10). */
export type EscposModel = Omit<EscposProfile, 'id' | 'name' | 'transport' | 'language'>
export type ZplModel = Omit<ZplProfile, 'id' | 'name' | 'transport' | 'language'>

type Settings<Profile> = Profile extends unknown ? Omit<Profile, 'id' | 'name' | 'transport'> : never
export type LabelModel = Settings<ZplProfile | TsplProfile | EplProfile | BrotherProfile>

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

const asBought = { offset: { x: 0, y: 0 }, rotation: 0, darkness: null, speed: null } as const
const fourBySix = { label: { width: 1016, height: 1524 }, media: 'gap', gap: 30 } as const

/** Where the set-up of a label printer starts; what a status answer is worth was not tried on a device for all of them. */
export const labelModels = {
  zebra203: { language: 'zpl', ...zplModels.zebra203 },
  zebra300: { language: 'zpl', ...zplModels.zebra300 },
  tspl203: { language: 'tspl', dpi: 203, ...fourBySix, ...asBought, status: 'none' },
  tspl300: { language: 'tspl', dpi: 300, ...fourBySix, ...asBought, status: 'none' },
  epl203: { language: 'epl', dpi: 203, ...fourBySix, ...asBought, status: 'none' },
  brotherQl: {
    language: 'brother',
    dpi: 300,
    head: 720,
    roll: '62x29',
    label: { width: 620, height: 290 },
    offset: { x: 0, y: 0 },
    rotation: 0,
    cut: 'each',
    status: 'none',
  },
  brotherQlWide: {
    language: 'brother',
    dpi: 300,
    head: 1296,
    roll: '102x152',
    label: { width: 1020, height: 1530 },
    offset: { x: 0, y: 0 },
    rotation: 0,
    cut: 'each',
    status: 'none',
  },
} satisfies Record<string, LabelModel>

export type LabelModelName = keyof typeof labelModels
