// A questionnaire as SurveyJS will show it, for those who write it. Nothing is kept and nothing can be sent.

import { useState } from 'react'
import 'survey-core/survey-core.fontless.min.css'
import { Survey } from 'survey-react-ui'
import type { Locale } from '#app/domain/locale.ts'
import type { Definition } from '#app/domain/questionnaire.ts'
import { surveyModel } from '#app/ui/survey-model.client.ts'

export type PreviewProps = {
  definition: Definition
  locale: Locale
  labels: { submit: string; wholeNumber: string }
}

export default function SurveyPreview({ definition, locale, labels }: PreviewProps) {
  const [model] = useState(() => {
    const made = surveyModel(definition, locale, labels)
    made.showNavigationButtons = false
    return made
  })
  return <Survey model={model} />
}
