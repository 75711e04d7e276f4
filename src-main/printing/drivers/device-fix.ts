import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Where Linux tells of its devices and people; tests lay out their own. */
export interface DeviceFacts {
  readonly user: string
  readonly sys: string
  readonly groups: string
}

/**
 * What a person types so that this user may use a device: nothing that we could do for them, and never a device opened to
 * everybody (P17). The rule by the maker's number keeps it so when the printer is plugged in again.
 */
export async function deviceFix(path: string, facts: DeviceFacts): Promise<string[]> {
  const isUsb = path.startsWith('/dev/usb/')
  const owner = await groupOf(path, facts.groups)
  // A device of the administrator's own group has been given to nobody yet.
  const group = owner === null || owner === 'root' ? (isUsb ? 'lp' : 'dialout') : owner
  const joining = `sudo usermod -aG ${group} ${facts.user}`
  const vendor = await vendorOf(join(facts.sys, 'class', isUsb ? 'usbmisc' : 'tty', basename(path), 'device'))
  if (vendor === null) return [joining]
  const rule = `SUBSYSTEM=="${isUsb ? 'usbmisc' : 'tty'}", ATTRS{idVendor}=="${vendor}", GROUP="${group}", MODE="0660"`
  return [joining, `echo '${rule}' | sudo tee /etc/udev/rules.d/60-counterproof-${vendor}.rules`]
}

async function groupOf(path: string, groups: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  const listed = await readFile(groups, 'utf8').catch(() => '')
  const line = listed.split('\n').find((each) => each.split(':')[2] === String(found?.gid))
  return line?.split(':')[0] ?? null
}

/** The number of the maker stands at the plug, some steps above the device. */
async function vendorOf(device: string): Promise<string | null> {
  let folder = await realpath(device).catch(() => null)
  for (let steps = 0; folder !== null && steps < 5; steps += 1) {
    const vendor = await readFile(join(folder, 'idVendor'), 'utf8').catch(() => '')
    if (/^[0-9a-f]{4}\s*$/u.test(vendor)) return vendor.trim()
    folder = dirname(folder)
  }
  return null
}
