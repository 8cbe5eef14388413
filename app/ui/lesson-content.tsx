import type { PageKind } from '#app/domain/module.ts'
import { formatSize } from '#app/i18n/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Markdown } from '#app/ui/markdown.tsx'

type Page = {
  id: string
  kind: PageKind
  title: string
  url: string | null
  fileName: string | null
  mediaType: string | null
  size: number | null
  alternativeText: string | null
}

type LessonContentProps = { page: Page; body: string; hasCaptions: boolean }

/** What there is to read, to see, to fetch or to visit on a page. */
export function LessonContent({ page, body, hasCaptions }: LessonContentProps) {
  const words = useMessages().learning.page
  return (
    <div className="lesson stack">
      <Markdown html={body} />
      {page.kind === 'video' && <Film page={page} hasCaptions={hasCaptions} />}
      {page.kind === 'file' && <PageFile page={page} />}
      {page.url && (
        <>
          <p>{words.linkHint}</p>
          <p>
            <a href={page.url} rel="noopener noreferrer">
              {words.toLink}
            </a>
          </p>
        </>
      )}
    </div>
  )
}

/** A picture is shown, with its words; everything else is fetched. */
function PageFile({ page: { id, fileName, mediaType, size, alternativeText } }: { page: Page }) {
  const words = useMessages().learning.page
  const locale = useLocale()
  const address = `/learn/${id}/file`
  if (mediaType?.startsWith('image/')) return <img src={address} alt={alternativeText ?? ''} />
  return (
    <p>
      <ButtonLink href={address}>{words.openFile(fileName ?? '', formatSize(size ?? 0, locale))}</ButtonLink>
    </p>
  )
}

function Film({ page: { id, title }, hasCaptions }: { page: Page; hasCaptions: boolean }) {
  const words = useMessages().learning.page
  const address = `/learn/${id}/file`
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- captions are shown where somebody has given them */}
      <video controls preload="metadata" aria-label={title}>
        <source src={address} />
        {hasCaptions && (
          <track kind="captions" src={`/learn/${id}/captions`} srcLang="de" label={words.captions} default />
        )}
        {words.noVideo}
      </video>
      <p>
        <a href={address} download>
          {words.download}
        </a>
      </p>
    </>
  )
}
