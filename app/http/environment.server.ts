// What the operator can set, checked once at start. .env.example explains every variable.

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { keptSecret } from '#app/http/kept-secret.server.ts'
import { PASSWORD_MIN_LENGTH } from '#app/http/password.server.ts'

/** What sysexits.h calls EX_CONFIG: a service manager need not try again. */
export const EXIT_CONFIGURATION = 78

const ROUND_KEY_BYTES = 32
const MAKE_ROUND_KEY = `node -p "require('crypto').randomBytes(${ROUND_KEY_BYTES}).toString('base64')"`

export type Environment = {
  port: number
  host: string
  /** `postgres://…` or `pglite:folder`. */
  databaseUrl: string
  /** The owner of the schema; the same as databaseUrl where only one role is set up. */
  migrationUrl: string
  dataDir: string
  /** The one address under which browsers reach the product; null accepts every loopback name. */
  publicOrigin: string | null
  smtpUrl: string | null
  mailFrom: string
  /** auto: load the demo district into an empty embedded database only. */
  demo: 'on' | 'off' | 'auto'
  demoPassword: string | null
  embedded: boolean
  /** Number of reverse proxies in front whose X-Forwarded-* headers count. */
  trustProxy: number
  /** Wraps the private keys of evaluation rounds. */
  roundKey: Buffer
  production: boolean
  version: string
}

type Result = { ok: true; environment: Environment } | { ok: false; problems: string[] }

const given = (input: unknown) => `(gesetzt: ${JSON.stringify(input)})`
const sentence = (text: string) => ({
  error: (issue: { input?: unknown }) => `${text} ${given(issue.input)}.`,
})
/** For what may hold a password: the message does not repeat it. */
const discreet = (text: string) => ({ error: `${text}.` })

const wholeNumber = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, sentence(`${name} muss eine Zahl zwischen ${min} und ${max} sein`))
    .refine(
      (text) => !/^\d+$/.test(text) || (Number(text) >= min && Number(text) <= max),
      sentence(`${name} muss eine Zahl zwischen ${min} und ${max} sein`),
    )
    .transform(Number)

const Variables = z.object({
  PORT: wholeNumber('PORT', 1, 65_535).optional(),
  HOST: z.string().refine(isHost, sentence('HOST muss eine IP-Adresse oder ein Rechnername sein')).optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (url) => isPostgres(url) || isEmbedded(url),
      discreet(
        'DATABASE_URL muss die Form postgres://rolle:passwort@rechner/datenbank oder pglite:verzeichnis haben',
      ),
    )
    .optional(),
  DATABASE_MIGRATION_URL: z
    .string()
    .refine(
      isPostgres,
      discreet('DATABASE_MIGRATION_URL muss die Form postgres://rolle:passwort@rechner/datenbank haben'),
    )
    .optional(),
  DATA_DIR: z.string().optional(),
  PUBLIC_ORIGIN: z
    .string()
    .refine(
      isOrigin,
      sentence(
        'PUBLIC_ORIGIN muss eine Adresse ohne Pfad und ohne Schrägstrich am Ende sein, z. B. https://lernkreis.example',
      ),
    )
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (url) => ['smtp:', 'smtps:'].includes(parsed(url)?.protocol ?? '') && parsed(url)?.hostname !== '',
      discreet('SMTP_URL muss die Form smtp://benutzer:passwort@rechner:587 oder smtps://… haben'),
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/,
      sentence('MAIL_FROM muss eine Adresse sein, z. B. Lernkreis <lernkreis@landkreis.example>'),
    )
    .optional(),
  LERNKREIS_DEMO: z.enum(['on', 'off'], sentence('LERNKREIS_DEMO muss on oder off sein')).optional(),
  LERNKREIS_DEMO_PASSWORD: z
    .string()
    .min(
      PASSWORD_MIN_LENGTH,
      discreet(`LERNKREIS_DEMO_PASSWORD muss mindestens ${PASSWORD_MIN_LENGTH} Zeichen haben`),
    )
    .optional(),
  ROUND_KEY: z
    .string()
    .refine(
      (text) => keyFrom(text).length === ROUND_KEY_BYTES,
      discreet(
        `ROUND_KEY muss ${ROUND_KEY_BYTES} Bytes in Base64 sein; ein neuer Schlüssel entsteht mit: ${MAKE_ROUND_KEY}`,
      ),
    )
    .optional(),
  ALLOW_EMBEDDED: z.enum(['0', '1'], sentence('ALLOW_EMBEDDED muss 1 oder 0 sein')).optional(),
  TRUST_PROXY: wholeNumber('TRUST_PROXY', 0, 10).optional(),
})

