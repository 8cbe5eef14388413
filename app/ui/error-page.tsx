import { ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import type { Messages } from '#app/i18n/index.ts'

type ErrorPageProps = {
  /** The HTTP status: 401, 403, 404, 405, 413, 429, 503; everything else is our fault. */
  status: number
  /** Stands in the log as well; shown where it helps to find the cause. */
  requestId?: string | undefined
  /** Where to go on after signing in. */
  returnTo?: string | undefined
  /** A reason of our own, in whole sentences, instead of the general one. */
  reason?: string | undefined
}

/** What happened, in words, and the way out. Nothing about the inside of the machine. */
export function ErrorPage({ status, requestId, returnTo, reason }: ErrorPageProps) {
  const t = useMessages()
  const { title, text } = t.common.error[kindOf(status)]
  return (
    <div className="measure">
      <PageHeader title={title} lead={reason ?? text} />
      <ButtonRow>
        {status === 401 ? (
          <ButtonLink look="primary" href={loginHref(returnTo)}>
            {t.shell.signIn}
          </ButtonLink>
        ) : (
          <ButtonLink look="primary" href="/">
            {t.common.toStart}
          </ButtonLink>
        )}
        <ButtonLink href="/courses">{t.common.toCourses}</ButtonLink>
      </ButtonRow>
      {requestId && status >= 500 && <p className="error-number">{t.common.requestId(requestId)}</p>}
    </div>
  )
}

/** The title of the browser tab for the same status. */
export function errorTitle(t: Messages, status: number): string {
  return t.common.error[kindOf(status)].title
}

function kindOf(status: number): keyof Messages['common']['error'] {
  if (status === 401) return 'login'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'missing'
  if (status === 429) return 'tooMany'
  if (status === 503) return 'unwritable'
  return status >= 400 && status < 500 ? 'refused' : 'failed'
}

function loginHref(returnTo: string | undefined): string {
  return returnTo ? `/login?to=${encodeURIComponent(returnTo)}` : '/login'
}
