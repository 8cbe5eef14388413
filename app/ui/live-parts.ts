// What a browser with scripts adds to a page: the parts by name, and what each is given. Everything goes to the browser
// as JSON, so there are neither functions nor dates in it.

import type { LiveCheckInProps } from '#app/ui/check-in-screen.client.tsx'
import type { LiveDistributionProps } from '#app/ui/distribution-chart.client.tsx'
import type { LiveMapDaysProps } from '#app/ui/map-days.client.tsx'
import type { LiveRollCallProps } from '#app/ui/roll-call.client.tsx'
import type { SurveyProps } from '#app/ui/survey.client.tsx'
import type { PreviewProps } from '#app/ui/survey-preview.client.tsx'
import type { LiveTrendProps } from '#app/ui/trend-chart.client.tsx'

export type LiveParts = {
  'check-in-screen': LiveCheckInProps
  'roll-call': LiveRollCallProps
  'trend-chart': LiveTrendProps
  'distribution-chart': LiveDistributionProps
  'map-days': LiveMapDaysProps
  survey: SurveyProps
  'survey-preview': PreviewProps
}

export type LivePart = keyof LiveParts

/** What is done in the browser without being seen. */
export const ERRANDS = ['forget-lists', 'forget-sent-draft'] as const
export type ErrandName = (typeof ERRANDS)[number]
