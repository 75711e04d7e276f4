/** What screens ask, tell and know. Folders and files are for finding; features import from here. */
export { useLook, useOwnAppearance } from './appearance.tsx'
export type { Ask } from './ask.ts'
export { useClient, useWireState } from './client-provider.tsx'
export { type DocumentKind, type DocumentWords, useDocumentKind } from './document-kinds.tsx'
export type {
  FeatureScreens,
  Gate,
  NavigationPlace,
  PlaceCount,
  PlaceGroup,
  ScreenRoute,
  SettingsPage,
  SlugItem,
  StartPanel,
} from './feature-screens.ts'
export { useGateHold } from './gate-hold.tsx'
export { type House, useHouse } from './house.tsx'
export { useKeptState } from './keeping.tsx'
export { type Go, useGo, useGoBack, useHere, useRouteParam, useRouteWish } from './navigation.tsx'
export { newUuid } from './new-uuid.ts'
export { type OrderPart, useOrderParts } from './order-parts.tsx'
export { useOwnSolid } from './own-solid.tsx'
export { type PageScan, usePageScan } from './page-scans.tsx'
export type {
  PaletteAction,
  PaletteFinding,
  PaletteGroup,
  PaletteHit,
  PaletteOffer,
  PaletteSubject,
} from './palette.ts'
export type { PlaceIcon } from './place-icon.ts'
export type { Outcome, Problem } from './problem.ts'
export { problemOf } from './problem.ts'
export type { ScannedPlace, ScanPattern } from './scan-pattern.ts'
export { type ScreenTools, useScreenTools } from './screen-tools.ts'
export { type Session, useSession } from './session.tsx'
export { type TakeBackOffer, useTakeBack } from './take-back.tsx'
export { type CommandHandle, useCommand } from './use-command.ts'
export { type FormCheck, useFormCheck } from './use-form-check.ts'
export { type FormDraft, type FormDraftOptions, useFormDraft } from './use-form-draft.ts'
export { type DateWords, useDateWords, useFormat } from './use-format.ts'
export { type KeysetList, type ListName, type RowOf, useKeysetList } from './use-keyset-list.ts'
export { type LocalHandle, useLocal } from './use-local.ts'
export { type Answer, type QueryOptions, useQuery } from './use-query.ts'
export { useQueryEach } from './use-query-each.ts'
export { useSettled } from './use-settled.ts'
export { type StoredFile, type UploadHandle, type UploadProgress, useUpload } from './use-upload.ts'
export { type RefusalWords, useRefusalWords } from './word-refusal.ts'
