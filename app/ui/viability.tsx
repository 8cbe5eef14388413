import type { Viability as Standing } from '#app/domain/minimum.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import type { NoticeKind } from '#app/ui/notice.tsx'

const kinds: Record<Standing, NoticeKind> = {
  going: 'success',
  enough: 'success',
  short: 'info',
  due: 'warning',
}

/** How a workshop stands towards its minimum: a word, then a sign, then a colour. */
export function Viability({ viability }: { viability: Standing }) {
  const t = useMessages()
  return <Badge kind={kinds[viability]}>{t.planning.viability[viability]}</Badge>
}
