// The draft of a questionnaire stays in the browser: the server must not see answers before they are sealed.

import { checkAgainst, type Answers } from '#app/domain/answers.ts'
import type { Questionnaire } from '#app/domain/questionnaire.ts'

/** What of the browser's storage is used; `device` outlives the window, `tab` does not. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
export type DraftStores = { device: Store; tab: Store }

const PREFIX = 'lernkreis-draft:'
const KEEPS_NOTHING = 'lernkreis-keeps-no-drafts'
const ON_ITS_WAY = 'lernkreis-draft-sent'
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** The browser's storage; where it is forbidden, a draft lasts as long as the page. */
export function openStores(): DraftStores {
  try {
    return { device: window.localStorage, tab: window.sessionStorage }
  } catch {
    return { device: memoryStore(), tab: memoryStore() }
  }
}

export function memoryStore(): Store {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

/** Whether drafts may stay on this device; they may until somebody switches it off. */
export function keepsDrafts(stores: DraftStores): boolean {
  return stores.device.getItem(KEEPS_NOTHING) === null
}

/** Switched off, nothing is kept, also not what was kept before, of whomever it is. */
export function setKeepsDrafts(stores: DraftStores, keeps: boolean): void {
  if (keeps) return stores.device.removeItem(KEEPS_NOTHING)
  for (const key of draftsIn(stores.device)) stores.device.removeItem(key)
  write(stores.device, KEEPS_NOTHING, 'yes')
}

/** `key` differs by round and by person: two people at one computer must not find each other's draft. */
export function saveDraft(stores: DraftStores, key: string, answers: unknown, now: Date): void {
  if (!keepsDrafts(stores)) return
  write(stores.device, PREFIX + key, JSON.stringify({ savedAt: now.getTime(), answers }))
}

/**
 * What of a draft the questionnaire takes, question by question: SurveyJS keeps half numbers too, and one of them must
 * not cost the rest. Undefined when there is no draft.
 */
export function loadDraft(
  stores: DraftStores,
  key: string,
  questionnaire: Questionnaire,
): Answers | undefined {
  const answers = read(stores.device.getItem(PREFIX + key) ?? '')?.answers
  if (typeof answers !== 'object' || answers === null) return undefined
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, answer]) => {
      const checked = checkAgainst(questionnaire, { [question]: answer })
      return checked.ok ? Object.entries(checked.answers) : []
    }),
  )
}

/** The draft is being sent. It stays until the page of thanks has come: whatever goes wrong on the way loses nothing. */
export function markSent(stores: DraftStores, key: string): void {
  write(stores.tab, ON_ITS_WAY, key)
}

/** The answers have arrived: their draft has done its service. */
export function forgetSentDraft(stores: DraftStores): void {
  const key = stores.tab.getItem(ON_ITS_WAY)
  if (key === null) return
  stores.device.removeItem(PREFIX + key)
  stores.tab.removeItem(ON_ITS_WAY)
}

/** Drafts that were never sent do not lie about for ever. */
export function forgetOldDrafts({ device }: DraftStores, now: Date): void {
  for (const key of draftsIn(device)) {
    const savedAt = read(device.getItem(key) ?? '')?.savedAt ?? 0
    if (savedAt < now.getTime() - KEPT_DAYS * DAY_MS) device.removeItem(key)
  }
}

function draftsIn(store: Store): string[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
  return keys.filter((key) => key.startsWith(PREFIX))
}

/** A draft is a courtesy: where the storage is full there is none, and answering goes on. */
function write(store: Store, key: string, text: string): void {
  try {
    store.setItem(key, text)
  } catch {
    store.removeItem(key)
  }
}

function read(text: string): { savedAt: number; answers: unknown } | undefined {
  try {
    const draft: unknown = JSON.parse(text)
    if (typeof draft !== 'object' || draft === null) return undefined
    if (!('answers' in draft) || !('savedAt' in draft)) return undefined
    return { savedAt: Number(draft.savedAt), answers: draft.answers }
  } catch {
    return undefined
  }
}
