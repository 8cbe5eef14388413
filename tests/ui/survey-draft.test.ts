import { expect, test } from 'vitest'
import {
  forgetOldDrafts,
  forgetSentDraft,
  keepsDrafts,
  loadDraft,
  markSent,
  memoryStore,
  saveDraft,
  setKeepsDrafts,
} from '#app/ui/survey-draft.ts'
import { readQuestionnaire } from '#app/domain/questionnaire.ts'
import { currentVersion } from '#surveys/index.ts'

const { definition, questionnaire: centre } = currentVersion('competence-centre')

const NOW = new Date('2026-06-01T12:00:00Z')
const browser = () => ({ device: memoryStore(), tab: memoryStore() })
/** The same computer after the window was closed and opened again. */
const reopened = (stores: ReturnType<typeof browser>) => ({ device: stores.device, tab: memoryStore() })

test('a draft is there when the window is opened again', () => {
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 4 }, NOW)
  expect(loadDraft(reopened(stores), 'round-ada', centre)).toEqual({ overall: 4 })
})

test('an answer that cannot be sent does not cost the others of the draft', () => {
  const [page, ...pages] = definition.pages
  const hours = {
    type: 'text',
    inputType: 'number',
    name: 'hours',
    title: { default: 'Wie viele?' },
  } as const
  const elements = [...page!.elements, { ...hours, min: 0, max: 40 }]
  const asked = readQuestionnaire({ ...definition, pages: [{ ...page!, elements }, ...pages] })
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 4, helped: 'Viel', hours: 12.5 }, NOW)
  expect(loadDraft(stores, 'round-ada', asked)).toEqual({ overall: 4, helped: 'Viel' })
})

test('what was sent is still there when the server fails, and gone once the answers have arrived', () => {
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 4 }, NOW)
  saveDraft(stores, 'other-round', { overall: 2 }, NOW)
  markSent(stores, 'round-ada')
  expect(loadDraft(stores, 'round-ada', centre)).toEqual({ overall: 4 })
  forgetSentDraft(stores)
  expect(loadDraft(stores, 'round-ada', centre)).toBeUndefined()
  expect(loadDraft(stores, 'other-round', centre)).toEqual({ overall: 2 })
})

test('a page of thanks that is looked at without having sent anything forgets nothing', () => {
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 4 }, NOW)
  forgetSentDraft(stores)
  expect(loadDraft(stores, 'round-ada', centre)).toEqual({ overall: 4 })
})

test('two people at one computer do not find the draft of each other', () => {
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 1 }, NOW)
  expect(loadDraft(stores, 'round-grace', centre)).toBeUndefined()
})

test('switched off, nothing is kept, also not what was kept before', () => {
  const stores = browser()
  saveDraft(stores, 'round-ada', { overall: 4 }, NOW)
  setKeepsDrafts(stores, false)
  saveDraft(stores, 'round-ada', { overall: 5 }, NOW)
  expect(loadDraft(stores, 'round-ada', centre)).toBeUndefined()
  expect(stores.tab.length).toBe(0)
  expect(keepsDrafts(reopened(stores))).toBe(false)
})

test('switched on again, the latest draft is kept', () => {
  const stores = browser()
  setKeepsDrafts(stores, false)
  setKeepsDrafts(stores, true)
  saveDraft(stores, 'round-ada', { overall: 5 }, NOW)
  expect(loadDraft(reopened(stores), 'round-ada', centre)).toEqual({ overall: 5 })
})

test('drafts that were never sent are forgotten after a month, and broken ones at once', () => {
  const stores = browser()
  saveDraft(stores, 'old', {}, new Date('2026-05-01T12:00:00Z'))
  saveDraft(stores, 'young', {}, new Date('2026-05-03T12:00:00Z'))
  stores.device.setItem('lernkreis-draft:broken', '{')
  stores.device.setItem('something else', 'stays')
  expect(loadDraft(stores, 'broken', centre)).toBeUndefined()
  forgetOldDrafts(stores, NOW)
  expect(stores.device.length).toBe(2)
  expect(loadDraft(stores, 'young', centre)).toEqual({})
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
  expect(loadDraft(stores, 'round-ada', centre)).toBeUndefined()
})
