import { expect, test } from 'vitest'
import {
  forgetDraft,
  forgetOldDrafts,
  isSharedDevice,
  loadDraft,
  memoryStore,
  saveDraft,
  setSharedDevice,
} from '#app/ui/survey-draft.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const browser = () => ({ device: memoryStore(), tab: memoryStore() })
/** The same computer after the window was closed and opened again. */
const reopened = (stores: ReturnType<typeof browser>) => ({ device: stores.device, tab: memoryStore() })

test('a draft is there when the window is opened again, until it is sent', () => {
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 4 }, NOW)
  expect(loadDraft(reopened(stores), 'round-ada')).toEqual({ overall: 4 })
  forgetDraft(stores, 'round-ada')
  expect(loadDraft(stores, 'round-ada')).toBeUndefined()
})

test('two people at one computer do not find the draft of each other', () => {
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 1 }, NOW)
  expect(loadDraft(stores, 'round-grace')).toBeUndefined()
})

test('on a shared computer the draft is gone with the window, and so is what was kept before', () => {
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 4 }, NOW)
  setSharedDevice(stores, true)
  saveDraft(stores, 'round-ada', { overall: 5 }, NOW)
  expect(loadDraft(stores, 'round-ada')).toEqual({ overall: 5 })
  expect(loadDraft(reopened(stores), 'round-ada')).toBeUndefined()
  expect(isSharedDevice(reopened(stores))).toBe(true)
})

test('a computer that is not shared after all keeps the latest draft, and only that', () => {
  const stores = browser()
  setSharedDevice(stores, true)
  saveDraft(stores, 'round-ada', { overall: 4 }, NOW)
  setSharedDevice(stores, false)
  saveDraft(stores, 'round-ada', { overall: 5 }, NOW)
  expect(loadDraft(stores, 'round-ada')).toEqual({ overall: 5 })
  expect(loadDraft(reopened(stores), 'round-ada')).toEqual({ overall: 5 })
})

test('drafts that were never sent are forgotten after a month, and broken ones at once', () => {
  const stores = browser()
  saveDraft(stores, 'old', {}, new Date('2026-05-01T12:00:00Z'))
  saveDraft(stores, 'young', {}, new Date('2026-05-03T12:00:00Z'))
  stores.device.setItem('lernkreis-draft:broken', '{')
  stores.device.setItem('something else', 'stays')
  expect(loadDraft(stores, 'broken')).toBeUndefined()
  forgetOldDrafts(stores, NOW)
  expect(stores.device.length).toBe(2)
  expect(loadDraft(stores, 'young')).toEqual({})
})

test('where the storage is full, answering goes on without a draft', () => {
  const full = {
    ...memoryStore(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  const stores = { device: full, tab: memoryStore() }
  saveDraft(stores, 'round-ada', { overall: 4 }, NOW)
  expect(loadDraft(stores, 'round-ada')).toBeUndefined()
})
