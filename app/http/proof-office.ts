import { can, type Actor } from '#app/domain/policy.ts'

/** For whose proofs somebody may decide: these organisations, or with null all of them. */
export function officeOf(actor: Actor): readonly string[] | null {
  return can(actor, 'course:edit') ? null : actor.officerOf
}
