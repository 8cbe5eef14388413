/** What people wrote, one after the other, each in the direction of its own script. */
export function RemarkList({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="remarks">
      {texts.map((text, place) => (
        <li key={place}>
          <blockquote className="remark" dir="auto">
            {text}
          </blockquote>
        </li>
      ))}
    </ul>
  )
}
