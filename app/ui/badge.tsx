import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import type { NoticeKind } from '#app/ui/notice.tsx'

/** A state: a word first, then a sign, then a colour. `plain` has neither sign nor colour. */
export function Badge({ kind = 'plain', children }: { kind?: NoticeKind | 'plain'; children: ReactNode }) {
  return (
    <span className={`kern-badge kern-badge--small kern-badge--${kind}`}>
      {kind !== 'plain' && <Icon name={kind} />}
      <span className="kern-label kern-label--small">{children}</span>
    </span>
  )
}
