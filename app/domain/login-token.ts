// Links that let somebody in without a password: used once, and not for long.

export const LOGIN_TOKEN_KINDS = ['invitation', 'reset', 'login'] as const
export type LoginTokenKind = (typeof LOGIN_TOKEN_KINDS)[number]

const HOUR = 60

export const MINUTES_VALID: Record<LoginTokenKind, number> = {
  invitation: 14 * 24 * HOUR,
  reset: HOUR,
  login: 15,
}

/** Until when a link made now can be used. */
export function validUntil(kind: LoginTokenKind, now: Date): Date {
  return new Date(now.getTime() + MINUTES_VALID[kind] * 60_000)
}
