import { randomUUID, sign } from 'node:crypto'
import { z } from 'zod'
import { textToSign } from '#cloud/accounts/station-token.ts'
import { wireVersion } from '#shared/sync/wire.ts'
import { newcomer, type WireWriter, wireWriter } from '#tests/support/wire-writer.ts'
import { type Figure, single } from '../figure.ts'

interface Member {
  readonly token: string
  readonly writer: WireWriter
}

const founded = z.object({ epoch: z.string() })
const challenged = z.object({ challenge: z.string() })
const given = z.object({ token: z.string() })

async function post(url: string, path: string, body: unknown, token?: string): Promise<unknown> {
  for (;;) {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (response.ok) return answer
    // As a station does: whoever is told to wait waits.
    if (response.status !== 429 && response.status !== 503) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, Number(response.headers.get('retry-after') ?? 1) * 1000))
  }
}

async function newMember(url: string): Promise<Member> {
  const [org, { privateKey, ...station }] = [randomUUID(), newcomer()]
  founded.parse(await post(url, '/v1/organisations', { org, station }))
  const { challenge } = challenged.parse(await post(url, '/v1/challenge', { org, station: station.id }))
  const signature = sign(null, Buffer.from(textToSign(challenge)), privateKey).toString('base64')
  const instance = { now: null, next: randomUUID() }
  const { token } = given.parse(
    await post(url, '/v1/token', { org, station: station.id, challenge, signature, instance }),
  )
  return { token, writer: wireWriter(station.id, Date.now()) }
}

const pushOne = (url: string, { token, writer }: Member) =>
  post(url, '/v1/push', { wire: wireVersion, epoch: null, changes: [writer.write()] }, token)

/** Single changes, as one organisation's people and as a hundred organisations write them. */
export async function singlePushes(url: string): Promise<readonly Figure[]> {
  const one = await newMember(url)
  for (let round = 0; round < 20; round += 1) await pushOne(url, one)
  const ofOne = 400
  let begin = performance.now()
  for (let round = 0; round < ofOne; round += 1) await pushOne(url, one)
  const perSecondOfOne = ofOne / ((performance.now() - begin) / 1000)

  const many: Member[] = []
  for (let count = 0; count < 100; count += 1) many.push(await newMember(url))
  begin = performance.now()
  const each = 20
  // Sixteen at a time: as many as a server of two cores can use.
  const lanes = Array.from({ length: 16 }, async (_, lane) => {
    for (let round = 0; round < each; round += 1)
      for (let at = lane; at < many.length; at += 16) {
        const member = many[at]
        if (member !== undefined) await pushOne(url, member)
      }
  })
  await Promise.all(lanes)
  const perSecondOfMany = (each * many.length) / ((performance.now() - begin) / 1000)
  return [
    figure('sync.single', 'single-change pushes of one organisation, one after the other', perSecondOfOne, 150),
    figure('sync.many', 'single-change pushes of 100 organisations, 16 at a time', perSecondOfMany, 400),
  ]
}

function figure(key: string, work: string, perSecond: number, wanted: number): Figure {
  return {
    key,
    work: `${work} (${Math.round(perSecond)} a second, wanted ${wanted})`,
    unit: 'ms',
    aim: { p50: 1000 / wanted },
    measured: single(1000 / perSecond),
  }
}
