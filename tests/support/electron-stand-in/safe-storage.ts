/** What of the computer a test chooses. */
export const computer: { backend: string; isAvailable: boolean } = { backend: 'basic_text', isAvailable: true }

/** No keychain: what comes back is what went in, marked. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => computer.isAvailable,
  getSelectedStorageBackend: () => computer.backend,
  encryptStringAsync: async (text: string) => Buffer.from(`sealed:${text}`),
  decryptStringAsync: async (sealed: Buffer) => {
    if (!sealed.toString().startsWith('sealed:')) throw new Error('not sealed by this keychain')
    return { result: sealed.toString().slice('sealed:'.length), shouldReEncrypt: false }
  },
}
