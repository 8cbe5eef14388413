import type { Locale } from '#app/domain/locale.ts'
import { RadioGroup } from '#app/ui/choice-field.tsx'
import { useMessages } from '#app/ui/locale.tsx'

/** In which language somebody is written to, and sees the pages. Field `locale`. */
export function LanguageField({ defaultValue = 'de' }: { defaultValue?: Locale }) {
  const { locale, locales } = useMessages().person
  const options = (['de', 'en'] as const).map((value) => ({ value, label: locales[value] }))
  return <RadioGroup name="locale" label={locale} options={options} defaultValue={defaultValue} required />
}
