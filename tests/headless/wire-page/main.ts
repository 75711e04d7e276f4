// A page without screens: it connects and leaves the wire where a test finds it.
import { connectWire } from '#renderer/client/wire/connect-wire.ts'

const wire = connectWire()
const heard: unknown[] = []
wire.onAnnouncement((news) => heard.push(news))
wire.onResumed(() => heard.push('resumed'))

Object.assign(window, { wire, heard })