type Settings = z.output<typeof Variables>

/** The names of all variables that the product reads. */
export const variables = Object.keys(Variables.shape)

/**
 * Checks the environment; on success keeps a round key in DATA_DIR where none is set and none is needed
 * from outside. Each problem is one sentence without secrets.
 */
export function readEnvironment(env: Record<string, string | undefined>): Result {
  // `PORT=` in a file means "not set".
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const settings = Variables.safeParse(set)
  const problems = [
    ...(settings.success ? [] : settings.error.issues.map((issue) => issue.message)),
    ...unknownNames(set),
    ...(settings.success ? contradictions(settings.data) : []),
  ]
  if (!settings.success || problems.length > 0) return { ok: false, problems: [...new Set(problems)] }

  try {
    return { ok: true, environment: environmentOf(settings.data, env.NODE_ENV === 'production') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [`DATA_DIR kann nicht benutzt werden: ${reason}.`] }
  }
}

function environmentOf(settings: Settings, production: boolean): Environment {
  const dataDir = resolve(settings.DATA_DIR ?? 'data')
  const databaseUrl = databaseUrlOf(settings)
  const roundKey = settings.ROUND_KEY ?? keptSecret(join(dataDir, 'round.key'), newRoundKey)
  if (keyFrom(roundKey).length !== ROUND_KEY_BYTES) throw new Error('round.key ist beschädigt')
  return {
    port: settings.PORT ?? 3000,
    host: settings.HOST ?? '127.0.0.1',
    databaseUrl,
    migrationUrl: settings.DATABASE_MIGRATION_URL ?? databaseUrl,
    dataDir,
    publicOrigin: settings.PUBLIC_ORIGIN ?? null,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM ?? 'Lernkreis <lernkreis@localhost>',
    demo: settings.LERNKREIS_DEMO ?? 'auto',
    demoPassword: settings.LERNKREIS_DEMO_PASSWORD ?? null,
    embedded: isEmbedded(databaseUrl),
    trustProxy: settings.TRUST_PROXY ?? 0,
    roundKey: keyFrom(roundKey),
    production,
    version: readVersion(),
  }
}

/** What is wrong only in company. */
function contradictions(settings: Settings): string[] {
  const embedded = isEmbedded(databaseUrlOf(settings))
  const problems: string[] = []
  if (embedded && !isLoopback(settings.HOST ?? '127.0.0.1') && settings.ALLOW_EMBEDDED !== '1')
    problems.push(
      `HOST ist von außen erreichbar ${given(settings.HOST)}, die eingebaute Datenbank ist aber nur für den Testbetrieb: ` +
        'DATABASE_URL=postgres://… setzen oder den Testbetrieb mit ALLOW_EMBEDDED=1 erlauben.',
    )
  if (embedded && settings.DATABASE_MIGRATION_URL)
    problems.push('DATABASE_MIGRATION_URL gilt nur zusammen mit DATABASE_URL=postgres://….')
  if (!embedded && !settings.ROUND_KEY)
    problems.push(
      `ROUND_KEY fehlt: Mit PostgreSQL gehört der Schlüssel der Befragungen nicht in dieselbe Sicherung. Ein neuer entsteht mit: ${MAKE_ROUND_KEY}`,
    )
  if (settings.SMTP_URL && !settings.MAIL_FROM)
    problems.push('MAIL_FROM fehlt: Mit SMTP_URL braucht jede E-Mail einen Absender.')
  return problems
}

/** A misspelt switch would silently do nothing. */
function unknownNames(set: object): string[] {
  return Object.keys(set)
    .filter((name) => name.startsWith('LERNKREIS_') && !variables.includes(name))
    .map((name) => `${name} ist keine bekannte Einstellung (siehe .env.example).`)
}

function databaseUrlOf(settings: Settings): string {
  return settings.DATABASE_URL ?? `pglite:${join(resolve(settings.DATA_DIR ?? 'data'), 'database')}`
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

function isPostgres(url: string): boolean {
  const { protocol, pathname } = parsed(url) ?? { protocol: '', pathname: '' }
  return ['postgres:', 'postgresql:'].includes(protocol) && pathname.length > 1
}

function isEmbedded(url: string): boolean {
  return url.startsWith('pglite:') && url.length > 'pglite:'.length
}

function isOrigin(url: string): boolean {
  return /^https?:\/\//.test(url) && parsed(url)?.origin === url
}

function isHost(host: string): boolean {
  return isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function keyFrom(base64: string): Buffer {
  return Buffer.from(base64, 'base64')
}

function newRoundKey(): string {
  return randomBytes(ROUND_KEY_BYTES).toString('base64')
}

function readVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).version
}
