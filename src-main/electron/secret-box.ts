import { safeStorage } from 'electron'
import type { SecretBox } from '#main/platform/secrets/secret-box.ts'

/** The operating system's keychain. Asynchronous throughout: the synchronous calls end with Electron 46. */
export function systemSecretBox(platform: NodeJS.Platform): SecretBox {
  return {
    strength: async () => {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'none'
      // Without a keyring Linux uses one password that is the same on every computer.
      const isOpen = platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
      return isOpen ? 'none' : 'keychain'
    },
    seal: (text) => safeStorage.encryptStringAsync(text),
    open: async (sealed) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
      return { text: result, isStale: shouldReEncrypt }
    },
  }
}
