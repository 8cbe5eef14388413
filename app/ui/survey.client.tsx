// A questionnaire as SurveyJS shows it. Browser only, and fetched where survey.tsx has left a place for it.

import { useEffect, useRef, useState, type RefObject } from 'react'
import 'survey-core/survey-core.fontless.min.css'
import type { SurveyModel } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { ANSWERS_FIELD } from '#app/domain/answers.ts'
import type { Locale } from '#app/domain/locale.ts'
import { readQuestionnaire, type Definition } from '#app/domain/questionnaire.ts'
import { textHints, type FoundHint } from '#app/domain/text-hint.ts'
import type { Messages } from '#app/i18n/index.ts'
import { NoticeFrame } from '#app/ui/notice-frame.tsx'
import {
  forgetOldDrafts,
  keepsDrafts,
  loadDraft,
  markSent,
  openStores,
  saveDraft,
  setKeepsDrafts,
  type DraftStores,
} from '#app/ui/survey-draft.ts'
import { surveyModel } from '#app/ui/survey-model.client.ts'

export type SurveyProps = {
  definition: Definition
  locale: Locale
  /** Differs by round and by person, and names neither. */
  draftKey: string
  /** Names of municipalities, for the hints while somebody types. */
  places: readonly string[]
  /** Where the answers are posted, in one field as JSON; the server's redirect leads on. */
  action: string
  labels: Messages['questionnaire']['survey']
}

type Trouble = 'offline' | 'signedOut'

export default function SurveyForm({ definition, locale, draftKey, places, action, labels }: SurveyProps) {
  const [model] = useState(() => surveyModel(definition, locale, labels))
  const [stores] = useState(openStores)
  const field = useRef<HTMLInputElement>(null)
  useDraft(model, stores, definition, draftKey)
  const { sending, trouble } = useSending(model, field, () => markSent(stores, draftKey))

  return (
    <>
      {sending ? <p role="status">{labels.sending}</p> : <Survey model={model} />}
      {!sending && <TextHints model={model} places={places} labels={labels} />}
      {!sending && (
        <div className="form">
          {trouble && <NoticeFrame kind="danger" title={labels[trouble]} answer />}
          <KeepsDrafts
            stores={stores}
            labels={labels}
            keep={() => saveDraft(stores, draftKey, model.data, new Date())}
          />
        </div>
      )}
      <form method="post" action={action} hidden>
        <input type="hidden" name={ANSWERS_FIELD} ref={field} />
      </form>
    </>
  )
}

type TextHintsProps = { model: SurveyModel; places: readonly string[]; labels: SurveyProps['labels'] }

/**
 * Says while somebody types that a text may name people or places. The text never leaves the device for it.
 * More than one would cover half a phone: the others are folded. Stands beside the questionnaire, not in a box below it: it could not stick to the window's edge from there.
 */
function TextHints({ model, places, labels }: TextHintsProps) {
  const [found, setFound] = useState<FoundHint[]>([])
  useEffect(() => {
    const look = () => {
      const texts = model.getAllQuestions(true).map((question): unknown => question.value)
      const written = texts.filter((text) => typeof text === 'string').join('\n')
      setFound(textHints(written, places))
    }
    look()
    model.onValueChanged.add(look)
    return () => model.onValueChanged.remove(look)
  }, [model, places])
  return (
    <div role="status" className="text-hints">
      {found.length > 0 && (
        <NoticeFrame kind="warning" title={labels.hintTitle}>
          <Hints found={found.slice(0, 1)} labels={labels} />
          {found.length > 1 && (
            <details>
              <summary>
                {labels.moreHints} ({found.length - 1})
              </summary>
              <Hints found={found.slice(1)} labels={labels} />
            </details>
          )}
        </NoticeFrame>
      )}
    </div>
  )
}

function Hints({ found, labels }: { found: readonly FoundHint[]; labels: SurveyProps['labels'] }) {
  return (
    <ul>
      {found.map(({ hint, found: piece }) => (
        <li key={hint}>
          {labels.hint[hint]}: „{piece}“
        </li>
      ))}
    </ul>
  )
}

/** Brings back what was answered before, and keeps what is being answered. */
function useDraft(model: SurveyModel, stores: DraftStores, definition: Definition, draftKey: string) {
  useEffect(() => {
    forgetOldDrafts(stores, new Date())
    const draft = loadDraft(stores, draftKey, readQuestionnaire(definition))
    if (draft) model.data = draft

    const keep = () => saveDraft(stores, draftKey, model.data, new Date())
    model.onValueChanged.add(keep)
    return () => model.onValueChanged.remove(keep)
  }, [definition, draftKey, model, stores])
}

/** Sends the answers as an ordinary form, once it is clear that they will arrive. */
function useSending(model: SurveyModel, field: RefObject<HTMLInputElement>, mark: () => void) {
  const [trouble, setTrouble] = useState<Trouble>()
  const [sending, setSending] = useState(false)

  useEffect(() => {
    const ask = async (_: SurveyModel, options: { allow: boolean }) => {
      const found = await troubleAhead()
      setTrouble(found)
      options.allow = found === undefined
    }
    const send = () => {
      if (!field.current) return
      field.current.value = JSON.stringify(model.data)
      setSending(true)
      mark()
      field.current.form?.submit()
    }
    model.onCompleting.add(ask)
    model.onComplete.add(send)
    return () => {
      model.onCompleting.remove(ask)
      model.onComplete.remove(send)
    }
  }, [model, field, mark])

  return { sending, trouble }
}

/** Asks the page itself, so that answers are not lost to a broken line or to a login that has ended. */
async function troubleAhead(): Promise<Trouble | undefined> {
  try {
    const response = await fetch(window.location.href, { method: 'HEAD', redirect: 'manual' })
    return response.ok ? undefined : 'signedOut'
  } catch {
    return 'offline'
  }
}

type KeepsDraftsProps = { stores: DraftStores; labels: SurveyProps['labels']; keep: () => void }

function KeepsDrafts({ stores, labels, keep }: KeepsDraftsProps) {
  const [keeps, setKeeps] = useState(() => keepsDrafts(stores))
  const change = (checked: boolean) => {
    setKeepsDrafts(stores, checked)
    keep()
    setKeeps(checked)
  }
  return (
    <div>
      <div className="kern-form-check">
        <input
          className="kern-form-check__checkbox"
          type="checkbox"
          id="keeps-drafts"
          aria-describedby="draft-note"
          checked={keeps}
          onChange={(event) => change(event.target.checked)}
        />
        <label className="kern-label" htmlFor="keeps-drafts">
          {labels.keepsDrafts}
        </label>
        <p className="kern-hint" id="draft-note">
          {keeps ? labels.draftKept : labels.draftNotKept}
        </p>
      </div>
    </div>
  )
}
