import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { type Language, languages } from '#shared/kernel/language.ts'
import { useClient } from './client-provider.tsx'
import type { Outcome } from './problem.ts'
import { useSession } from './session.tsx'
import { useCommand } from './use-command.ts'
import { useQuery } from './use-query.ts'

const lookForm = z.object({
  /** `auto` follows the system. */
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  density: z.enum(['desk', 'counter']).default('desk'),
  /** Single letters as commands in lists and boards (WCAG 2.1.4). */
  singleKeys: z.boolean().default(true),
  /** Caps inside buttons; they appear while Alt is held in any case. */
  keyCaps: z.boolean().default(true),
})
const languageForm = z.enum(languages)

/** How one person wants the screens of one station. */
export type Look = z.output<typeof lookForm>
const houseLook: Look = lookForm.parse({})

interface Appearance {
  readonly look: Look
  readonly adopt: (look: Look) => void
  /** Chosen here and not yet read back from the store: until then what the store says is older than the choice. */
  readonly chosenLanguage: Language | null
  readonly chooseLanguage: (language: Language | null) => void
}

const AppearanceContext = createContext<Appearance | null>(null)
const STORED = 'counterproof.look'

/** Outside of everything, because the theme is there before anybody has signed in: it begins as this screen last looked. */
export function AppearanceProvider({ children }: { children: (look: Look) => ReactNode }) {
  const [look, setLook] = useState(storedLook)
  const adopt = useCallback((next: Look) => {
    localStorage.setItem(STORED, JSON.stringify(next))
    setLook(next)
  }, [])
  const [chosenLanguage, chooseLanguage] = useState<Language | null>(null)
  const value = useMemo(() => ({ look, adopt, chosenLanguage, chooseLanguage }), [look, adopt, chosenLanguage])
  return <AppearanceContext value={value}>{children(look)}</AppearanceContext>
}

function storedLook(): Look {
  try {
    return lookForm.parse(JSON.parse(localStorage.getItem(STORED) ?? '{}'))
  } catch {
    return houseLook
  }
}

export function useLook(): Look {
  return useAppearance().look
}

interface OwnAppearance {
  readonly look: Look
  readonly language: Language
  readonly changeLook: (change: Partial<Look>) => Promise<Outcome<unknown>>
  readonly changeLanguage: (language: Language) => Promise<Outcome<unknown>>
}

/** The signed-in person's choice: the look for this station, the language wherever they sit. */
export function useOwnAppearance(): OwnAppearance {
  const { texts } = useClient()
  const { look, adopt, chosenLanguage, chooseLanguage } = useAppearance()
  const { station, language } = useSession()
  const keepLook = useCommand('preference.put')
  const keepLanguage = useCommand('preference.put')
  const changeLook = useCallback(
    (change: Partial<Look>) => {
      const next = { ...look, ...change }
      // At once: nobody waits for the disk to see a colour.
      adopt(next)
      return keepLook.run({ key: lookKey(station.code), value: next })
    },
    [look, adopt, keepLook.run, station.code],
  )
  const changeLanguage = useCallback(
    async (next: Language) => {
      chooseLanguage(next)
      const outcome = await keepLanguage.run({ key: LANGUAGE_KEY, value: next })
      if (!outcome.ok) chooseLanguage(null)
      return outcome
    },
    [chooseLanguage, keepLanguage.run],
  )
  const spoken = languageForm.safeParse(texts.i18n.language).data ?? languageForm.catch('en').parse(language)
  return { look, language: chosenLanguage ?? spoken, changeLook, changeLanguage }
}

/** Takes over what the person chose earlier, and speaks their language. Draws its children when the words are there. */
export function FollowPerson({ children }: { children: ReactNode }) {
  const { texts } = useClient()
  const { adopt, chosenLanguage, chooseLanguage } = useAppearance()
  const { station, language } = useSession()
  const key = lookKey(station.code)
  const kept = useQuery('setting.get', { keys: [key, LANGUAGE_KEY] })
  const keptLook = kept.value?.values[key]?.value
  const keptLanguage = kept.value?.values[LANGUAGE_KEY]?.value
  const wanted = chosenLanguage ?? languageForm.safeParse(keptLanguage ?? language).data ?? 'en'
  const isKnown = !kept.isFirstLoad
  const [spoken, setSpoken] = useState<Language | null>(null)

  useEffect(() => {
    if (isKnown) adopt(lookForm.catch(houseLook).parse(keptLook ?? {}))
  }, [isKnown, keptLook, adopt])
  useEffect(() => {
    if (chosenLanguage !== null && keptLanguage === chosenLanguage) chooseLanguage(null)
  }, [chosenLanguage, keptLanguage, chooseLanguage])
  useEffect(() => {
    if (!isKnown) return
    let isGone = false
    void texts.speak(wanted).then(() => !isGone && setSpoken(wanted))
    return () => {
      isGone = true
    }
  }, [isKnown, wanted, texts])
  return spoken === null ? null : children
}

const LANGUAGE_KEY = 'appearance.language'

/** Station codes are capital letters; a key's words begin with small ones. */
function lookKey(stationCode: string): string {
  return `appearance.station${stationCode}`
}

function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext)
  if (appearance === null) throw new Error('The look is known only inside the AppearanceProvider')
  return appearance
}
