// What `npm start` and its sisters run. Until the packages are installed there is only Node itself, and
// maybe an old one: this file checks that, in words that every version understands.

const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Lernkreis braucht Node.js 20.19 oder neuer (empfohlen: 24); hier läuft ${process.versions.node}.`,
  )
  process.exit(78)
}

import('#app/cli/start-mode.mjs').then(({ start }) => start(process.argv.slice(2))).catch(fail)

function fail(error) {
  console.error(error.isExpected ? error.message : error)
  process.exit(1)
}
