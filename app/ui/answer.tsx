import { createContext, useContext } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import type { Actor } from '#app/domain/policy.ts'

/** What the server knows of its answer when it writes an error page, for which no data may have been read. */
export type Answer = { status: number; requestId: string; locale?: Locale; actor?: Actor }

export const AnswerContext = createContext<Answer | undefined>(undefined)

export function useAnswer(): Answer | undefined {
  return useContext(AnswerContext)
}
