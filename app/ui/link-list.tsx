/** Ways onward of the same weight, for what is needed less often than what has a button. */
export function LinkList({ links }: { links: readonly ({ href: string; label: string } | false)[] }) {
  const shown = links.flatMap((link) => link || [])
  return (
    <ul className="link-list">
      {shown.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
