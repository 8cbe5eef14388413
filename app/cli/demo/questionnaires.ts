import type { DemoWorld } from '#app/cli/demo/training.ts'
import { expectOk } from '#app/cli/demo/workshop-life.ts'
import { withElement } from '#app/domain/questionnaire-draft.ts'
import { getQuestionnaire, listQuestionnaires, saveDraft, startDraft } from '#db/questionnaires.ts'

/** Somebody is writing the next version of what is asked about the competence centre: one question more. */
export async function draftQuestionnaire({ db, people, options: { now } }: DemoWorld): Promise<void> {
  const by = people.idOf('koordination')
  const line = (await listQuestionnaires(db)).find(({ kind }) => kind === 'competence-centre')
  if (!line) return
  await expectOk(startDraft(db, line.id, by, now))
  const draft = (await getQuestionnaire(db, line.id))?.draft
  const section = draft?.definition.pages[0]?.name ?? null
  if (!draft) return
  const choices = [
    { value: 'advice', text: { default: 'Beratung', en: 'Advice' } },
    { value: 'courses', text: { default: 'Kurse und Workshops', en: 'Courses and workshops' } },
    { value: 'templates', text: { default: 'Vorlagen', en: 'Templates' } },
  ]
  const title = { default: 'Was davon haben Sie genutzt?', en: 'Which of these have you used?' }
  const element = { type: 'checkbox' as const, name: 'used', title, choices }
  const definition = withElement(draft.definition, element, { name: null, section })
  await expectOk(saveDraft(db, { id: line.id, version: draft.version, by, definition }, now))
}
