// Loaded before every test file of the project `unit`.

import fc from 'fast-check'

// Somebody who saves a file waits for the answer; CI has the time to try harder.
if (!process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 40 })
