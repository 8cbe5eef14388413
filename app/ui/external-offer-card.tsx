import type { CourseFormat, CourseLevel } from '#app/domain/course.ts'
import { pick } from '#app/i18n/index.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

export type ExternalOfferView = {
  id: string
  title: string
  provider: string
  url: string
  topicDe: string
  topicEn: string | null
  level: CourseLevel
  format: CourseFormat
  priceNote: string | null
  validUntil: string | null
}

/** An offer of somebody else, beside our own: its provider stands on it, and the link leads there. */
export function ExternalOfferCard({ offer, level = 3 }: { offer: ExternalOfferView; level?: 2 | 3 }) {
  const t = useMessages()
  const locale = useLocale()
  const { externalOffer, course } = t
  const topic = pick(locale, offer.topicDe, offer.topicEn)
  return (
    <Card
      level={level}
      title={offer.title}
      preline={[topic, course.level[offer.level], course.format[offer.format]].join(' · ')}
      badge={<Badge>{externalOffer.badge(offer.provider)}</Badge>}
    >
      {offer.priceNote && <p>{offer.priceNote}</p>}
      {offer.validUntil && <p className="muted">{externalOffer.validUntil(offer.validUntil)}</p>}
      <p>
        <a href={offer.url} rel="noopener noreferrer">
          {externalOffer.open(offer.provider)}
        </a>
      </p>
    </Card>
  )
}
