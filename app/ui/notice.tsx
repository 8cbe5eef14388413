import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { useMessages } from '#app/ui/locale.tsx'

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger'

type NoticeProps = {
  kind: NoticeKind
  /** Without it the kind's own word stands there: Hinweis, Erledigt, Achtung, Fehler. */
  title?: string | undefined
  children?: ReactNode
  /** For the answer to what was just done: it is read aloud, and the keyboard starts here. */
  answer?: boolean | undefined
  /** Element id of the title, where something must point at it. */
  id?: string | undefined
}

/** A message with word, sign and colour: `<Notice kind="success" answer>Sie sind angemeldet.</Notice>`. */
export function Notice({ kind, title, children, answer = false, id }: NoticeProps) {
  const t = useMessages()
  return (
    <div className={`kern-alert kern-alert--${kind}`} {...(answer && answering(kind))}>
      <div className="kern-alert__header">
        <Icon name={kind} />
        <p className="kern-title" id={id}>
          {title ?? t.common.notice[kind]}
        </p>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  )
}

function answering(kind: NoticeKind) {
  return { role: kind === 'danger' ? 'alert' : 'status', tabIndex: -1, autoFocus: true }
}
