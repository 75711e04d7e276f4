// Looks for a newer version now and then, fetches it in the background and puts it in place when the program ends, never
// while somebody works. Signatures are checked by electron-updater; nothing here switches that off.

const betweenLooksMs = 6 * 60 * 60 * 1000

export async function keepUpToDate(log: (line: string) => void): Promise<void> {
  // Loaded after the first window stands: a start does not wait for it.
  const { autoUpdater } = (await import('electron-updater')).default
  autoUpdater.autoDownload = true
  autoUpdater.autoInstallOnAppQuit = true
  autoUpdater.allowDowngrade = false
  autoUpdater.logger = null
  autoUpdater.on('update-downloaded', ({ version }) => log(JSON.stringify({ event: 'update.ready', version })))
  // A shop without a network is no reason for a message; the log has it.
  autoUpdater.on('error', (problem) => log(JSON.stringify({ event: 'update.failed', problem: problem.message })))
  const look = (): void => void autoUpdater.checkForUpdates().catch(() => {})
  look()
  setInterval(look, betweenLooksMs).unref()
}
