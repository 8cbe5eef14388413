import { createContext, useContext, type ReactNode } from 'react'

export type Address = {
  /** '/courses' */
  pathname: string
  /** '?topic=netze', or '' */
  search: string
}

const AddressContext = createContext<Address>({ pathname: '/', search: '' })

/** Stands once, in root.tsx, fed from `useLocation()`: lists, filters and menus read from it where they are. */
export function AddressProvider({ pathname, search, children }: Address & { children: ReactNode }) {
  return <AddressContext.Provider value={{ pathname, search }}>{children}</AddressContext.Provider>
}

export function useAddress(): Address {
  return useContext(AddressContext)
}

/** The same list, seen differently: keeps the query but for the named changes; null takes a parameter out. */
export function withQuery(address: Address, changes: Record<string, string | null>): string {
  const query = new URLSearchParams(address.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  return text ? `${address.pathname}?${text}` : address.pathname
}
