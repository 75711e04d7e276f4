import { languageFor } from '#main/platform/translate/language-for.ts'
import type { Translator } from '#main/platform/translate/translator.ts'
import { safeHeaders } from '#main/platform/web/content-security.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { statusOfRefusal } from './status-of-refusal.ts'

export interface RefusalBody {
  readonly refusal: Refusal
  readonly message: string
  /** Per field, where fields are to blame. */
  readonly problems?: readonly { readonly field: string; readonly message: string }[]
}

/** A refusal for people and machines: its code with figures, and its sentence in the caller's language. */
export function refusalBody(translator: Translator, accepted: string | undefined, refusal: Refusal): RefusalBody {
  const language = languageFor(accepted)
  const problems = refusal.problems?.map((each) => ({
    field: each.field,
    message: translator.wordProblem(language, each),
  }))
  return { refusal, message: translator.wordRefusal(language, refusal), ...(problems ? { problems } : {}) }
}

export function refusalResponse(translator: Translator, accepted: string | undefined, refusal: Refusal): Response {
  const status = statusOfRefusal(refusal.code)
  return Response.json(refusalBody(translator, accepted, refusal), {
    status,
    headers: {
      ...safeHeaders,
      'cache-control': 'no-store',
      'content-language': languageFor(accepted),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      // The rest of a body that is too large is not worth receiving.
      ...(status === 413 ? { connection: 'close' } : {}),
    },
  })
}
