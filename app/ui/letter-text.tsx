import { Fragment } from 'react'
import type { Letter } from '#app/domain/mail.ts'

const LINK = /(https?:\/\/\S+)/

/** A mail as its addressee sees it: plain text, in which addresses of the web can be followed. */
export function LetterText({ letter, subjectLabel }: { letter: Letter; subjectLabel: string }) {
  return (
    <div className="letter">
      <p className="letter__subject">
        {subjectLabel}: {letter.subject}
      </p>
      <div className="letter__text">
        {letter.text.split(LINK).map((part, index) =>
          LINK.test(part) ? (
            <a key={index} href={part} rel="noreferrer">
              {part}
            </a>
          ) : (
            <Fragment key={index}>{part}</Fragment>
          ),
        )}
      </div>
    </div>
  )
}
