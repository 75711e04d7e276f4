import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { DocumentKindsContext } from '#renderer/client/document-kinds.tsx'
import type { FeatureScreens } from '#renderer/client/feature-screens.ts'
import { OrderPartsContext } from '#renderer/client/order-parts.tsx'
import { useSession } from '#renderer/client/session.tsx'

type Parts = { readonly [K in keyof FeatureScreens]-?: NonNullable<FeatureScreens[K]> }

const PartsContext = createContext<Parts | null>(null)

/** What all features together give to the shell, without what this person may not use. */
export function AllFeatures({ features, children }: { features: readonly FeatureScreens[]; children: ReactNode }) {
  const { may } = useSession()
  const parts = useMemo(() => partsFor(features, may), [features, may])
  return (
    <PartsContext value={parts}>
      <DocumentKindsContext value={parts.documentKinds}>
        <OrderPartsContext value={parts.orderParts}>{children}</OrderPartsContext>
      </DocumentKindsContext>
    </PartsContext>
  )
}

export function useFeatureParts(): Parts {
  const parts = useContext(PartsContext)
  if (parts === null) throw new Error('The features are known only inside AllFeatures')
  return parts
}

/** Parts of each kind in the order of their ranks; equal ranks keep the order of the features. */
export function partsFor(features: readonly FeatureScreens[], may: (grant: string) => boolean): Parts {
  return {
    gates: features.flatMap((feature) => feature.gates ?? []),
    routes: allowed(features.flatMap((feature) => feature.routes ?? [])),
    scanPatterns: features.flatMap((feature) => feature.scanPatterns ?? []),
    places: ranked(allowed(features.flatMap((feature) => feature.places ?? []))),
    settingsPages: ranked(allowed(features.flatMap((feature) => feature.settingsPages ?? []))),
    paletteGroups: ranked(allowed(features.flatMap((feature) => feature.paletteGroups ?? []))),
    paletteActions: ranked(allowed(features.flatMap((feature) => feature.paletteActions ?? []))),
    startPanels: ranked(allowed(features.flatMap((feature) => feature.startPanels ?? []))),
    slugItems: ranked(allowed(features.flatMap((feature) => feature.slugItems ?? []))),
    documentKinds: features.flatMap((feature) => feature.documentKinds ?? []),
    orderParts: ranked(allowed(features.flatMap((feature) => feature.orderParts ?? []))),
  }

  function allowed<P extends { readonly grant?: string }>(parts: readonly P[]): readonly P[] {
    return parts.filter(({ grant }) => grant === undefined || may(grant))
  }
}

function ranked<P extends { readonly rank: number }>(parts: readonly P[]): readonly P[] {
  return parts.toSorted((a, b) => a.rank - b.rank)
}
