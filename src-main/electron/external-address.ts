// Which addresses may leave the program for the person's browser or mail program, after they have said yes (X3).

export interface ExternalAddress {
  /** As it is opened. */
  readonly url: string
  /** As the person is asked: the host in its ASCII form, so that a look-alike letter shows. */
  readonly shown: string
}

const longest = 2_000

export function externalAddress(text: string): ExternalAddress | null {
  // The parser drops tabs, line breaks and surrounding spaces in silence; an honest link has none.
  if (text.length > longest || /[\s\\\p{Cc}\p{Cf}]/u.test(text)) return null
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol === 'https:') return httpsAddress(url, text)
  return url.protocol === 'mailto:' ? mailAddress(url) : null
}

function httpsAddress(url: URL, text: string): ExternalAddress | null {
  // `https://bank.example@evil.example` shows one host and opens another; `https:evil.example` shows none.
  const isPlain =
    text.toLowerCase().startsWith('https://') &&
    url.username === '' &&
    url.password === '' &&
    !text.split(/[/?#]/)[2]?.includes('@')
  return isPlain && url.hostname.includes('.') ? { url: url.href, shown: url.host } : null
}

function mailAddress(url: URL): ExternalAddress | null {
  const recipient = url.pathname
  const fields = [...url.searchParams.keys()].map((each) => each.toLowerCase())
  const isPlain =
    /^[^@,;%<>"]{1,64}@[A-Za-z0-9.-]{1,253}$/.test(recipient) &&
    fields.every((each) => each === 'subject' || each === 'body')
  return isPlain ? { url: url.href, shown: recipient } : null
}
