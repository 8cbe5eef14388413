import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import type { SurveyProps } from '#app/ui/survey.client.tsx'

type Props = SurveyProps & {
  /** The same questions as a plain form (<QuestionnaireFields>), for browsers that run no scripts. */
  children: ReactNode
}

/** SurveyJS is large: only this page asks for it. Should it not arrive, the plain form takes its place. */
const SurveyForm = lazy(() => import('#app/ui/survey.client.tsx').catch(() => ({ default: PlainInstead })))

function PlainInstead({ children }: Props) {
  return <>{children}</>
}

/** A questionnaire to answer, with scripts or without. */
export function Survey(props: Props) {
  const [started, setStarted] = useState(false)
  useEffect(() => setStarted(true), [])
  if (!started) return <noscript>{props.children}</noscript>
  return (
    <Suspense fallback={<p role="status">{props.labels.loading}</p>}>
      <SurveyForm {...props} />
    </Suspense>
  )
}
