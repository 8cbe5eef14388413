import type { ReactNode } from 'react'
import { Live } from '#app/ui/live.tsx'
import type { SurveyProps } from '#app/ui/survey.client.tsx'

type Props = SurveyProps & {
  /** The same questions as a plain form (<QuestionnaireFields>), for browsers that run no scripts. */
  children: ReactNode
}

/** A questionnaire to answer: SurveyJS where there are scripts, and where it does not arrive the plain form. */
export function Survey({ children, ...survey }: Props) {
  return (
    <Live part="survey" given={survey} waiting={survey.labels.loading}>
      {children}
    </Live>
  )
}
