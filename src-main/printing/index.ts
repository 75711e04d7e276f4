export type { DrawerOccasion } from './drawer.ts'
export type {
  BuiltPaper,
  PaperForm,
  PaperServices,
  PaperSource,
  PaperTemplate,
  PaperWish,
  SampleWish,
} from './paper-source.ts'
