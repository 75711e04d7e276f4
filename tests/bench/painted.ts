import type { Page } from 'playwright-core'

/** Longer than this and nobody waits any more: the key had no result that could be seen. */
const patience = 2000

/**
 * Presses a key and waits until what `region` shows is something else and has been painted. Milliseconds from the
 * browser's own stamp of the key; null when nothing changed.
 */
export async function keyToPaint(page: Page, key: string, region: string): Promise<number | null> {
  // The watch stands before the key is pressed: asked for at the same time, the key now and then came first.
  const watch = await page.evaluateHandle(watchForPaint, { region, patience })
  await page.keyboard.press(key)
  const took = await watch.evaluate(({ painted }) => painted)
  await watch.dispose()
  return took
}

/** Runs in the page. In an object, because a bare promise would be awaited before the key is pressed. */
function watchForPaint({ region, patience }: { region: string; patience: number }): {
  readonly painted: Promise<number | null>
} {
  const shown = (): string => document.querySelector(region)?.textContent?.trim() ?? ''
  const before = shown()
  const armed = performance.now()
  const painted = new Promise<number | null>((resolve) => {
    let pressed = 0
    addEventListener(
      'keydown',
      (event) => {
        pressed = event.timeStamp
      },
      { capture: true, once: true },
    )
    const look = (): void => {
      const now = shown()
      if (pressed > 0 && now !== '' && now !== before) {
        // This frame is painted after the callbacks of its animation frame; a timer comes after that.
        setTimeout(() => resolve(performance.now() - pressed), 0)
      } else if (performance.now() - armed > patience) resolve(null)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  return { painted }
}

/** Milliseconds between the frames painted while `act` goes on. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const enough = async (): Promise<void> => {
    await act()
    await page.evaluate(() => document.dispatchEvent(new Event('bench:enough')))
  }
  const [frames] = await Promise.all([page.evaluate(watchFrames), enough()])
  return frames
}

/** Runs in the page. */
function watchFrames(): Promise<number[]> {
  const gaps: number[] = []
  let last: number | undefined
  let isEnough = false
  document.addEventListener(
    'bench:enough',
    () => {
      isEnough = true
    },
    { once: true },
  )
  return new Promise((resolve) => {
    const frame = (now: number): void => {
      if (last !== undefined) gaps.push(now - last)
      last = now
      if (isEnough) resolve(gaps)
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

/** After the next frame has been painted. */
export function afterPaint(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))))
}
