import type { DefinitionFinding } from '#app/domain/questionnaire.ts'
import { useMessages } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Everything that speaks against a questionnaire: where, and what. */
export function Findings({
  title,
  findings,
}: {
  title: string
  findings: readonly { path: string; finding: DefinitionFinding }[]
}) {
  const t = useMessages()
  const { finding: said } = t.questionnaireEditor.edit
  return (
    <Notice kind="danger" title={title} answer>
      <ul>
        {findings.map(({ path, finding }) => (
          <li key={`${path} ${finding}`}>{said(path, t.questionnaire.finding[finding])}</li>
        ))}
      </ul>
    </Notice>
  )
}
