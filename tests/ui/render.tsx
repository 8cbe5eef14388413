import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Actor } from '#app/domain/policy.ts'
import { GUEST } from '#app/domain/policy.ts'
import { ActorProvider } from '#app/ui/actor.tsx'
import { AddressProvider } from '#app/ui/address.tsx'
import { LocaleProvider } from '#app/ui/locale.tsx'

type Around = { actor?: Actor; pathname?: string; search?: string; locale?: 'de' | 'en' }

/** What the server writes, without JavaScript. */
export function html(page: ReactNode, around: Around = {}): string {
  const { actor = GUEST, pathname = '/courses', search = '', locale = 'de' } = around
  return renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <ActorProvider actor={actor}>
        <AddressProvider pathname={pathname} search={search}>
          {page}
        </AddressProvider>
      </ActorProvider>
    </LocaleProvider>,
  )
}

/** The first tag that fits, with its attributes: `tag(page, 'input', 'name="title"')`. */
export function tag(page: string, name: string, holding = ''): string {
  const tags = page.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
  return tags.find((text) => text.includes(holding)) ?? `no <${name} ${holding}>`
}
