import { useMergedRef } from '@mantine/hooks'
import { type Ref, type RefCallback, useEffect, useRef } from 'react'

/** Focus for the first field of a page, given once when it appears. In a dialog the field also says `data-autofocus`. */
export function useAutofocus<Element extends HTMLElement>(
  isWanted: boolean,
  ref: Ref<Element> | undefined,
): RefCallback<Element> {
  const own = useRef<Element>(null)
  const first = useRef(isWanted)
  useEffect(() => {
    if (first.current) own.current?.focus()
  }, [])
  return useMergedRef(own, ref ?? null)
}
