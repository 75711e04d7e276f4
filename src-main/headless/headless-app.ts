// Every address of the headless host, as one Hono app. The guard has looked at the request before it comes here.
import type { IncomingMessage } from 'node:http'
import { type Context, Hono } from 'hono'
import type { Core } from '#main/app/core.ts'
import { languageFor } from '#main/platform/translate/language-for.ts'
import type { Translator } from '#main/platform/translate/translator.ts'
import { safeHeaders } from '#main/platform/web/content-security.ts'
import type { RendererFiles } from '#main/platform/web/renderer-files.ts'
import { storedFileResponse } from '#main/platform/web/stored-file.ts'
import type { Contract } from '#shared/kernel/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { frameOfRequest, procedureOf, refusalOfReply } from './api-routes.ts'
import type { FrameExchange } from './frame-exchange.ts'
import { openApiDocument } from './openapi.ts'
import { refusalResponse } from './refusal-response.ts'
import { readJsonBody } from './request-body.ts'
import { sessionCookie, tokenOf } from './request-token.ts'
import { announcementStream, readFrame } from './wire-routes.ts'

export interface HeadlessParts {
  readonly core: Core
  readonly contract: Contract
  readonly version: string
  readonly port: number
  readonly translator: Translator
  readonly exchange: FrameExchange
  readonly screens: RendererFiles
  readonly log: (line: string) => void
}

interface NodeBindings {
  readonly Bindings: { readonly incoming: IncomingMessage }
}

const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(value ?? null, { headers: { ...safeHeaders, 'cache-control': 'no-store', ...headers } })

export function createHeadlessApp(parts: HeadlessParts): Hono<NodeBindings> {
  const { core, contract, exchange, port, screens, translator } = parts
  const app = new Hono<NodeBindings>()

  const refuse = (context: Context<NodeBindings>, refusal: Refusal): Response =>
    refusalResponse(translator, context.req.header('accept-language'), refusal)
  const token = (context: Context<NodeBindings>): string | undefined => tokenOf(context.env.incoming.headers, port)
  const notSignedIn: Refusal = { code: 'auth.required' }

  app.get('/enter', async (context) => {
    const session = await core.redeemEntryCode(context.req.query('code') ?? '')
    if (session === null) return refusedPage(context, translator, 'auth.entryCodeUnknown')
    return new Response(null, {
      status: 303,
      headers: {
        ...safeHeaders,
        location: '/',
        'set-cookie': sessionCookie(port, session),
        'cache-control': 'no-store',
      },
    })
  })

  app.post('/wire', async (context) => {
    const session = token(context)
    if (session === undefined) return refuse(context, notSignedIn)
    const frame = await readFrame(context.req.raw)
    if (!frame.ok) return refuse(context, frame.refusal)
    const reply = await exchange.ask(session, frame.value)
    if (!reply.ok && 'refusal' in reply && /^auth\.(required|noSession)$/.test(reply.refusal.code))
      return refuse(context, reply.refusal)
    return json({ ...reply, id: frame.value.id })
  })

  app.get('/events', async (context) => {
    const session = token(context)
    const stream = session === undefined ? null : await announcementStream(core, session)
    return stream ?? refuse(context, notSignedIn)
  })

  app.get('/api/openapi.json', () => json(openApiDocument(contract, parts.version, `http://127.0.0.1:${port}/api`)))

  app.post('/api/:group/:name', async (context) => {
    const session = token(context)
    if (session === undefined) return refuse(context, notSignedIn)
    const procedure = procedureOf(contract, context.req.param('group'), context.req.param('name'))
    if (!procedure.ok) return refuse(context, procedure.refusal)
    const body = await readJsonBody(context.req.raw)
    if (!body.ok) return refuse(context, body.refusal)
    const frame = frameOfRequest(procedure.value, body.value, context.env.incoming.headers)
    if (!frame.ok) return refuse(context, frame.refusal)
    const reply = await exchange.ask(session, frame.value)
    if (!reply.ok) return refuse(context, refusalOfReply(reply))
    return json(reply.result, reply.replayed ? { 'idempotent-replay': 'true' } : {})
  })

  app.get('/files/:hash{[0-9a-f]{64}}', async (context) => {
    const session = token(context)
    if (session === undefined) return refuse(context, notSignedIn)
    const hash = context.req.param('hash')
    const file = await core.locateFile(session, hash)
    const wish = { hash, range: context.req.header('range'), saveAs: context.req.query('name') }
    const response = file === null ? null : await storedFileResponse(file, wish)
    return response ?? refuse(context, { code: 'notFound.file' })
  })

  app.get('*', (context) => {
    const response = screens.respond(context.req.path)
    if (response) return response
    if (context.req.path === '/' && !screens.isBuilt) {
      const language = languageFor(context.req.header('accept-language'))
      return page(503, language, translator.translate(language, 'headless', 'entry.screensMissing'))
    }
    return refuse(context, { code: 'notFound.page' })
  })

  app.notFound((context) => refuse(context, { code: 'notFound.page' }))
  app.onError((error, context) => {
    const reference = crypto.randomUUID().slice(-12)
    parts.log(
      JSON.stringify({
        event: 'headless.fault',
        reference,
        path: context.req.path,
        error: error.stack ?? error.message,
      }),
    )
    return refuse(context, { code: 'fault.internal', params: { reference } })
  })
  return app
}

/** For a person who followed a link: a sentence instead of JSON. */
function refusedPage(context: Context, translator: Translator, code: string): Response {
  const language = languageFor(context.req.header('accept-language'))
  return page(
    403,
    language,
    `${translator.translate(language, 'headless', 'entry.title')}\n\n${translator.wordRefusal(language, { code })}`,
  )
}

function page(status: number, language: string, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      ...safeHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
    },
  })
}
