// The certificate of attendance: one sheet that can be archived, read aloud, and checked by anybody.

import { encode } from 'uqr'
import { path, rounded, type Scene } from '#app/charts/scene.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import { inGroups } from '#app/domain/certificate-code.ts'
import { isReduced, pointsOf, type CertificateContent, type RevocationKind } from '#app/domain/certificate.ts'
import { formatTimeRange } from '#app/i18n/format.ts'
import { callout, heading, linkLine, list, paragraph } from '#reports/blocks.ts'
import { attach, closeDocument, openDocument } from '#reports/document.ts'
import { drawScene } from '#reports/figure.ts'
import { CONTENT_WIDTH, MARGIN, opened, tagged, TYPE, write, type Paper } from '#reports/page.ts'
import { keyFacts } from '#reports/table.ts'
import { wordsIn, type Words } from '#reports/words.ts'

/** When and why a certificate does not hold any more; its copies say so from then on. */
export type Revoked = { kind: RevocationKind; reason: string | null; on: string }

/** More dates than these have a list of their own. */
const MOST_DATES_IN_FACTS = 4

type Sheet = { paper: Paper; content: CertificateContent; words: Words['certificate'] }

/** A function of what was frozen, and of its state: the same bytes whenever it is fetched. */
export function renderCertificate(content: CertificateContent, revoked?: Revoked): Promise<Buffer> {
  const { certificate: words } = wordsIn(content.locale)
  const { document } = words
  const createdAt = new Date(`${content.issuedOn}T00:00:00Z`)
  const paper = openDocument({
    title: `${document.title}: ${content.name}, ${content.title}`,
    subject: document.subject(content.title),
    author: issuerOf(content, words),
    locale: content.locale,
    createdAt,
    demo: markOf(content, words, revoked),
  })
  const sheet = { paper, content, words }
  drawStatement(sheet, revoked)
  drawFacts(sheet)
  drawSubject(sheet)
  drawIssuer(sheet)
  drawCheck(sheet)
  attach(
    paper,
    {
      name: 'bescheinigung.json',
      type: 'application/json',
      description: document.attachment,
      bytes: Buffer.from(canonicalJson(content)),
    },
    createdAt,
  )
  return closeDocument(paper, {
    left: `${document.title} · ${document.code} ${inGroups(content.code)}`,
    page: document.page,
  })
}

function issuerOf({ issuer }: CertificateContent, { document }: Words['certificate']): string {
  return issuer.district ? `${document.office}, ${issuer.district}` : document.office
}

function markOf(
  content: CertificateContent,
  { document }: Words['certificate'],
  revoked: Revoked | undefined,
) {
  if (revoked) return { mark: document.revoked, sentence: document.revokedOn(revoked.on) }
  return content.demo ? document.demo : null
}

function drawStatement({ paper, content, words }: Sheet, revoked: Revoked | undefined): void {
  const { document } = words
  paragraph(paper, issuerOf(content, words), { style: 'note', after: 8 })
  heading(paper, 1, document.title)
  if (revoked) callout(paper, document.revokedOn(revoked.on), words.reasonOf(revoked.kind, revoked.reason))
  paper.pdf.y += 8
  paragraph(paper, content.name, { style: 'statement', after: 4 })
  paragraph(paper, document.hasAttended, { style: 'lead', after: 4 })
  paragraph(paper, content.title, { style: 'statement', after: 8 })
}

function drawFacts({ paper, content, words }: Sheet): void {
  const { document } = words
  const dates = datesOf(content)
  const isShort = dates.length <= MOST_DATES_IN_FACTS
  const when: [string, string][] = isShort
    ? dates.map((date, nth) => [
        dates.length === 1 ? document.meetings(1) : document.nthMeeting(nth + 1),
        date,
      ])
    : [[document.meetings(dates.length), document.meetingCount(dates.length)]]
  keyFacts(paper, document.facts, [
    ...when,
    [document.where, document.place(content.place, content.online)],
    [document.planned, document.unitsOf45(content.unitsPlanned)],
    [document.attended, document.units(content.unitsAttended)],
  ])
  if (isReduced(content)) paragraph(paper, document.remark(content), { style: 'strong', after: 3 })
  if (isShort) return
  heading(paper, 2, document.meetings(dates.length))
  list(paper, dates)
}

