import type {
  CountRefusal,
  ExtendRefusal,
  GiveUpRefusal,
  RaiseRefusal,
  ReleaseRefusal,
  RescheduleRefusal,
} from '#app/domain/evaluation.ts'
import type { ReadersRefusal } from '#app/domain/remark-readers.ts'
import type { Messages } from '#app/i18n/index.ts'
import { useMessages } from '#app/ui/locale.tsx'

type Refusal =
  | CountRefusal
  | ExtendRefusal
  | GiveUpRefusal
  | RaiseRefusal
  | ReadersRefusal
  | ReleaseRefusal
  | RescheduleRefusal
  | keyof Messages['trustee']['refusal']
  | 'wrong-wrapping-key'
  | 'unreadable'
  | 'texts-unread'
  | 'not-found'

/** Why the last step with a round was not taken, as a sentence. */
export function useRefusal(): (refusal: Refusal | undefined) => string | undefined {
  const { evaluation, round, trustee } = useMessages()
  const sentences: Record<Refusal, string> = {
    ...trustee.refusal,
    ...evaluation.countRefusal,
    ...evaluation.releaseRefusal,
    ...round.extendRefusal,
    ...round.giveUpRefusal,
    ...round.raiseRefusal,
    ...round.readersRefusal,
    ...round.rescheduleRefusal,
    'wrong-wrapping-key': round.actions.wrongKey,
    unreadable: round.actions.unreadable,
    'texts-unread': round.release.unread,
    'not-found': round.actions.missing,
  }
  return (refusal) => refusal && sentences[refusal]
}
