import type { ReactNode } from 'react'
import { withoutSecrets } from '#app/domain/barrier-report.ts'
import { useActor } from '#app/ui/actor.tsx'
import { useAddress } from '#app/ui/address.tsx'
import { HiddenFields } from '#app/ui/button.tsx'
import { HelpLink } from '#app/ui/help-link.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { Mark } from '#app/ui/mark.tsx'

export type NavigationEntry = {
  href: string
  label: string
  /** Further addresses that belong to the entry. */
  covers?: readonly string[] | undefined
}

type ShellProps = {
  children: ReactNode
  /** "Landkreis Meißen" */
  district: string
  /** At most five, by role. */
  navigation: readonly NavigationEntry[]
  version: string
  /** Invented people and figures: every page says so, on paper too. Undefined where a failure hides it. */
  demo: boolean | undefined
  /** The embedded database: not for regular operation. */
  embedded: boolean | undefined
}

/** The frame of every page. Stands once, in root.tsx, inside the locale, actor and address providers. */
export function Shell({ children, district, navigation, version, demo, embedded }: ShellProps) {
  const t = useMessages()
  return (
    <>
      <a className="skip-link" href="#main">
        {t.shell.skip}
      </a>
      <header>
        {demo || embedded ? <TrialBand demo={demo} embedded={embedded} /> : null}
        {demo === false && embedded === false && <Kopfzeile />}
        <div className="site-head">
          <Brand district={district} />
          <div className="site-head__side">
            <HelpLink />
            <LanguageSwitch />
            <Account />
          </div>
          <SiteMenu entries={navigation} />
        </div>
        <div className="site-navigation">
          <Navigation entries={navigation} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer version={version} district={district} />
    </>
  )
}

/** The sign of German public administration, which an installation with invented data must not carry. */
function Kopfzeile() {
  const t = useMessages()
  return (
    <div className="kern-kopfzeile">
      <div className="band">
        <div className="kern-kopfzeile__content">
          <span className="kern-kopfzeile__flagge">
            <svg viewBox="0 0 5 3" aria-hidden="true" focusable="false">
              <path d="M0 0h5v3H0z" fill="#000" />
              <path d="M0 1h5v2H0z" fill="#D00" />
              <path d="M0 2h5v1H0z" fill="#FFCE00" />
            </svg>
          </span>
          <span className="kern-kopfzeile__label">{t.shell.official}</span>
        </div>
      </div>
    </div>
  )
}

function TrialBand({ demo, embedded }: Pick<ShellProps, 'demo' | 'embedded'>) {
  const t = useMessages()
  return (
    <aside className="trial-band" aria-label={t.shell.notices}>
      <ul className="band">
        {demo && (
          <li className="trial-band__demo">
            <Icon name="warning" />
            <span>
              <strong>{t.shell.demo}.</strong> {t.shell.demoExplained}
            </span>
          </li>
        )}
        {embedded && (
          <li className="trial-band__embedded">
            <strong>{t.shell.embedded}.</strong> <span>{t.shell.embeddedExplained}</span>
          </li>
        )}
      </ul>
    </aside>
  )
}

function Brand({ district }: { district: string }) {
  const t = useMessages()
  return (
    <a className="brand" href="/">
      <Mark />
      <span className="brand__words">
        <span className="brand__name">{t.shell.product}</span>
        <span className="brand__district">{district}</span>
        <span className="kern-sr-only">{t.shell.home}</span>
      </span>
    </a>
  )
}

/** On a phone: all of the head behind one button. */
function SiteMenu({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useMessages()
  return (
    <details className="site-menu">
      <summary>
        <Icon name="menu" />
        {t.shell.menu}
      </summary>
      <div className="site-menu__sheet">
        <Navigation entries={entries} />
        <AccountEntries />
        <HelpLink />
        <LanguageSwitch />
      </div>
    </details>
  )
}

function Navigation({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useMessages()
  const { pathname } = useAddress()
  const here = entryOf(entries, pathname)
  if (entries.length === 0) return null
  return (
    <nav aria-label={t.shell.navigation}>
      <ul className="navigation">
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} aria-current={entry === here ? currentAs(entry, pathname) : undefined}>
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** '/courses/17' belongs to the entry '/courses'; the longest address that fits wins. */
function entryOf(entries: readonly NavigationEntry[], pathname: string): NavigationEntry | undefined {
  const isBelow = (href: string) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`))
  return entries
    .filter(({ href, covers = [] }) => [href, ...covers].some(isBelow))
    .sort((a, b) => b.href.length - a.href.length)[0]
}

function currentAs(entry: NavigationEntry, pathname: string): 'page' | true {
  return entry.href === pathname ? 'page' : true
}

function Account() {
  const t = useMessages()
  const actor = useActor()
  if (actor.id === null) return <SignInLink />
  return (
    <details className="account">
      <summary aria-label={`${t.shell.account}: ${actor.name}`}>
        <Icon name="person" />
        {actor.name}
      </summary>
      <div className="account__sheet">
        <AccountEntries />
      </div>
    </details>
  )
}

function AccountEntries() {
  const t = useMessages()
  const actor = useActor()
  if (actor.id === null) return <SignInLink />
  return (
    <div className="account-entries">
      <p className="account-entries__name">{t.shell.signedInAs(actor.name)}</p>
      <a href="/profile">{t.shell.profile}</a>
      <form method="post" action="/logout">
        <button className="link-button">{t.shell.signOut}</button>
      </form>
    </div>
  )
}

function SignInLink() {
  const t = useMessages()
  const { pathname, search } = useAddress()
  const to = pathname === '/' || pathname === '/login' ? '' : `?to=${encodeURIComponent(pathname + search)}`
  return (
    <a className="sign-in" href={`/login${to}`}>
      {t.shell.signIn}
    </a>
  )
}

/** Posts to /language: `locale`, and `to` for the way back to this page. */
function LanguageSwitch() {
  const t = useMessages()
  const other = useLocale() === 'de' ? 'en' : 'de'
  const { pathname, search } = useAddress()
  return (
    <form method="post" action="/language" className="language-switch">
      <HiddenFields values={{ locale: other, to: pathname + search }} />
      <button className="link-button" lang={other}>
        {t.shell.otherLanguage}
      </button>
    </form>
  )
}

/** The page of the declaration knows from where somebody comes, so that a barrier there is reported in one step. */
function toAccessibility(pathname: string): string {
  if (pathname === '/accessibility') return pathname
  return `/accessibility?page=${encodeURIComponent(withoutSecrets(pathname))}`
}

function Footer({ version, district }: { version: string; district: string }) {
  const t = useMessages()
  const { pathname } = useAddress()
  return (
    <footer className="site-foot">
      <div className="site-foot__inner">
        <p className="site-foot__claim">
          {t.shell.claim}, {district}
        </p>
        <nav aria-label={t.shell.footer}>
          <ul>
            <li>
              <a href="/handbook">{t.handbook.title}</a>
            </li>
            <li>
              <a href="/verify">{t.certificate.verify.title}</a>
            </li>
            <li>
              <a href={toAccessibility(pathname)}>{t.shell.accessibility}</a>
            </li>
            <li>
              <a href="/privacy">{t.shell.privacy}</a>
            </li>
            <li>
              <a href="/about">{t.shell.about}</a>
            </li>
          </ul>
        </nav>
        <p className="site-foot__version">{t.shell.version(version)}</p>
      </div>
    </footer>
  )
}
