import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from 'react'

export interface TakeBackOffer {
  /** What happened, whole: "26-A04817 is on hold". */
  readonly message: string
  readonly takeBack: () => void
  /** Opens the place where it happened. */
  readonly show?: () => void
}

interface TakeBack {
  readonly offer: (offer: TakeBackOffer) => void
  /** Takes the last thing back; false when there is nothing (left) to take back. */
  readonly last: () => boolean
}

const TakeBackContext = createContext<TakeBack | null>(null)

// More than a person remembers doing.
const REMEMBERED = 20

interface TakeBackProviderProps {
  /** Shows the offer for a while, usually as a toast; given the take back that also forgets it. */
  say: (offer: TakeBackOffer) => void
  children: ReactNode
}

/** Remembers what can be taken back, so that Ctrl+Z works after the toast has gone. */
export function TakeBackProvider({ say, children }: TakeBackProviderProps) {
  const offers = useRef<TakeBackOffer[]>([])
  const offer = useCallback(
    (made: TakeBackOffer) => {
      const once: TakeBackOffer = {
        ...made,
        takeBack: () => {
          offers.current = offers.current.filter((each) => each !== once)
          made.takeBack()
        },
      }
      offers.current = [...offers.current, once].slice(-REMEMBERED)
      say(once)
    },
    [say],
  )
  const last = useCallback(() => {
    const standing = offers.current.at(-1)
    standing?.takeBack()
    return standing !== undefined
  }, [])
  const value = useMemo(() => ({ offer, last }), [offer, last])
  return <TakeBackContext value={value}>{children}</TakeBackContext>
}

export function useTakeBack(): TakeBack {
  const takeBack = useContext(TakeBackContext)
  if (takeBack === null) throw new Error('Taking back needs the TakeBackProvider around it')
  return takeBack
}
