import { createContext, useContext } from 'react'

/** Where the script of the pages is that have one; only the server's rendering knows. */
export const PageScriptContext = createContext<string | undefined>(undefined)

export function usePageScript(): string | undefined {
  return useContext(PageScriptContext)
}
