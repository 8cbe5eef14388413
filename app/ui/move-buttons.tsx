import { PostButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/locale.tsx'

type MoveButtonsProps = {
  id: string
  title: string
  /** The ends of the list: there it goes one way only. */
  first: string | undefined
  last: string | undefined
  /** Hidden fields beside `id` and `way`. */
  hidden?: Record<string, string> | undefined
}

/** One place up or down in a list, without a script. */
export function MoveButtons({ id, title, first, last, hidden = {} }: MoveButtonsProps) {
  const { edit } = useMessages().material
  return (
    <span className="move-buttons">
      {id !== first && (
        <PostButton look="quiet" icon="up" label={edit.upOf(title)} hidden={{ ...hidden, id, way: 'up' }}>
          {edit.up}
        </PostButton>
      )}
      {id !== last && (
        <PostButton
          look="quiet"
          icon="down"
          label={edit.downOf(title)}
          hidden={{ ...hidden, id, way: 'down' }}
        >
          {edit.down}
        </PostButton>
      )}
    </span>
  )
}
