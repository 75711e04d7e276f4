// A station that takes orders as fast as it can and says so line by line, until somebody kills it. Run as a process of its
// own: `order-writer.ts <folder> <product> <party> [command to send again]`.
import { randomBytes, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { createApp } from '#main/app/create-app.ts'
import { productChores } from '#main/app/product-chores.ts'
import { systemClock } from '#main/platform/clock/clock.ts'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { inlineChores } from '#main/platform/workers/chores.ts'
import { orderOfThree } from './torture-orders.ts'

const [folder = '', productId = '', partyId = '', resend] = process.argv.slice(2)
const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}
const app = createApp({
  dataFolder: folder,
  clock: systemClock,
  newId: uuidv7,
  randomBytes: (count) => randomBytes(count),
  owner: { pid: process.pid, host: 'torture' },
  version: '0.0.0-torture',
  chores: inlineChores(productChores),
  translate: createTranslate(fileURLToPath(new URL('../../resources/locales', import.meta.url))),
  log: { info: () => {}, problem: (event, facts) => say(`problem ${event} ${String(facts.error)}`) },
  // Folding the log back is part of what is tortured.
  upkeep: { idleCheckpointMilliseconds: 5, wholeCheckMilliseconds: 3_600_000 },
})
const token = app.sessions.open('window', app.firstAdministrator())
const take = async (commandId: string, orderId: string): Promise<void> => {
  say(`try ${commandId} ${orderId}`)
  const reply = await app.handle(token, {
    id: 1,
    do: 'command',
    name: 'salesOrder.take',
    input: orderOfThree(orderId, productId, partyId),
    commandId,
  })
  say(
    reply.ok
      ? `ack ${commandId} ${orderId} ${JSON.stringify(reply.result)} ${reply.replayed === true ? 'again' : 'new'}`
      : `no ${JSON.stringify(reply)}`,
  )
}
say('open')
if (resend !== undefined) {
  const [commandId = '', orderId = ''] = resend.split(',')
  await take(commandId, orderId)
}
for (;;) {
  await take(randomUUID(), uuidv7())
  // A real counter breathes between two orders; it also lets the checkpoint run.
  if (Math.random() < 0.1) await new Promise((resolve) => setTimeout(resolve, 8))
}
