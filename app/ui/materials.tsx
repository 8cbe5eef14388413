import { formatSize } from '#app/i18n/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'

export type MaterialView = { id: string; title: string; url: string | null; size: number | null }

type MaterialsProps = {
  materials: readonly MaterialView[]
  /** Where they are edited, for those who may. */
  manage: string | undefined
}

/** What goes with a course or a workshop. Where there is nothing, only those who could change that are told. */
export function Materials({ materials, manage }: MaterialsProps) {
  const t = useMessages()
  if (materials.length === 0 && !manage) return null
  const action = manage && (
    <ButtonLink look="quiet" href={manage}>
      {t.material.edit.manage}
    </ButtonLink>
  )
  return (
    <Section title={t.material.title} id="materials" action={action}>
      {materials.length === 0 && <p className="muted">{t.material.edit.none}</p>}
      <ul className="plain-list">
        {materials.map((material) => (
          <li key={material.id}>
            <MaterialLink material={material} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function MaterialLink({ material: { id, title, url, size } }: { material: MaterialView }) {
  const t = useMessages()
  const locale = useLocale()
  if (url !== null) {
    return (
      <>
        <a href={url} rel="noopener noreferrer">
          {title}
        </a>{' '}
        <span className="muted">({t.material.link})</span>
      </>
    )
  }
  return (
    <>
      <a href={`/materials/${id}/file`}>{title}</a>{' '}
      {size !== null && <span className="muted">({formatSize(size, locale)})</span>}
    </>
  )
}
