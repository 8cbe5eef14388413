// Reads the lines of a calendar file (RFC 5545): only what says when somebody is busy. Titles, places and people are
// passed over before anybody can see them.

/** Who wrote the file decides how long it is; more than this is no calendar of one person. */
export const MOST_CALENDAR_BYTES = 5 * 1024 * 1024
const MOST_COMPONENTS = 20_000

export type CalendarProperty = {
  name: string
  parameters: Readonly<Record<string, string>>
  value: string
}

export type CalendarComponent = {
  kind: string
  properties: CalendarProperty[]
  children: CalendarComponent[]
}

/** Not a calendar at all, cut off in the middle, or more than one person can have. */
export type CalendarFileRefusal = 'no-calendar' | 'cut-off' | 'too-much'

export type CalendarFile =
  { ok: true; components: CalendarComponent[] } | { ok: false; refusal: CalendarFileRefusal }

const READ = new Set(
  [
    'UID RECURRENCE-ID STATUS TRANSP X-MICROSOFT-CDO-BUSYSTATUS',
    'DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE FREEBUSY',
    'TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO',
  ].flatMap((names) => names.split(' ')),
)

/** The events, time zones and busy times of all calendars in a file. */
export function readCalendarFile(text: string): CalendarFile {
  const root: CalendarComponent = { kind: '', properties: [], children: [] }
  const open = [root]
  let components = 0
  for (const line of unfolded(text)) {
    const name = /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase()
    const inner = open.at(-1)
    if (!name || !inner) continue
    if (name === 'BEGIN') {
      components += 1
      if (components > MOST_COMPONENTS) return { ok: false, refusal: 'too-much' }
      const next = { kind: kindIn(line), properties: [], children: [] }
      inner.children.push(next)
      open.push(next)
    } else if (name === 'END') {
      if (open.length === 1 || inner.kind !== kindIn(line)) return { ok: false, refusal: 'cut-off' }
      open.pop()
    } else if (READ.has(name)) {
      const property = propertyOf(name, line)
      if (property) inner.properties.push(property)
    }
  }
  const calendars = root.children.filter(({ kind }) => kind === 'VCALENDAR')
  if (calendars.length === 0) return { ok: false, refusal: 'no-calendar' }
  if (open.length > 1) return { ok: false, refusal: 'cut-off' }
  return { ok: true, components: calendars.flatMap(({ children }) => children) }
}

/** The lines as they were before they were folded: a line that begins with a blank goes on with the one before. */
function unfolded(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
}

const kindIn = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .trim()
    .toUpperCase()

/** `NAME;PARAMETER=value;OTHER="quoted: value":VALUE`. */
function propertyOf(name: string, line: string): CalendarProperty | undefined {
  const colon = outsideQuotes(line, ':')
  if (colon < 0) return undefined
  const parameters: Record<string, string> = Object.create(null)
  let rest = line.slice(name.length, colon)
  while (rest.startsWith(';')) {
    const next = outsideQuotes(rest.slice(1), ';')
    const parameter = next < 0 ? rest.slice(1) : rest.slice(1, next + 1)
    const equals = parameter.indexOf('=')
    if (equals > 0) {
      parameters[parameter.slice(0, equals).toUpperCase()] = parameter.slice(equals + 1).replaceAll('"', '')
    }
    rest = next < 0 ? '' : rest.slice(next + 1)
  }
  return { name, parameters, value: line.slice(colon + 1).trim() }
}

function outsideQuotes(text: string, sign: string): number {
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === sign && !isQuoted) return at
  }
  return -1
}

export function propertyIn({ properties }: CalendarComponent, name: string): CalendarProperty | undefined {
  return properties.find((property) => property.name === name)
}

export function propertiesIn({ properties }: CalendarComponent, name: string): CalendarProperty[] {
  return properties.filter((property) => property.name === name)
}
