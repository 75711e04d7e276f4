import { type Browser, chromium } from 'playwright-core'
import { findTool } from './tools.ts'

/** This computer's Chromium without a window, kept from talking to anybody but the pages under test. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findTool('chromium') ?? '',
    args: [
      // Tests may run as root, where Chromium's own sandbox does not start.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}
