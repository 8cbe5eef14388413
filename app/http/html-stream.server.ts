import { Transform } from 'node:stream'

/**
 * Takes out the zero bytes that React 18 leaves where a letter of two bytes does not fit into the rest of its buffer
 * (github.com/react/react/issues/24985). HTML has none, and in an attribute a browser would show a broken letter.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
