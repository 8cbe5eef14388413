import { inGroups } from '#app/domain/certificate-code.ts'
import { isReduced, pointsOf, type CertificateContent } from '#app/domain/certificate.ts'
import { formatTimeRange } from '#app/i18n/format.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

/** Everything that stands on the document, in the language of the reader. */
export function CertificateFacts({ content }: { content: CertificateContent }) {
  const { document } = useMessages().certificate
  const { name, title, place, online, unitsPlanned, unitsAttended, issuer, issuedOn, code } = content
  const office = issuer.district ? `${document.office}, ${issuer.district}` : document.office
  const facts = [
    { term: document.name, value: <strong>{name}</strong> },
    { term: document.course, value: <strong>{title}</strong> },
    { term: document.meetings(content.meetings.length), value: <Dates content={content} /> },
    { term: document.where, value: document.place(place, online) },
    { term: document.planned, value: document.unitsOf45(unitsPlanned) },
    {
      term: document.attended,
      value: isReduced(content) ? document.remark(content) : document.units(unitsAttended),
    },
    { term: document.goals, value: <Points markdown={content.goals} /> },
    { term: document.contents, value: <Points markdown={content.contents} /> },
    { term: document.issuer, value: document.issued(office, issuedOn) },
    { term: document.code, value: <code>{inGroups(code)}</code> },
  ]
  return <DescriptionList facts={facts} />
}

function Dates({ content: { meetings } }: { content: CertificateContent }) {
  const locale = useLocale()
  return (
    <ul className="plain-list">
      {meetings.map(({ startsAt, endsAt }) => (
        <li key={startsAt}>{formatTimeRange(new Date(startsAt), new Date(endsAt), locale)}</li>
      ))}
    </ul>
  )
}

/** As on paper: plain points, whatever was typed. */
function Points({ markdown }: { markdown: string }) {
  const points = pointsOf(markdown)
  if (points.length === 0) return null
  return (
    <ul lang="de">
      {points.map((point, nth) => (
        <li key={nth}>{point}</li>
      ))}
    </ul>
  )
}
