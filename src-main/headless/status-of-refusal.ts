const exact: Readonly<Record<string, number>> = {
  'command.idReused': 409,
  'input.tooLarge': 413,
  'input.mediaType': 415,
  'input.method': 405,
  'wire.timeout': 504,
  'wire.busy': 429,
  'fault.internal': 500,
  'database.full': 507,
  'database.readOnly': 503,
}

const byPrefix: Readonly<Record<string, number>> = { auth: 401, permission: 403, notFound: 404, input: 400 }

/** HTTP status of a refusal: what the caller did wrong in asking, or 422 where the trade itself says no. */
export function statusOfRefusal(code: string): number {
  return exact[code] ?? byPrefix[code.split('.')[0] ?? ''] ?? 422
}
