// Loaded before every test file. Property tests draw new cases each time; where an order is given (`.ci/run` gives the
// day), the cases follow from it as well, so that what one run found another run finds again.

import fc from 'fast-check'

const { TEST_ORDER } = process.env
if (TEST_ORDER) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(TEST_ORDER) })
