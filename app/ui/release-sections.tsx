// The released figures in the order in which the questions were asked. What people wrote stands by itself.

import {
  itemsOf,
  type ChoiceItem,
  type CountedItem,
  type Item,
  type MatrixItem,
  type Passage,
  type Questionnaire,
} from '#app/domain/questionnaire.ts'
import type { Release } from '#app/domain/release.ts'
import { AnswerCount } from '#app/ui/answer-count.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Section } from '#app/ui/page.tsx'
import { useConditionWords } from '#app/ui/questionnaire-condition.tsx'
import { useWords } from '#app/ui/questionnaire-fields.tsx'
import { MatrixFigures, RatingFigure } from '#app/ui/release-figures.tsx'

type ReleaseSectionsProps = { release: Release; questionnaire: Questionnaire }

export function ReleaseSections({ release, questionnaire }: ReleaseSectionsProps) {
  const t = useMessages()
  const say = useWords()
  const conditionOf = useConditionWords(itemsOf(questionnaire))
  return questionnaire.sections.map(({ key, title, parts }) => {
    const asked = parts.filter(hasFigures)
    if (asked.length === 0) return null
    return (
      <Section key={key} title={title ? say(title) : t.release.answers}>
        {asked.map((item) => {
          const condition = conditionOf(item.shownIf)
          return (
            <Section key={item.key} level={3} title={say(item.title)}>
              {condition !== null && <p className="muted">{t.release.counts.onlyIf(condition)}</p>}
              <ItemFigures item={item} release={release} />
            </Section>
          )
        })}
      </Section>
    )
  })
}

type WithFigures = ChoiceItem | MatrixItem | CountedItem

function hasFigures(part: Item | Passage): part is WithFigures {
  return part.kind !== 'passage' && part.kind !== 'text'
}

function ItemFigures({ item, release }: { item: WithFigures; release: Release }) {
  if (item.kind === 'choice') return <RatingFigure item={item} release={release} />
  if (item.kind === 'matrix') return <MatrixFigures item={item} release={release} />
  const released = release.counts?.find(({ key }) => key === item.key)
  return <AnswerCount item={item} released={released} minimum={release.minimum} />
}
