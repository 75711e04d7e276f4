import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scan } from '#tests/support/scanner.ts'
import { type GalleryBrowser, startGallery } from './gallery-browser.ts'

let gallery: GalleryBrowser

beforeAll(async () => {
  gallery = await startGallery()
}, 120_000)

afterAll(() => gallery.close())

const focusedRow = (page: Page) =>
  page.evaluate(() => {
    const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant')
    return id
      ? (document.getElementById(id)?.querySelector('[data-tick] ~ td:nth-child(3)')?.textContent ?? null)
      : null
  })

describe('a list', () => {
  test('[UI16] its keys work before anything was clicked, and the focused row is the one the grid points at', async () => {
    const page = await gallery.open({ page: 'list' })
    await page.getByRole('row', { name: /26-A99999/ }).waitFor()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key)
    expect(await focusedRow(page)).toBe('26-A99998')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title()).toBe('Opened 26-A99998')
    await page.close()
  })

  test('[UI12] walking and jumping through thousands of rows keeps a screenful in the page', async () => {
    const page = await gallery.open({ page: 'list' })
    await page.getByRole('row', { name: /26-A99999/ }).waitFor()
    for (let turn = 0; turn < 30; turn += 1) {
      await page.keyboard.press('End')
      await page.waitForTimeout(25)
    }
    const rows = await page.locator('tbody tr').count()
    const focused = await focusedRow(page)
    expect(rows).toBeLessThan(60)
    expect(Number(focused?.slice(4))).toBeLessThan(99_999 - 1000)
    await page.keyboard.press('Home')
    await expect.poll(() => focusedRow(page)).toBe('26-A99999')
    await page.close()
  })

  test('[UI13] a head sorts, reverses and lets go; the sorted head says so', async () => {
    const page = await gallery.open({ page: 'list' })
    const head = page.getByRole('columnheader', { name: 'Order' })
    const states: (string | null)[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      await head.getByRole('button').click()
      states.push(await head.getAttribute('aria-sort'))
    }
    expect(states).toEqual(['ascending', 'descending', 'none'])
    await page.close()
  })

  test('X ticks, Shift and arrows stretch, Ctrl+A takes all, Esc lets go', async () => {
    const page = await gallery.open({ page: 'list' })
    await page.getByRole('row', { name: /26-A99999/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.getByText('1 selected').waitFor()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('3 selected').waitFor()
    expect(await page.locator('tr[aria-selected=true]').count()).toBe(3)
    await page.keyboard.press('Control+a')
    await page.getByText('100,000 selected').waitFor()
    await gallery.picture(page, 'ui-list-selected')
    await page.keyboard.press('Escape')
    await page.getByText('Last viewed').waitFor()
    expect(await page.locator('tr[aria-selected=true]').count()).toBe(0)
    await page.close()
  })

  test('a click focuses, the whole tick cell ticks, a double click opens', async () => {
    const page = await gallery.open({ page: 'list' })
    const row = page.getByRole('row', { name: /26-A99997/ })
    await row.getByText('At Probo').click()
    expect(await focusedRow(page)).toBe('26-A99997')
    await row.locator('[data-tick]').click({ position: { x: 4, y: 4 } })
    await page.getByText('1 selected').waitFor()
    await row.getByText('At Probo').dblclick()
    await expect.poll(() => page.title()).toBe('Opened 26-A99997')
    await page.close()
  })

  test('[UI14] where it is narrow the less important columns are left out', async () => {
    const page = await gallery.open({ page: 'list', width: 1024, height: 768 })
    const heads = await page.getByRole('columnheader').allTextContents()
    expect(heads.map((head) => head.trim()).filter(Boolean)).toEqual([
      'Order',
      'Customer',
      'Title',
      'Due',
      'Status',
      'Total EUR',
    ])
    await page.close()
  })
})

test('[UI15] a list is found again as it was left, deep down, sorted and ticked', async () => {
  const page = await gallery.open({ page: 'visit' })
  await page.getByRole('columnheader', { name: 'Due' }).getByRole('button').click()
  await page.getByRole('row', { name: /26-A99999/ }).waitFor()
  await page.getByRole('grid').focus()
  for (let turn = 0; turn < 4; turn += 1) {
    await page.keyboard.press('End')
    await page.waitForTimeout(150)
  }
  await page.keyboard.press('x')
  await page.getByText('1 selected').waitFor()
  const left = await place(page)
  expect(Number(left.focused?.slice(4))).toBeLessThan(99_900)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: left.focused ?? 'an order' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('1 selected').waitFor()
  await expect.poll(() => place(page)).toEqual(left)
  await page.close()
})

const place = async (page: Page) => ({
  focused: await focusedRow(page),
  sort: await page.getByRole('columnheader', { name: 'Due' }).getAttribute('aria-sort'),
  top: await page.getByRole('grid').evaluate((grid) => Math.round(grid.parentElement?.scrollTop ?? 0)),
  isInSight: await page.locator('tr[aria-selected=true]').isVisible(),
})

describe('keys', () => {
  test('? lists what is in force, in the language of the person', async () => {
    const page = await gallery.open({ page: 'list', language: 'de' })
    await page.getByRole('row', { name: /26-A99999/ }).waitFor()
    await page.keyboard.press('Shift+?')
    const help = page.getByRole('dialog', { name: 'Tasten' })
    await help.getByText('Durch die Liste gehen').waitFor()
    await help.getByText('New order').waitFor()
    await gallery.picture(page, 'ui-key-help-de')
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
    await page.close()
  })

  test('holding Alt shows the keys of the page, letting go hides them', async () => {
    const page = await gallery.open({ page: 'list', width: 1024, height: 768 })
    const caps = page.locator('kbd').filter({ hasText: 'G', visible: true })
    expect(await caps.count()).toBe(0)
    await page.keyboard.down('Alt')
    await expect.poll(() => caps.count()).toBe(1)
    await gallery.picture(page, 'ui-alt-held')
    await page.keyboard.up('Alt')
    await expect.poll(() => caps.count()).toBe(0)
    await page.close()
  })
})

