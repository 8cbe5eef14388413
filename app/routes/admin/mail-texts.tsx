import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LOCALES, type Locale } from '#app/domain/locale.ts'
import { FIXED_MAILS, type MailKind } from '#app/domain/mail.ts'
import { mailKinds } from '#app/i18n/letter-examples.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { pageTitle } from '#app/ui/title.ts'
import { listCurrentTexts } from '#db/mail-texts.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t.mailText.title)

/** Every mail with its occasion, and whether the district says it in words of its own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'mailText:edit')
  const current = await listCurrentTexts(context.db)
  return {
    kinds: mailKinds().map((kind) => ({
      kind,
      isFixed: FIXED_MAILS.includes(kind),
      own: LOCALES.filter((locale) => current.some((text) => text.kind === kind && text.locale === locale)),
    })),
  }
}

export default function MailTextsPage() {
  const { kinds } = useLoaderData<typeof loader>()
  const t = useMessages()
  const words = t.mailText
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ href: '/admin', label: t.administration.title }]}
      />
      <DataTable
        caption={words.title}
        rows={kinds}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', header: words.kind, rowHeader: true, cell: ({ kind }) => t.outbox.kind[kind] },
          { key: 'when', header: words.when, cell: ({ kind }) => words.occasion[kind].when },
          { key: 'to', header: words.to, cell: ({ kind }) => words.occasion[kind].to },
          {
            key: 'texts',
            header: words.texts,
            cell: ({ kind, isFixed, own }) =>
              isFixed
                ? words.fixed
                : LOCALES.map((locale) => <Text key={locale} {...{ kind, locale, own }} />),
          },
        ]}
      />
    </>
  )
}

function Text({ kind, locale, own }: { kind: MailKind; locale: Locale; own: readonly Locale[] }) {
  const words = useMessages().mailText
  return (
    <div>
      <a href={`/admin/mail-texts/${kind}/${locale}`}>{words.language[locale]}</a>{' '}
      <span className="muted">({own.includes(locale) ? words.own : words.builtIn})</span>
    </div>
  )
}
