// What people answered where they chose words, ticked several, said yes or no, or gave a number.

import { middlePart, type CountFigure } from '#app/domain/answer-count.ts'
import { STRATA, type Stratum } from '#app/domain/evaluation.ts'
import type { CountedItem } from '#app/domain/questionnaire.ts'
import type { ReleasedCount } from '#app/domain/release.ts'
import { valuesOf } from '#app/domain/tally.ts'
import { answerLabels, answerRows, type AnswerRow } from '#app/i18n/answer-rows.ts'
import { formatPercent } from '#app/i18n/format.ts'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { useWords } from '#app/ui/questionnaire-fields.tsx'

type AnswerCountProps = {
  item: CountedItem
  /** Undefined in releases that did not tell of such questions yet. */
  released: ReleasedCount | undefined
  minimum: number
}

export function AnswerCount({ item, released, minimum }: AnswerCountProps) {
  const { release, evaluation } = useMessages()
  const words = release.counts
  if (!released) return <p className="muted">{words.older}</p>
  const { figure, apart } = released
  if (figure.kind === 'no-data') return <p>{words.none}</p>
  if (figure.kind === 'too-few') {
    return <p>{item.shownIf === null ? release.tooFew(minimum) : `${evaluation.figure.textsProtected}.`}</p>
  }
  return (
    <>
      <p>
        {words.answered(figure.responses)} {item.kind === 'several' && words.several}
        <Middle item={item} figure={figure} />
      </p>
      {figure.kind === 'answered' ? (
        <p className="muted">{words.notSplit}</p>
      ) : (
        <AnswerTable item={item} figure={figure} apart={apart} minimum={minimum} />
      )}
    </>
  )
}

/** Where the middle number lies, if that can be seen in what is told. */
function Middle({ item, figure }: { item: CountedItem; figure: CountFigure }) {
  const locale = useLocale()
  const words = useMessages().release.counts
  if (item.kind !== 'number' || figure.kind !== 'parts') return null
  const part = middlePart(figure, valuesOf(item))
  return part === null ? null : <>{words.middle(answerLabels(item, locale).get(part) ?? part)}</>
}

type AnswerTableProps = {
  item: CountedItem
  figure: Extract<CountFigure, { responses: number }>
  apart: Record<Stratum, CountFigure> | null
  minimum: number
}

/** A line for each answer, with its bar below its name: the same on a phone, on paper and to a screen reader. */
function AnswerTable({ item, figure, apart, minimum }: AnswerTableProps) {
  const t = useMessages()
  const say = useWords()
  const locale = useLocale()
  const words = t.release.counts
  const { rows, rest } = answerRows(item, figure, minimum, locale)
  const rare = rows.filter(({ isRare }) => isRare)
  const share = (count: number | null) =>
    count === null ? '–' : formatPercent(count / figure.responses, locale, 0)
  return (
    <>
      <table className="answers">
        <caption className="kern-sr-only">{say(item.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.release.answer}</th>
            <th scope="col">{t.release.count}</th>
            <th scope="col">{t.release.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ isRare }) => !isRare)
            .map((row) => (
              <tr key={row.value}>
                <th scope="row">
                  {row.label}
                  <Bar share={row.count === null ? null : row.count / figure.responses} />
                  <Groups row={row} apart={apart} />
                </th>
                <td>{row.said}</td>
                <td>{share(row.count)}</td>
              </tr>
            ))}
          {rest && (
            <Together
              title={words.rest}
              labels={rest.labels}
              count={words.number(rest.count)}
              share={share(rest.count)}
            />
          )}
          {rare.length > 0 && (
            <Together
              title={words.rare}
              labels={rare.map(({ label }) => label)}
              count={words.fewerThan(minimum)}
              share="–"
            />
          )}
        </tbody>
      </table>
      {(rest !== null || rows.some(({ count }) => count === null)) && (
        <p className="muted answers__hint">{words.hint(minimum)}</p>
      )}
    </>
  )
}

type TogetherProps = { title: string; labels: readonly string[]; count: string; share: string }

/** Answers that have no line of their own. */
function Together({ title, labels, count, share }: TogetherProps) {
  return (
    <tr>
      <th scope="row">
        {title}
        <ul className="answers__together">
          {labels.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </th>
      <td>{count}</td>
      <td>{share}</td>
    </tr>
  )
}

const BAR_LENGTH = 100

function Bar({ share }: { share: number | null }) {
  if (share === null) return null
  return (
    <svg
      className="answers__bar"
      viewBox={`0 0 ${BAR_LENGTH} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={share * BAR_LENGTH} height="1" />
    </svg>
  )
}

/** "IT-Fachkräfte 6 von 12", where that names nobody. */
function Groups({ row, apart }: { row: AnswerRow; apart: Record<Stratum, CountFigure> | null }) {
  const { evaluation, release } = useMessages()
  const told = STRATA.flatMap((stratum) => {
    const figure = apart?.[stratum]
    const n = figure && countIn(figure, row.value)
    if (!figure || !('responses' in figure) || n === undefined) return []
    return [`${evaluation.stratum[stratum]}: ${release.inWords(n, figure.responses)}`]
  })
  return told.length > 0 ? <small>{told.join(' · ')}</small> : null
}

function countIn(figure: CountFigure, value: string): number | undefined {
  if (figure.kind === 'parts') return figure.counts[value]
  const tick = figure.kind === 'ticks' ? figure.ticks[value] : undefined
  return typeof tick === 'number' ? tick : undefined
}
