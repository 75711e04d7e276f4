import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contextOf, pressOf } from './focus-context.ts'
import { createKeyDispatcher, isInForce, type KeyBinding } from './key-dispatcher.ts'
import { KeyHelp } from './key-help.tsx'
import { createKeyLayers, PAGE_LAYER } from './key-layers.ts'
import { useHeldAlt } from './use-held-alt.ts'
import { type KeyMap, KeyMapContext, useKeys } from './use-keys.tsx'
import { useLatest } from './use-latest.ts'

export interface KeyMapSettings {
  /** Single letters as commands; a person may switch them off. */
  hasSingleKeys?: boolean
  /** A person's own keys: binding id -> chord. */
  ownKeys?: Readonly<Record<string, string>>
  /** Caps inside buttons; they still appear while Alt is held. */
  showsCaps?: boolean
}

/** Listens once for the whole page and hands a press to the nearest binding. Part of `UiProvider`. */
export function KeyMapProvider(props: KeyMapSettings & { children: ReactNode }) {
  const { hasSingleKeys = true, ownKeys, showsCaps = true, children } = props
  const layers = useMemo(createKeyLayers, [])
  const [listed, setListed] = useState<readonly KeyBinding[] | null>(null)
  const settings = useLatest({ hasSingleKeys, ownKeys })
  const active = useCallback(
    () => layers.active().map((binding) => withOwnKey(binding, settings.current.ownKeys)),
    [layers, settings],
  )
  const openHelp = useCallback(
    () => setListed(active().filter((binding) => !binding.isUnlisted && isInForce(binding))),
    [active],
  )
  const lastLayer = useRef(PAGE_LAYER)
  const map = useMemo<KeyMap>(() => {
    const nextLayer = () => {
      lastLayer.current += 1
      return lastLayer.current
    }
    return { layers, openHelp, nextLayer }
  }, [layers, openHelp])

  useEffect(() => {
    const dispatcher = createKeyDispatcher({
      bindings: active,
      hasSingleKeys: () => settings.current.hasSingleKeys,
      schedule: (run, ms) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    })
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || closesList(event)) return
      if (dispatcher.press(pressOf(event), contextOf(event))) event.preventDefault()
    }
    const onKeyDownFirst = (event: KeyboardEvent) => {
      if (!isPastClosedList(event) || !dispatcher.press(pressOf(event), contextOf(event))) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDownFirst, { capture: true })
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('blur', dispatcher.reset)
    return () => {
      window.removeEventListener('keydown', onKeyDownFirst, { capture: true })
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('blur', dispatcher.reset)
    }
  }, [active, settings])
  useHeldAlt(showsCaps)

  return (
    <KeyMapContext value={map}>
      <HelpKey openHelp={openHelp} />
      {children}
      <KeyHelp bindings={listed} onClose={() => setListed(null)} />
    </KeyMapContext>
  )
}

function HelpKey({ openHelp }: { openHelp: () => void }) {
  const { t } = useTranslation('ui')
  useKeys([{ id: 'help', keys: '?', label: t('keys.help'), run: openHelp, scope: 'global' }])
  return null
}

/** Esc in a field with its list open closes the list and nothing else; Mantine marks such a field. */
function closesList(event: KeyboardEvent): boolean {
  const isListOpen = event.target instanceof Element && event.target.closest('[data-mantine-stop-propagation]') !== null
  return isListOpen && !event.ctrlKey && (event.key === 'Escape' || event.key === 'Enter')
}

/** Ctrl+Enter means the page everywhere. A closed list would open with it: Mantine asks for Enter and not for Ctrl. */
function isPastClosedList({ target, key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const isChord = key === 'Enter' && (ctrlKey || metaKey)
  return isChord && target instanceof Element && target.matches('[aria-haspopup="listbox"]:not([data-expanded])')
}

function withOwnKey(binding: KeyBinding, ownKeys: KeyMapSettings['ownKeys']): KeyBinding {
  const own = ownKeys?.[binding.id ?? binding.keys]
  return own === undefined ? binding : { ...binding, keys: own }
}
