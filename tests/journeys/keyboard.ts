import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What the focus is on, as it is read out; with how it is marked. */
const FOCUS = `(() => {
  const on = document.activeElement
  const name = on.getAttribute('aria-label') ?? on.labels?.[0]?.textContent ?? on.textContent
  const { outlineStyle, outlineWidth } = getComputedStyle(on)
  const { top, bottom } = on.getBoundingClientRect()
  return {
    name: name.trim(),
    isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isSeen: top >= 0 && bottom <= innerHeight,
  }
})()`
type Focus = { name: string; isMarked: boolean; isSeen: boolean }

/** It is on this, marked, and in sight. */
export async function expectFocus(page: Page, name: RegExp): Promise<void> {
  const focus = () => page.evaluate<Focus>(FOCUS).catch(() => undefined)
  await expect
    .poll(focus, { timeout: 20_000 })
    .toEqual({ name: expect.stringMatching(name) as string, isMarked: true, isSeen: true })
}

const MOST_TABS = 60

/** Goes on with the tab key until the focus is on this. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab')
    if (name.test((await page.evaluate<Focus>(FOCUS)).name)) return expectFocus(page, name)
  }
  throw new Error(`no way to ${name.source} with the keyboard`)
}
