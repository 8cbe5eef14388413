// Who takes part, on one of the days that have been counted, as tiles or as a map. Without scripts a day is chosen in a
// list; with them it is a slider, and only the picture is fetched anew.

import type { ShownMap } from '#app/charts/dashboard.ts'
import { useAddress, withQuery, type Address } from '#app/ui/address.tsx'
import { Button, HiddenFields } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Figure } from '#app/ui/figure.tsx'
import { Live } from '#app/ui/live.tsx'
import { useMessages } from '#app/ui/locale.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

/** Where the page goes on after a choice, instead of at its top. */
const ANCHOR = 'participation-map'

type ParticipationMapProps = {
  map: ShownMap
  /** Address of the report's map as files, without the ending; they show its last day, as tiles. */
  files?: string | null
}

export function ParticipationMap({ map, files }: ParticipationMapProps) {
  const isAsInFiles = map.kind === 'tiles' && map.day === map.days.at(-1)?.day
  return (
    <div id={ANCHOR} className="participation-map">
      {map.days.length > 1 && <Days map={map} />}
      <div data-map-shown>
        {map.hasBoundaries && <Kinds map={map} />}
        <DescriptionList facts={map.shares.map(([term, value]) => ({ term, value }))} />
        <Figure picture={map.picture} table={map.table} files={(isAsInFiles && files) || null} />
        {map.attributions.map((attribution) => (
          <p key={attribution} className="muted note">
            <Linked>{attribution}</Linked>
          </p>
        ))}
        <p className="muted note">{map.why}</p>
        {map.origin && <p className="muted note">{map.origin}</p>}
      </div>
    </div>
  )
}

/** The address of the page with another choice of the map. */
function chosen(address: Address, changes: Record<string, string>): string {
  return `${withQuery(address, changes)}#${ANCHOR}`
}

function Kinds({ map }: { map: ShownMap }) {
  const t = useMessages()
  const address = useAddress()
  const kinds = [
    { kind: 'tiles', label: t.indicator.map.tiles },
    { kind: 'map', label: t.indicator.map.areas },
  ]
  return (
    <Tabs
      label={t.indicator.map.look}
      tabs={kinds.map(({ kind, label }) => {
        return { href: chosen(address, { map: kind }), label, isCurrent: kind === map.kind }
      })}
    />
  )
}

function Days({ map }: { map: ShownMap }) {
  const t = useMessages()
  const address = useAddress()
  const words = { label: t.indicator.map.day, failed: t.indicator.map.dayFailed }
  const days = map.days.map((day) => ({ ...day, href: chosen(address, { day: day.day }) }))
  const others = [...new URLSearchParams(address.search)].filter(([name]) => name !== 'day')
  return (
    <Live part="map-days" given={{ ...words, days, day: map.day }} className="participation-map__days">
      <form method="get" action={`${address.pathname}#${ANCHOR}`}>
        <HiddenFields values={Object.fromEntries(others)} />
        <SelectField
          name="day"
          label={t.indicator.map.day}
          required
          blank={null}
          defaultValue={map.day}
          options={map.days.map(({ day, said }) => ({ value: day, label: said }))}
        />
        <Button>{t.indicator.map.showDay}</Button>
      </form>
    </Live>
  )
}

const ADDRESS = /(https:\/\/[^\s)]+[^\s).,;])/

/** Addresses in what a licence asks for lead there. */
function Linked({ children }: { children: string }) {
  return (
    <>
      {children.split(ADDRESS).map((part, place) =>
        ADDRESS.test(part) ? (
          <a key={place} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}
