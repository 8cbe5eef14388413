import type { Decision } from '#app/domain/queue.ts'
import type { QuotaFacts } from '#app/i18n/de/queue.ts'
import type { Messages } from '#app/i18n/index.ts'

/** What pressing the button gives, in the one sentence that page and JSON have for it. */
export function placeSentence(
  { queue }: Pick<Messages, 'queue'>,
  { status, reason }: Decision,
  facts: QuotaFacts,
): string {
  if (status === 'requested' || status === 'offered') return queue.gets[status]
  if (status !== 'waiting') return queue.gets.confirmed
  const because = reason === 'quota' || reason === 'others-wait' ? reason : 'full'
  return queue.waits[because](facts)
}
