export type { DrawerOccasion } from './drawer.ts'
export type { BuiltPaper, PaperForm, PaperServices, PaperSource, PaperWish } from './paper-source.ts'
