// JSON from outside, read more strictly than JSON.parse does (reliability 80): a key given twice, a key that names an
// object's prototype, endless nesting and a whole number that a double cannot hold are each refused by name instead of
// being read as something else than what was sent.

export type JsonFault = 'syntax' | 'duplicateKey' | 'forbiddenKey' | 'tooDeep' | 'unsafeNumber'
export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  /** `at`: the key or number at fault, shortened. */
  | { readonly ok: false; readonly fault: JsonFault; readonly at: string }

const deepest = 64
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const [quote, backslash] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)]

export function parseStrictJson(text: string): StrictJson {
  const parsed = plainlyParsed(text)
  if (parsed === undefined) return refuse('syntax', '')
  return faultOf(text) ?? { ok: true, value: parsed }
}

/** undefined stands for "not JSON": no JSON text means undefined. */
function plainlyParsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(fault: JsonFault, at: string): StrictJson {
  return { ok: false, fault, at: at.slice(0, 40) }
}

/**
 * Walks text that is known to be JSON, so only what JSON.parse lets through is looked for. Strings are stepped over by hand:
 * a pattern that matched them whole would overflow its stack on a few megabytes of escapes.
 */
function faultOf(text: string): StrictJson | undefined {
  /** Keys of each open object; null for an open array. */
  const open: (Set<string> | null)[] = []
  const number = /-?\d[\d.eE+-]*/y
  let keyIsNext = false
  let at = 0
  while (at < text.length) {
    const sign = text.charAt(at)
    let end = at + 1
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null)
      if (open.length > deepest) return refuse('tooDeep', '')
      keyIsNext = sign === '{'
    } else if (sign === '}' || sign === ']') {
      open.pop()
    } else if (sign === ',') {
      keyIsNext = Boolean(open.at(-1))
    } else if (sign === '"') {
      end = endOfString(text, at)
      const fault = keyIsNext ? keyFault(text.slice(at, end), open.at(-1)) : undefined
      if (fault) return fault
      keyIsNext = false
    } else if (sign === '-' || (sign >= '0' && sign <= '9')) {
      number.lastIndex = at
      const written = number.exec(text)?.[0] ?? sign
      const value = Number(written)
      if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
        return refuse('unsafeNumber', written)
      end = at + written.length
    }
    at = end
  }
  return undefined
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  for (let code = text.charCodeAt(at); code !== quote && at < text.length; code = text.charCodeAt(at)) {
    at += code === backslash ? 2 : 1
  }
  return at + 1
}

function keyFault(written: string, keys: Set<string> | null | undefined): StrictJson | undefined {
  // Compared as meant: "\\u0061" and "a" are the same key.
  const key = String(plainlyParsed(written))
  if (forbiddenKeys.has(key)) return refuse('forbiddenKey', key)
  if (keys?.has(key)) return refuse('duplicateKey', key)
  keys?.add(key)
  return undefined
}
