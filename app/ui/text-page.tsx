import type { ReactNode } from 'react'
import type { TextPage } from '#app/i18n/de/pages.ts'
import { PageHeader, Section } from '#app/ui/page.tsx'

/** A page to read: about, accessibility, data protection. What the installation knows comes below as children. */
export function ReadingPage({ text, children }: { text: TextPage; children?: ReactNode }) {
  return (
    <div className="measure">
      <PageHeader title={text.title} lead={text.lead} />
      {text.sections.map((section) => (
        <Section key={section.title} title={section.title}>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      ))}
      {children}
    </div>
  )
}
