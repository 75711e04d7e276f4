// Describes the API as OpenAPI 3.1, made from the contract itself: what is documented is what is parsed.
import { z } from 'zod'
import type { AnyProcedure, Contract } from '#shared/kernel/contract.ts'
import { apiGroups } from './api-routes.ts'

interface JsonObject {
  readonly [key: string]: unknown
}

const groupOf = (kind: string): string => Object.entries(apiGroups).find(([, each]) => each === kind)?.[0] ?? ''

/** References inside a schema count from its own root; in the document it stands deeper. */
function moved(node: unknown, root: string): unknown {
  if (Array.isArray(node)) return node.map((each) => moved(each, root))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== '$schema')
      .map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string' ? value.replace(/^#/, root) : moved(value, root),
      ]),
  )
}

function schemaOf(name: string, schema: z.ZodType, io: 'input' | 'output'): unknown {
  // What JSON cannot express (a transformed value) is documented as "anything" and still parsed in full.
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref', reused: 'inline' })
  return moved(made, `#/components/schemas/${name}`)
}

const refusalSchema: JsonObject = {
  type: 'object',
  required: ['refusal', 'message'],
  properties: {
    refusal: {
      type: 'object',
      required: ['code'],
      properties: {
        code: { type: 'string', description: 'What was refused, as entity.reason; stable.' },
        params: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
        problems: {
          type: 'array',
          items: {
            type: 'object',
            required: ['field', 'code'],
            properties: {
              field: { type: 'string', description: 'Path in the input, as lines.0.quantity.' },
              code: { type: 'string' },
              params: { type: 'object' },
            },
          },
        },
      },
    },
    message: { type: 'string', description: 'The same in the language of Accept-Language.' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

const refusal = (description: string): JsonObject => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
})

function operationOf(procedure: AnyProcedure): JsonObject {
  const { name, kind, summary, permission } = procedure
  const isCommand = kind === 'command'
  return {
    operationId: name,
    summary,
    tags: [name.split('.')[0]],
    ...(permission === null ? {} : { description: `Needs the right \`${permission}\`.` }),
    ...(isCommand ? { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] } : {}),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}.input` } } },
    },
    responses: {
      '200': {
        description: isCommand ? 'Done, now or when this key was first sent.' : 'The answer.',
        ...(isCommand
          ? {
              headers: {
                'Idempotent-Replay': {
                  description: '`true` when the stored result of an earlier request is given again.',
                  schema: { type: 'string' },
                },
              },
            }
          : {}),
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}.output` } } },
      },
      '400': refusal('The input does not have the right form.'),
      '401': refusal('Not signed in.'),
      '403': refusal('The person may not do this.'),
      ...(isCommand
        ? { '409': refusal('The key was used for another command.'), '422': refusal('The trade says no.') }
        : {}),
      '500': refusal('A fault of the program, with its reference.'),
    },
  }
}

/** The whole API as an OpenAPI 3.1 document. */
export function openApiDocument(contract: Contract, version: string, apiUrl: string): JsonObject {
  const procedures = Object.values(contract)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Counterproof',
      version,
      description:
        'Commands change documents and are carried out once per Idempotency-Key; queries only read; actions concern this station alone. All are POST with a JSON body.',
    },
    servers: [{ url: apiUrl }],
    security: [{ bearer: [] }],
    paths: Object.fromEntries(
      procedures.map((each) => [`/${groupOf(each.kind)}/${each.name}`, { post: operationOf(each) }]),
    ),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token that the program prints when a script starts it.',
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description:
            'A UUID made by the caller, new for each command; sending it again with the same input changes nothing.',
          schema: { type: 'string', format: 'uuid' },
        },
      },
      schemas: {
        Refused: refusalSchema,
        ...Object.fromEntries(
          procedures.flatMap((each) => [
            [`${each.name}.input`, schemaOf(`${each.name}.input`, each.input, 'input')],
            [`${each.name}.output`, schemaOf(`${each.name}.output`, each.output, 'output')],
          ]),
        ),
      },
    },
  }
}
