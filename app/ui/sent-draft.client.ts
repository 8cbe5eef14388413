// Where the answers have arrived, their draft goes. Browser only.

import { forgetSentDraft, openStores } from '#app/ui/survey-draft.ts'

export default function forgetWhatWasSent(): Promise<void> {
  forgetSentDraft(openStores())
  return Promise.resolve()
}
