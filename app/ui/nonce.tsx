import { createContext, useContext } from 'react'

/** Reaches the server's rendering only: a nonce in loader data could be read by a script that must not run. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
