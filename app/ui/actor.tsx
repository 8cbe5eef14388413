import { createContext, useContext, type ReactNode } from 'react'
import { can, GUEST, type Action, type Actor } from '#app/domain/policy.ts'

const ActorContext = createContext<Actor>(GUEST)

/** Stands once, in root.tsx. Without it everybody is a guest, so a forgotten provider shows less, never more. */
export function ActorProvider({ actor, children }: { actor: Actor; children: ReactNode }) {
  return <ActorContext.Provider value={actor}>{children}</ActorContext.Provider>
}

export function useActor(): Actor {
  return useContext(ActorContext)
}

type About<A extends Action> =
  Parameters<typeof can<A>> extends [Actor, A, ...infer Resource] ? Resource : never

type AllowedProps<A extends Action> = {
  to: A
  children: ReactNode
  otherwise?: ReactNode
} & (About<A> extends [infer Resource] ? { on: Resource } : { on?: never })

/**
 * Shows its children to those who may: `<Allowed to="attendance:record" on={workshop}>`.
 * It spares people a door that is shut to them; the lock itself is `permit` in the loader and the action.
 */
export function Allowed<A extends Action>({ to, on, children, otherwise = null }: AllowedProps<A>) {
  // The type of `on` follows from `to`; the compiler cannot see that a resource or its absence makes the tuple.
  const about = (on === undefined ? [] : [on]) as never
  return <>{can(useActor(), to, ...about) ? children : otherwise}</>
}
