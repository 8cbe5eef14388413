import { Fragment } from 'react'
import { isDay } from '#app/domain/calendar.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { Messages } from '#app/i18n/index.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'

/** So much of a checksum or an id as is needed to tell it from others. */
const SHORT = 8
/** Where a thing that is named by its id can be seen by everybody who reads the record. */
const PLACES: Record<string, string> = { course: '/courses/', workshop: '/workshops/' }
const LONG_CODE = /^[0-9a-f]{8}[0-9a-f-]{24,}$/

/** What a line of the record says beside who and what: "ab: 3. Dezember 2026", "neu", "Stand: in Arbeit". */
export function AuditDetails({ details }: { details: Record<string, unknown> }) {
  const t = useMessages()
  const given = Object.entries(details).filter(([, value]) => isSaid(value))
  return (
    <ul className="plain-list">
      {given.map(([key, value]) => (
        <li key={key}>
          {t.audit.detail[key] ?? key}
          {value !== true && (
            <>
              : <Value name={key} value={value} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function isSaid(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  )
}

function Value({ name, value }: { name: string; value: unknown }) {
  const t = useMessages()
  const locale = useLocale()
  const words = wordsOf(t, name)
  if (value === false) return <>{t.common.no}</>
  if (typeof value === 'number') return <>{formatNumber(value, locale, Number.isInteger(value) ? 0 : 1)}</>
  const texts = Array.isArray(value) ? value.map(String) : [String(value)]
  if (texts.some((text) => LONG_CODE.test(text)))
    return texts.map((text, nth) => (
      <Fragment key={text}>
        {nth > 0 && ', '}
        <Code name={name} text={text} />
      </Fragment>
    ))
  return (
    <>{texts.map((text) => (isDay(text) ? formatDay(text, locale) : (words[text] ?? text))).join(', ')}</>
  )
}

function Code({ name, text }: { name: string; text: string }) {
  const code = <code title={text}>{text.slice(0, SHORT)}</code>
  const path = PLACES[name]
  return path ? <a href={path + text}>{code}</a> : code
}

/** Where the words of a detail stand. */
function wordsOf(t: Messages, name: string): Record<string, string> {
  const words: Record<string, Record<string, string>> = {
    action: { ...t.audit.noun, ...t.audit.did },
    agreement: t.organisation.agreement,
    aim: t.stage.aim,
    audience: t.person.audience,
    indicator: t.indicator.name,
    keys: settingWords(t),
    kind: { ...t.organisation.kind, ...t.outbox.kind },
    locale: t.person.locales,
    phase: t.indicator.phase,
    reason: t.attendance.reason,
    role: t.person.role,
    roles: t.person.role,
    state: t.organisation.agreementState,
    status: t.enrolment.status,
    subject: t.ruling.subjects,
    value: t.ruling.name,
    verdict: t.stage.verdict,
    via: t.attendance.via,
    readers: t.round.remarkReaders.whoReads,
  }
  return words[name] ?? t.audit.said
}

function settingWords({ administration: { settings } }: Messages): Record<string, string> {
  const { districtName, districtKey, contactEmail, secondLanguage, demo, demoUnfinished } = settings
  const { certificateOverPercent } = settings
  return {
    ...{ districtName, districtKey, contactEmail, secondLanguage, demo, demoUnfinished },
    certificateOverPercent,
  }
}
