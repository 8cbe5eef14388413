// A worker of the sources, while developing and testing: TypeScript has to be taught to each process anew.

import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])
