import { Writable } from 'node:stream'

/**
 * Takes in a page while React writes it and hands it over whole: many small pieces cost more to compress and send.
 * Each piece loses the zero bytes that React 18 leaves at its end where a letter of several bytes did not fit
 * (github.com/react/react/issues/24985). HTML has none, and browsers show a broken letter in their place.
 */
export function collectPage(whole: (page: Buffer<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = []
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(withoutZeroBytes(piece))
      done()
    },
    final(done) {
      whole(Buffer.concat(pieces))
      done()
    },
  })
}

function withoutZeroBytes(piece: Buffer): Buffer {
  let end = piece.length
  while (end > 0 && piece[end - 1] === 0) end -= 1
  return piece.subarray(0, end)
}
