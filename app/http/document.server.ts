import { redirect, type AppLoadContext } from '@remix-run/node'
import type { Locale } from '#app/domain/locale.ts'
import { file } from '#app/http/responses.ts'
import { messages } from '#app/i18n/index.ts'

type Order = Parameters<AppLoadContext['press']['order']>[0]
type Taken = ReturnType<AppLoadContext['press']['order']>
type LineRefusal = Extract<Taken, string>
type Ordered = Exclude<Taken, string>
type Asked = { request: Request; context: AppLoadContext; actor: { id: string; locale: Locale } }

const RETRY_AFTER_SECONDS = '30'

/**
 * A PDF: at once where it is soon done, else the page that says how far it is (or why there is none) and then gives it.
 */
export async function documentFile(asked: Asked, order: Order, name: string): Promise<Response> {
  const ordered = orderDocument(asked, order, name)
  return ordered instanceof Response ? ordered : handOver(asked, ordered)
}

/** The first half alone, for what is written down only once there is a place in the line. */
export function orderDocument(asked: Asked, order: Order, name: string): Ordered | Response {
  const { request, context, actor } = asked
  const { pathname, search } = new URL(request.url)
  const { requestId, press } = context
  const buyer = { owner: actor.id, name, again: pathname + search, requestId }
  const ordered = press.order(order, buyer, request.signal)
  return typeof ordered === 'string' ? refusedAtTheDoor(ordered, actor.locale) : ordered
}

export async function handOver({ context }: Asked, ordered: Ordered): Promise<Response> {
  await ordered.soon()
  const state = ordered.state()
  if (state.kind !== 'ready') return redirect(`/documents/${ordered.id}`, 303)
  context.press.forget(ordered.id)
  return file(state.bytes, ordered.name, 'application/pdf')
}

/** As plain text, because files have no page. */
function refusedAtTheDoor(refusal: LineRefusal, locale: Locale): Response {
  return new Response(messages(locale).document.line[refusal], {
    status: refusal === 'full' ? 503 : 429,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': RETRY_AFTER_SECONDS },
  })
}
