import { expect, test } from 'vitest'
import { parseHeadlessArguments } from '#main/headless/arguments.ts'

const nothing = { dataFolder: undefined, port: undefined, demo: false, json: false }

test.each([
  [[], nothing],
  [['--headless'], nothing],
  [
    ['--headless', '--data', '/srv/my shop', '--port', '0', '--demo', '--json'],
    { dataFolder: '/srv/my shop', port: 0, demo: true, json: true },
  ],
  [
    ['--cloud', 'https://shop.local:4790', '--cloud-ca', 'ca.pem'],
    { ...nothing, cloudUrl: 'https://shop.local:4790', cloudCa: 'ca.pem' },
  ],
  [['--data=/srv/shop', '--port=65535'], { ...nothing, dataFolder: '/srv/shop', port: 65_535 }],
])('%j is understood', (words, value) => {
  expect(parseHeadlessArguments(words)).toEqual({ ok: true, value })
})

test.each([
  [['--port', '65536']],
  [['--port', '-1']],
  [['--port', '80x']],
  [['--port', '1e3']],
  [['--port', '']],
  [['--port']],
  [['--data', '']],
  [['--data']],
  [['--unknown']],
  [['loose']],
  [['--cloud-ca', 'ca.pem']],
])('%j is refused with a reason', (words) => {
  expect(parseHeadlessArguments(words)).toEqual({ ok: false, problem: expect.stringMatching(/.{10}/) })
})
