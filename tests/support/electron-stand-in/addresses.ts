/** Chromium knows no `app:`; to the page the program's origin is this one, answered before it reaches any network. */
const shown = 'https://counterproof.stand-in'
const meant = 'app://counterproof'

export function toPage(url: string): string {
  return url.startsWith(meant) ? shown + url.slice(meant.length) : url
}

export function fromPage(url: string): string {
  return url.startsWith(shown) ? meant + url.slice(shown.length) : url
}
