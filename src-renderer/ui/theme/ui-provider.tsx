import '@mantine/core/styles.layer.css'
import '@fontsource-variable/inter/standard.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import './tokens.css'
import './type.css'
import './global.css'
import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useEffect, useMemo } from 'react'
import { ListMemoryProvider } from '../data-table/list-memory.tsx'
import { KeyMapProvider, type KeyMapSettings } from '../keys/key-map.tsx'
import { ToastProvider } from '../overlays/toast.tsx'
import { type ColourScheme, givenColourScheme } from './colour-scheme.ts'
import { mantineTheme, mantineVariables } from './mantine-theme.ts'

interface UiProviderProps {
  /** The choice of the person at this station; `auto` follows the system. */
  colourScheme?: ColourScheme
  keys?: KeyMapSettings
  children: ReactNode
}

/** Theme, key map and toasts round the whole program. Mount once. */
export function UiProvider({ colourScheme = 'auto', keys, children }: UiProviderProps) {
  const manager = useMemo(() => givenColourScheme(colourScheme), [colourScheme])
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      colorSchemeManager={manager}
      defaultColorScheme={colourScheme}
      getStyleNonce={styleNonce}
    >
      <FollowChoice colourScheme={colourScheme} />
      <KeyMapProvider {...keys}>
        <ListMemoryProvider>
          <ToastProvider>{children}</ToastProvider>
        </ListMemoryProvider>
      </KeyMapProvider>
    </MantineProvider>
  )
}

/** The page's policy allows only style tags that carry its nonce; whoever serves the page writes it into a meta tag. */
function styleNonce(): string {
  const meta = document.querySelector('meta[name="csp-nonce"], meta[property="csp-nonce"]')
  if (!(meta instanceof HTMLMetaElement)) return ''
  return meta.content || meta.nonce
}

/** Mantine reads the manager once; a later change of the choice must be told to it. */
function FollowChoice({ colourScheme }: { colourScheme: ColourScheme }) {
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(colourScheme), [colourScheme, setColorScheme])
  return null
}
