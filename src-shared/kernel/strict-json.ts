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
/** A token at a time, of text that is known to be JSON: on other text the pattern would take quadratic time. */
const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\],:]/gs

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

function faultOf(text: string): StrictJson | undefined {
  /** Keys of each open object; null for an open array. */
  const open: (Set<string> | null)[] = []
  let before = ''
  for (const [found] of text.matchAll(token)) {
    const keys = open.at(-1)
    if (found === '{' || found === '[') {
      open.push(found === '{' ? new Set() : null)
      if (open.length > deepest) return refuse('tooDeep', '')
    } else if (found === '}' || found === ']') {
      open.pop()
    } else if (found.startsWith('"')) {
      // In an object a string after "{" or "," is a key; anywhere else it is a value.
      if (keys && (before === '{' || before === ',')) {
        // Compared as meant: "\\u0061" and "a" are the same key.
        const key = String(plainlyParsed(found))
        if (forbiddenKeys.has(key)) return refuse('forbiddenKey', key)
        if (keys.has(key)) return refuse('duplicateKey', key)
        keys.add(key)
      }
    } else if (/^-?\d/.test(found)) {
      const number = Number(found)
      if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number))) {
        return refuse('unsafeNumber', found)
      }
    }
    before = found
  }
  return undefined
}
