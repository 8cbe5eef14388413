/** The mark of Lernkreis: a circle that closes where somebody has learnt something. Same drawing as public/logo.svg. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path className="mark__ring" d="M36.02 14.05A15.5 15.5 0 1 1 29.3 9.43" />
      <circle className="mark__dot" cx="37.5" cy="7.5" r="4.5" />
    </svg>
  )
}
