// Runs as a process of its own (see press.ts).

import { DOCUMENTS } from '#reports/documents.ts'
import { drawOnDemand } from '#reports/drawing.ts'

drawOnDemand(DOCUMENTS)
