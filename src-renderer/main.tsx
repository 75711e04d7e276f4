import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { languages } from '#shared/kernel/language.ts'
import { App } from './app/app.tsx'
import { newUuid } from './client/new-uuid.ts'
import { loadTexts, systemLanguage } from './client/texts/texts.ts'
import { connectWire } from './client/wire/connect-wire.ts'

// The page's policy forbids code made from text; without this the schemas would try, and the policy report it.
z.config({ jitless: true })

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no place for the program')

const texts = await loadTexts(systemLanguage(navigator.languages, languages))
createRoot(place).render(<App ports={{ wire: connectWire(), texts, newId: newUuid }} />)
