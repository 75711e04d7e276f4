import { useCanGoBack, useLocation, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** To a place: `/orders`, `/orders/<id>`, `/orders/new?party=<id>`. */
export type Go = (to: string, how?: { readonly replaces?: boolean }) => void

export function useGo(): Go {
  const navigate = useNavigate()
  return useCallback(
    (to, how) => {
      void navigate({ href: to, replace: how?.replaces ?? false })
    },
    [navigate],
  )
}

/** Back to where one came from; without a past, to the place given. */
export function useGoBack(): (otherwise: string) => void {
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const go = useGo()
  return useCallback(
    (otherwise) => {
      if (canGoBack) router.history.back()
      else go(otherwise, { replaces: true })
    },
    [router, canGoBack, go],
  )
}

/** A parameter of the route: `orderId` of `/orders/$orderId`. */
export function useRouteParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`this route has no parameter ${name}`)
  return value
}

/** A wish behind the question mark: `party` of `/orders/new?party=...`. */
export function useRouteWish(name: string): string | null {
  const { searchStr } = useLocation()
  return new URLSearchParams(searchStr).get(name)
}

/** The path without wishes, to tell the active place. */
export function useHere(): string {
  return useLocation().pathname
}
