/** Above this a hash would need the whole file in memory at once; the station checks the size and makes its own. */
const LARGEST_HASHED = 256 * 1024 * 1024

/** SHA-256 as the file store names files; null where the browser cannot make one (a page without TLS, a very large file). */
export async function sha256Of(file: Blob): Promise<string | null> {
  if (file.size > LARGEST_HASHED || !globalThis.isSecureContext) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function base64Of(bytes: Uint8Array): string {
  const step = 0x8000
  let text = ''
  for (let start = 0; start < bytes.length; start += step) {
    text += String.fromCharCode(...bytes.subarray(start, start + step))
  }
  return btoa(text)
}
