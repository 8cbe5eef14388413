import { useMessages } from '#app/ui/locale.tsx'
import { NoticeFrame, type NoticeFrameProps } from '#app/ui/notice-frame.tsx'

export type { NoticeKind } from '#app/ui/notice-frame.tsx'

type NoticeProps = Omit<NoticeFrameProps, 'title'> & {
  /** Without it the kind's own word stands there: Hinweis, Erledigt, Achtung, Fehler. */
  title?: string | undefined
}

/** A message with word, sign and colour: `<Notice kind="success" answer>Sie sind angemeldet.</Notice>`. */
export function Notice({ title, ...notice }: NoticeProps) {
  const t = useMessages()
  return <NoticeFrame {...notice} title={title ?? t.common.notice[notice.kind]} />
}
