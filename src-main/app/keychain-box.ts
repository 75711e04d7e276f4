import type { SecretBox } from '#main/platform/secrets/secret-box.ts'
import type { BoxAnswer, BoxQuestion } from './core-protocol.ts'

/** The shell's keychain as the core's thread reaches it: by messages, one answer for each. */
export function keychainBox(post: (id: number, ask: BoxQuestion) => void): {
  readonly box: SecretBox
  answered(id: number, answer: BoxAnswer): void
} {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (problem: Error) => void }>()
  let lastId = 0
  const ask = <T>(question: BoxQuestion): Promise<T> =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve: (value) => resolve(value as T), reject })
      post(lastId, question)
    })
  return {
    box: {
      strength: () => ask({ do: 'strength' }),
      seal: (text) => ask({ do: 'seal', text }),
      open: (sealed) => ask({ do: 'open', sealed }),
    },
    answered: (id, answer) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (answer.ok) asked?.resolve(answer.value)
      else asked?.reject(new Error(answer.problem))
    },
  }
}
