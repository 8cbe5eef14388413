import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

/** primary: the one thing to do here; secondary: everything else; danger: what somebody will miss; quiet: in rows. */
export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'quiet'

const looks: Record<ButtonLook, string> = {
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
  danger: 'kern-btn kern-btn--danger',
  quiet: 'kern-btn kern-btn--secondary kern-btn--quiet',
}

type Face = { children: ReactNode; look?: ButtonLook | undefined; icon?: IconName | undefined }

function Label({ icon, children }: Face) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </>
  )
}

type ButtonProps = Face & {
  type?: 'submit' | 'button' | undefined
  /** With `value`: says which of several buttons of a form was pressed. */
  name?: string | undefined
  value?: string | undefined
  /** Sends the form elsewhere than its `action`. */
  formAction?: string | undefined
  /** Sends the form although required fields are empty ("Entwurf speichern"). */
  formNoValidate?: boolean | undefined
  /** Longer than the visible label where that alone is not clear: "Abmelden von Netzwerke verstehen". */
  label?: string | undefined
  /** Where whoever works with the keyboard goes on, after the page has come back. */
  startsHere?: boolean | undefined
  /** Only in parts that run in the browser. */
  onPress?: (() => void) | undefined
}

export function Button(props: ButtonProps) {
  const { look = 'secondary', type = 'submit', icon, label, children, startsHere, onPress, ...rest } = props
  return (
    <button
      className={looks[look]}
      type={type}
      aria-label={label}
      onClick={onPress}
      {...rest}
      {...(startsHere && { autoFocus: true })}
    >
      <Label icon={icon}>{children}</Label>
    </button>
  )
}

type ButtonLinkProps = Face & {
  href: string
  label?: string | undefined
  /** The file name for a download; `true` takes the server's. */
  download?: string | boolean | undefined
  /** As that of <Button>. */
  startsHere?: boolean | undefined
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { look = 'secondary', icon, label, children, startsHere, ...rest } = props
  return (
    <a className={looks[look]} aria-label={label} {...rest} {...(startsHere && { autoFocus: true })}>
      <Label icon={icon}>{children}</Label>
    </a>
  )
}

type PostButtonProps = Face & {
  /** Where to post; without it, this page. */
  action?: string | undefined
  /** Hidden fields that go along. */
  hidden?: Record<string, string> | undefined
  label?: string | undefined
  /** As that of <Button>. */
  startsHere?: boolean | undefined
}

/** A form of one button, for what needs no question: enrol, withdraw, publish, sign out. */
export function PostButton({ action, hidden = {}, ...button }: PostButtonProps) {
  return (
    <form method="post" action={action} className="post-button">
      <HiddenFields values={hidden} />
      <Button {...button} />
    </form>
  )
}

export function HiddenFields({ values }: { values: Record<string, string> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** Buttons side by side, the first one is the first thing to do; on a phone one below the other. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="kern-btn-wrapper button-row">{children}</div>
}
