import type { Page } from 'playwright-core'
import type { CommandName, InputFor, LocalName, OutputFor, QueryName } from '#shared/contract.ts'

interface Ask {
  <N extends CommandName>(does: 'command', name: N, input: InputFor<N>): Promise<OutputFor<N>>
  <N extends QueryName>(does: 'query', name: N, input: InputFor<N>): Promise<OutputFor<N>>
  <N extends LocalName>(does: 'local', name: N, input: InputFor<N>): Promise<OutputFor<N>>
}

/** Asks the station of this page as the person who is signed in there, as a script of theirs would; throws on a refusal. */
export function askAsPerson(page: Page): Ask {
  return (does: string, name: string, input: unknown) =>
    page.evaluate(
      async (asked) => {
        const commandId = asked.do === 'command' ? { commandId: crypto.randomUUID() } : {}
        const response = await fetch('/wire', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id: 1, ...asked, ...commandId }),
        })
        const reply = await response.json()
        if (reply.ok !== true) throw new Error(`${asked.name}: ${JSON.stringify(reply)}`)
        return reply.result
      },
      { do: does, name, input },
    )
}