export function datesOf({ meetings, locale }: CertificateContent): string[] {
  return meetings.map(({ startsAt, endsAt }) => formatTimeRange(new Date(startsAt), new Date(endsAt), locale))
}

/** Goals and contents are written in German; a reader of the English sheet must hear them so. */
function drawSubject({ paper, content, words }: Sheet): void {
  const parts = [
    [words.document.goals, pointsOf(content.goals)],
    [words.document.contents, pointsOf(content.contents)],
  ] as const
  for (const [title, points] of parts) {
    if (points.length === 0) continue
    heading(paper, 2, title, 30)
    if (content.locale !== 'de') paper.section = opened(paper, paper.section, 'Div', { lang: 'de-DE' })
    list(paper, points)
  }
}

function drawIssuer({ paper, content, words }: Sheet): void {
  const { document } = words
  const { contactEmail } = content.issuer
  heading(paper, 2, document.issuer, 40)
  paragraph(paper, document.issued(issuerOf(content, words), content.issuedOn), { after: 2 })
  const questions = contactEmail ? [document.questions(contactEmail)] : []
  paragraph(paper, [document.withoutSignature, ...questions].join(' '), { style: 'note' })
}

/** In points: large enough for a phone that reads it from a screen. */
const PATTERN_SIZE = 84
const CHECK_HEIGHT = PATTERN_SIZE + 30

function drawCheck({ paper, content, words: { document } }: Sheet): void {
  const { pdf } = paper
  const url = `${content.verifyAt}/${inGroups(content.code)}`
  heading(paper, 2, document.check, CHECK_HEIGHT)
  const top = pdf.y
  const [x, y] = [MARGIN.left, top]
  const element = opened(paper, paper.section, 'Figure', {
    alt: document.qrAlternative(url),
    bbox: [x, y, x + PATTERN_SIZE, y + PATTERN_SIZE],
    placement: 'Block',
  })
  element.add(() => drawScene(paper, patternOf(url), x, y))
  element.end()
  const place = { x: x + PATTERN_SIZE + 16, width: CONTENT_WIDTH - PATTERN_SIZE - 16 }
  tagged(paper.section, pdf, 'P', () => write(paper, document.checkText, TYPE.body, { ...place, y: top + 2 }))
  pdf.y += 8
  tagged(paper.section, pdf, 'P', () =>
    write(paper, `${document.code}: ${inGroups(content.code)}`, TYPE.rating, { ...place, y: pdf.y }),
  )
  pdf.x = MARGIN.left
  pdf.y = top + PATTERN_SIZE + 8
  const link = { before: document.at, label: content.verifyAt, contents: document.linkContents }
  linkLine(paper, { ...link, target: { url } })
}

/** The dark squares of a QR code as one shape; the paper around it is its quiet zone. */
export function patternOf(text: string): Scene {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const step = PATTERN_SIZE / size
  const squares = data.flatMap((row, y) =>
    runsIn(row).map(([from, length]) => {
      const [left, top] = [rounded(from * step), rounded(y * step)]
      const [right, bottom] = [rounded((from + length) * step), rounded((y + 1) * step)]
      return `M${left} ${top}H${right}V${bottom}H${left}Z`
    }),
  )
  return { width: PATTERN_SIZE, height: PATTERN_SIZE, items: [path(squares.join(''), { fill: 'ink' })] }
}

/** Neighbours are drawn as one, so that no hairline shows between them: where each run begins, and its length. */
function runsIn(row: readonly boolean[]): [from: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
