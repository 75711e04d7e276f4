import { accepted, type Result, refused } from '../kernel/result.ts'

/** P20: which paper comes out where. Local to a shop's stations; a missing route is asked for once and remembered. */
export interface PrintRoute {
  /** The kind of paper, as `fulfilment.packingSlip`; the feature that owns the paper names it. */
  readonly documentKind: string
  /** Null: every station. */
  readonly stationId: string | null
  /** A stock location or packing desk; null: everywhere. */
  readonly locationId: string | null
  readonly printerId: string
  readonly copies: number
  /** Paper tray of an office printer, in the spooler's name for it. */
  readonly tray: string | null
  /** Offered when the printer fails, and taken only after a person says yes. */
  readonly fallbackPrinterId: string | null
}

export interface PrintPlace {
  readonly documentKind: string
  readonly stationId: string
  readonly locationId: string | null
}

/** The most particular route that fits: location before station, station before everywhere. */
export function findPrintRoute(routes: readonly PrintRoute[], place: PrintPlace): Result<PrintRoute> {
  const fitting = routes.filter(
    (route) =>
      route.documentKind === place.documentKind &&
      (route.stationId === null || route.stationId === place.stationId) &&
      (route.locationId === null || route.locationId === place.locationId),
  )
  const weight = (route: PrintRoute) => (route.locationId === null ? 0 : 2) + (route.stationId === null ? 0 : 1)
  const best = fitting.toSorted((a, b) => weight(b) - weight(a))[0]
  return best ? accepted(best) : refused('printRoute.missing', { documentKind: place.documentKind })
}
