import '@remix-run/node'
import type { Db } from '#db/client.server.ts'
import type { Environment } from '#app/http/environment.server.ts'
import type { Press } from '#reports/press.ts'

declare module '@remix-run/node' {
  // Without this line loader types turn Dates into strings although single fetch keeps them.
  interface Future {
    v3_singleFetch: true
  }
  /** What every loader and action gets as `context`: one object per request. */
  interface AppLoadContext {
    db: Db
    environment: Environment
    /** Fresh per response; on every script and style that the page itself writes. */
    nonce: string
    /** Stands in the log line and on the error page, so that both can be found from each other. */
    requestId: string
    /** Where the request comes from, for rate limits only: it is never stored or logged. */
    clientAddress: string
    /** Aborted when the server stops: what would go on for long must end then. */
    stopping: AbortSignal
    /** Set where the database took no write: then the answer says so. */
    isUnwritable?: true
    /** Set where a file was refused: the status that the error page in its place has. */
    refusal?: number
    /** Makes PDFs, in processes of their own. */
    press: Press
  }
}
