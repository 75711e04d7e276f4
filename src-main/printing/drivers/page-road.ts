import type { PdfProfile } from '#shared/printing/printer-profile.ts'
import { cupsStatus, pageOptions, sendThroughCups } from './cups-sender.ts'
import { folderStatus, sendToFolder } from './folder-sender.ts'
import { ippLimits } from './ipp/ipp-line.ts'
import { statusOverIpp } from './ipp/ipp-printer.ts'
import { sendOverIpp } from './ipp/ipp-sender.ts'
import { done, noSpooler, type Road, type RoadPorts, spoolerMissing, wrongLanguage } from './road.ts'
import { sendPageToWindows } from './windows/windows-pages.ts'
import { statusInWindows } from './windows/windows-sender.ts'

/** How a page gets to its printer: straight to it, through a spooler, or as a file into a folder. */
export function pageRoad(profile: PdfProfile, ports: RoadPorts): Road {
  const { transport } = profile
  const command: Road['command'] = (bytes) => Promise.resolve(done(wrongLanguage(bytes.length)))
  switch (transport.by) {
    case 'ipp': {
      const limits = ports.ippLimits ?? ippLimits
      return {
        send: async (paper, beforeFirstByte) =>
          done(await sendOverIpp(transport, profile, paper, { now: ports.now, limits, beforeFirstByte })),
        command,
        status: () => statusOverIpp(transport, limits),
      }
    }
    case 'cups':
      return {
        send: async (paper, beforeFirstByte) =>
          done(await sendThroughCups(transport, paper, pageOptions(profile), ports.cups, beforeFirstByte)),
        command,
        status: () => cupsStatus(transport, ports.cups),
      }
    case 'windows': {
      const { windows, cups } = ports
      return {
        send: async (paper, beforeFirstByte) =>
          done(
            windows === null
              ? noSpooler(paper.bytes.length)
              : await sendPageToWindows(windows.winspool, profile, transport, paper, beforeFirstByte, {
                  ...cups,
                  ...windows,
                }),
          ),
        command,
        status: async () => (windows === null ? spoolerMissing : statusInWindows(windows.winspool, transport)),
      }
    }
    case 'folder':
      return {
        send: async (paper, beforeFirstByte) => {
          beforeFirstByte()
          return done(await sendToFolder(transport.path, paper.title, paper.bytes, ports.now))
        },
        command,
        status: () => folderStatus(transport.path),
      }
  }
}
