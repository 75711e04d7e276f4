// What a page of the program may load and do, the same in a browser and in a desktop window (reliability X2).
import { randomBytes } from 'node:crypto'

/** Stands in the built page where a fresh nonce belongs. */
const noncePlaceholder = '__CSP_NONCE__'

export function newNonce(): string {
  return randomBytes(18).toString('base64')
}

export function withNonce(page: string, nonce: string): string {
  return page.replaceAll(noncePlaceholder, nonce)
}

/** `connect`: addresses besides its own that the page may talk to (the socket of the headless host). */
export function contentSecurityPolicy(nonce: string, connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    // Previews that a screen draws itself (a label, an image just dropped) come as blob: and data:.
    "img-src 'self' blob: data:",
    "media-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer that a shell gives, whatever it holds. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), serial=()',
}