describe('a scanner', () => {
  test('[UI10] scans and typing at once: every code is routed, the note keeps what was typed', async () => {
    const page = await gallery.open({ page: 'scans' })
    await page.getByLabel('Note').focus()
    const codes = Array.from({ length: 20 }, (_, index) => `K7-${9000 + index}`)
    for (const code of codes) {
      await page.keyboard.press('n')
      await page.waitForTimeout(60)
      await scan(page, code)
      await page.waitForTimeout(60)
    }
    await expect.poll(() => page.getByTestId('scans').textContent()).toBe(codes.join(' '))
    expect(await page.getByLabel('Note').inputValue()).toBe('n'.repeat(20))
    expect(await page.getByTestId('waiting').textContent()).toBe('0')
    await page.close()
  })

  test('[UI10] a code goes to no field and no command, unless the field asks for codes', async () => {
    const page = await gallery.open({ page: 'scans' })
    await scan(page, 'SSSS-1')
    await expect.poll(() => page.getByTestId('scans').textContent()).toBe('SSSS-1')
    expect(await page.getByTestId('pressed').textContent()).toBe('0')
    await page.keyboard.press('s')
    await expect.poll(() => page.getByTestId('pressed').textContent()).toBe('1')
    await page.getByLabel('Code').focus()
    await scan(page, 'LH-A4-90-VDO', null)
    expect(await page.getByLabel('Code').inputValue()).toBe('LH-A4-90-VDO')
    await page.close()
  })
})

describe('what floats', () => {
  test('a dialog holds the focus, closes with Esc and gives the focus back', async () => {
    const page = await gallery.open({ page: 'parts' })
    const opener = page.getByRole('button', { name: 'Issue invoice' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Issue invoice over 580.80?' })
    await dialog.waitFor()
    for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await gallery.picture(page, 'ui-dialog')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.close()
  })

  test('a toast offers to take back, also by Ctrl+Z, and a new one takes its place', async () => {
    const page = await gallery.open({ page: 'parts' })
    await page.getByRole('button', { name: 'Say it' }).click()
    await page.getByText('26-A04817 is on hold').waitFor()
    await gallery.picture(page, 'ui-toast')
    await page.keyboard.press('Control+z')
    await page.getByText('Taken back').waitFor()
    expect(await page.getByText('26-A04817 is on hold').count()).toBe(0)
    await page.close()
  })

  test('a popover opens beside its button and closes with Esc', async () => {
    const page = await gallery.open({ page: 'parts' })
    await page.getByRole('button', { name: 'Why this price?' }).click()
    await page.getByText('Price list of 2 Nov 2026').waitFor()
    await gallery.picture(page, 'ui-popover')
    await page.keyboard.press('Escape')
    await page.getByText('Price list of 2 Nov 2026').waitFor({ state: 'hidden' })
    await page.close()
  })
})

describe('buttons', () => {
  test('[UI3] one that cannot be pressed now can be reached and says what is missing', async () => {
    const page = await gallery.open({ page: 'parts' })
    const blocked = page.getByRole('button', { name: 'Save merged' })
    await blocked.focus()
    const state = await blocked.evaluate((button) => ({
      hasFocus: button === document.activeElement,
      isDisabled: button.getAttribute('aria-disabled'),
      why: button.getAttribute('aria-description'),
    }))
    expect(state).toEqual({ hasFocus: true, isDisabled: 'true', why: 'Decide 2 more fields' })
    await page.close()
  })

  test('[UI4] a busy one is as wide as it was', async () => {
    const page = await gallery.open({ page: 'parts' })
    const busy = page.getByRole('button', { name: 'Sending' }).first()
    const widths = await busy.evaluate((button) => {
      const measured = [button.getBoundingClientRect().width]
      button.removeAttribute('data-busy')
      return [...measured, button.getBoundingClientRect().width]
    })
    expect(widths[0]).toBe(widths[1])
    await page.close()
  })
})

describe('forms', () => {
  test('[UI6] an error is tied to its field and the wrong character lies under its mark', async () => {
    const page = await gallery.open({ page: 'form' })
    const field = page.getByLabel('VAT number')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = await field.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('One digit too many')
    await field.focus()
    await gallery.picture(page, 'ui-form-focused-error')
    await page.close()
  })

  test('[UI5] text that is no amount stays, says so on leaving, and is not lost', async () => {
    const page = await gallery.open({ page: 'form' })
    const limit = page.getByLabel('Credit limit, EUR')
    await limit.fill('25oo')
    await limit.blur()
    await page.getByText('This is not an amount.').waitFor()
    expect(await limit.inputValue()).toBe('25oo')
    await page.close()
  })

  test('a combo box searches, walks and takes by keyboard alone', async () => {
    const page = await gallery.open({ page: 'form' })
    const town = page.getByRole('combobox', { name: 'Postcode and town' })
    await town.fill('kra')
    await page.getByRole('option', { name: /Kraków/ }).waitFor()
    await gallery.picture(page, 'ui-combo')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await town.inputValue()).toBe('31-005 Kraków')
    await page.close()
  })
})
