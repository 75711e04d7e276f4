import type { Page } from 'playwright-core'

/** Keys as a scanner sends them: a burst, stamped 4 ms apart so that a busy machine cannot make it a typist. */
export async function scan(page: Page, code: string, end: 'Enter' | null = 'Enter'): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const begin = Date.now() / 1000
  const keys = [...[...code].map(characterKey), ...(end === null ? [] : [enterKey])]
  await Promise.all(
    keys.flatMap((key, index) => {
      const timestamp = begin + index * 0.004
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...key, text: '' }),
      ]
    }),
  )
  await session.detach()
  // The last was stamped a little ahead, and no person presses a key within 35 ms of a scanner's.
  await new Promise((resolve) => setTimeout(resolve, begin * 1000 + keys.length * 4 + 40 - Date.now()))
}

const enterKey = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }

function characterKey(character: string) {
  const code = /\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`
  return { key: character, code: character === '-' ? 'Minus' : code, text: character }
}
