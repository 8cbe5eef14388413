import { createContext, useContext } from 'react'

/** What the server knows of its answer when it writes an error page, for which no data may have been read. */
export type Answer = { status: number; requestId: string }

export const AnswerContext = createContext<Answer | undefined>(undefined)

export function useAnswer(): Answer | undefined {
  return useContext(AnswerContext)
}
