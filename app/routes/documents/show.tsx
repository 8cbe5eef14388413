import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permit, requireActor } from '#app/http/actor.server.ts'
import type { Messages } from '#app/i18n/index.ts'
import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'

/** Long enough to read the page to its end before it comes anew. */
const LOOKS_EVERY_SECONDS = 3

const STATUS = { broken: 500, 'too-slow': 503, 'too-large': 503, 'given-up': 410 }

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageTitle(matches, (t) => (page ? headOf(page.shown, t).title : t.document.refused.gone.title))

/** The page comes anew, and a finished file begins, by this header alone: no script, and nobody is held who says so. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** How far somebody's own document is; when it is there, where it is fetched; or why there is none. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'document:fetch', { personId: actor.id })
  const ordered = context.press.find(params.documentId ?? '', actor.id)
  const path = `/documents/${params.documentId}`
  const isStill = new URL(request.url).searchParams.has('still')
  if (!ordered) return data({ shown: { kind: 'gone' as const }, path, isStill }, 404)
  const { again, requestId } = ordered
  const state = ordered.state()
  if (state.kind === 'refused') {
    const { refusal } = state
    return data({ shown: { kind: state.kind, refusal, again, requestId }, path, isStill }, STATUS[refusal])
  }
  const shown = state.kind === 'ready' ? { kind: state.kind } : state
  const refresh = shown.kind === 'ready' ? `0; url=${path}/file` : String(LOOKS_EVERY_SECONDS)
  return data({ shown, path, isStill }, { headers: isStill ? {} : { Refresh: refresh } })
}

type Shown = Awaited<ReturnType<typeof loader>>['data']['shown']

function headOf(shown: Shown, { document: t }: Messages): { title: string; lead: string } {
  switch (shown.kind) {
    case 'waiting':
      return { title: t.waiting.title, lead: t.waiting.lead(shown.place) }
    case 'drawing':
      return { title: t.drawing.title, lead: t.drawing.lead(shown.pages) }
    case 'refused':
      return t.refused[shown.refusal]
    case 'gone':
      return t.refused.gone
    case 'ready':
      return t.ready
  }
}

export default function DocumentPage() {
  const { shown, path, isStill } = useLoaderData<typeof loader>()
  const t = useMessages()
  return (
    <div className="measure stack">
      <PageHeader {...headOf(shown, t)} />
      {(shown.kind === 'waiting' || shown.kind === 'drawing') && <Looking path={path} isStill={isStill} />}
      {shown.kind === 'ready' && <Ready path={path} />}
      {shown.kind === 'refused' && <Refused again={shown.again} requestId={shown.requestId} />}
      {shown.kind === 'gone' && <ToStart />}
    </div>
  )
}

function Looking({ path, isStill }: { path: string; isStill: boolean }) {
  const { document: t } = useMessages()
  return (
    <>
      <p>{isStill ? t.still : t.reloads}</p>
      <ButtonRow>
        <ButtonLink look="primary" href={isStill ? `${path}?still=1` : path}>
          {t.look}
        </ButtonLink>
        <ButtonLink href={isStill ? path : `${path}?still=1`}>{isStill ? t.goOn : t.stop}</ButtonLink>
      </ButtonRow>
    </>
  )
}

function Ready({ path }: { path: string }) {
  const { document: t } = useMessages()
  return (
    <>
      <p>{t.ready.kept}</p>
      <ButtonRow>
        <ButtonLink look="primary" icon="download" href={`${path}/file`}>
          {t.ready.fetch}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

function Refused({ again, requestId }: { again: string; requestId: string }) {
  const t = useMessages()
  return (
    <>
      <ButtonRow>
        <ButtonLink look="primary" href={again}>
          {t.document.again}
        </ButtonLink>
        <ButtonLink href="/">{t.common.toStart}</ButtonLink>
      </ButtonRow>
      <p className="error-number">{t.common.requestId(requestId)}</p>
    </>
  )
}

function ToStart() {
  const t = useMessages()
  return (
    <ButtonRow>
      <ButtonLink look="primary" href="/">
        {t.common.toStart}
      </ButtonLink>
    </ButtonRow>
  )
}
