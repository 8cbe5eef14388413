// What a browser with scripts adds to a page: the parts by name, and what each is given. Everything goes to the browser
// as JSON, so there are neither functions nor dates in it.

import type { LiveDistributionProps } from '#app/ui/distribution-chart.client.tsx'
import type { SurveyProps } from '#app/ui/survey.client.tsx'
import type { LiveTrendProps } from '#app/ui/trend-chart.client.tsx'

export type LiveParts = {
  'trend-chart': LiveTrendProps
  'distribution-chart': LiveDistributionProps
  survey: SurveyProps
}

export type LivePart = keyof LiveParts
