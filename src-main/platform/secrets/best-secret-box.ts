import { BoxClosed, type SecretBox } from './secret-box.ts'

/** The first byte says which box closed it. */
const marks = { keychain: 'K'.charCodeAt(0), file: 'F'.charCodeAt(0) } as const

/**
 * The system's keychain where there is one that keeps anything, else the key file. What the keychain has closed only a host
 * that reaches it opens; what the file has closed is closed anew by the keychain as soon as that is there.
 */
export function bestSecretBox(keychain: SecretBox | undefined, file: SecretBox): SecretBox {
  const isKept = async (): Promise<boolean> => keychain !== undefined && (await keychain.strength()) === 'keychain'
  const marked = (mark: number, sealed: Uint8Array): Uint8Array => Buffer.concat([Buffer.of(mark), sealed])
  return {
    strength: async () => ((await isKept()) ? 'keychain' : 'file'),
    seal: async (text) =>
      keychain !== undefined && (await isKept())
        ? marked(marks.keychain, await keychain.seal(text))
        : marked(marks.file, await file.seal(text)),
    open: async (sealed) => {
      const [mark, inside] = [sealed[0], sealed.subarray(1)]
      if (mark === marks.file) {
        const { text } = await file.open(inside)
        return { text, isStale: await isKept() }
      }
      if (mark !== marks.keychain) throw new BoxClosed('of no box that is known here')
      if (keychain === undefined) throw new BoxClosed('closed by the keychain, which this host does not reach')
      try {
        return await keychain.open(inside)
      } catch (problem) {
        throw new BoxClosed(`the keychain does not open it: ${String(problem)}`)
      }
    },
  }
}
