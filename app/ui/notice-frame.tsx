// A message without words of its own, so that what goes to the browser need not bring all words along.

import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger'

export type NoticeFrameProps = {
  kind: NoticeKind
  title: string
  children?: ReactNode
  /** For the answer to what was just done: it is read aloud, and the keyboard starts here. */
  answer?: boolean | undefined
  /** Element id of the title, where something must point at it. */
  id?: string | undefined
}

export function NoticeFrame({ kind, title, children, answer = false, id }: NoticeFrameProps) {
  return (
    <div className={`kern-alert kern-alert--${kind}`} {...(answer && answering(kind))}>
      <div className="kern-alert__header">
        <Icon name={kind} />
        <p className="kern-title" id={id}>
          {title}
        </p>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  )
}

function answering(kind: NoticeKind) {
  return { role: kind === 'danger' ? 'alert' : 'status', tabIndex: -1, autoFocus: true }
}
