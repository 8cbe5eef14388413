import { textItems, type Questionnaire } from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import { pick } from '#app/i18n/index.ts'
import { whyNoRemarks } from '#app/i18n/missing-remarks.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { RemarkList } from '#app/ui/remark-list.tsx'

type ReleasedRemarksProps = { release: Release; questionnaire: Questionnaire }

/** What people wrote, question by question. */
export function ReleasedRemarks({ release, questionnaire }: ReleasedRemarksProps) {
  const t = useMessages()
  const locale = useLocale()
  return (
    <Section title={t.release.remarks}>
      <p className="muted">{t.release.remarksLead}</p>
      {textItems(questionnaire).map(({ key, title }) => {
        const remarks = release.texts.find((texts) => texts.key === key)
        return (
          <Section key={key} title={pick(locale, title.de, title.en)} level={3}>
            {remarks?.texts ? <RemarkList texts={remarks.texts} /> : <p>{whyNoRemarks(remarks?.count, t)}</p>}
          </Section>
        )
      })}
    </Section>
  )
}
