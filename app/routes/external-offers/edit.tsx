import { randomUUID } from 'node:crypto'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AUDIENCES, COURSE_FORMATS, COURSE_LEVELS } from '#app/domain/course.ts'
import { permit, requireActor } from '#app/http/actor.server.ts'
import {
  id,
  line,
  list,
  oneOf,
  optionalDay,
  optionalText,
  optionalUrl,
  parseEntries,
  wholeNumber,
} from '#app/http/form.ts'
import { found, idFrom } from '#app/http/responses.ts'
import { pick, type Messages } from '#app/i18n/index.ts'
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup, SelectField } from '#app/ui/choice-field.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { DateField, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { useLocale, useMessages } from '#app/ui/locale.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import { pageTitle } from '#app/ui/title.ts'
import {
  addExternalOffer,
  changeExternalOffer,
  getExternalOffer,
  removeExternalOffer,
} from '#db/external-offers.ts'
import { listTopics } from '#db/topics.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageTitle(matches, (t) => (params.offerId ? t.externalOffer.edit.change : t.externalOffer.edit.add))

const OfferForm = z.object({
  intent: oneOf(['save', 'remove']).default('save'),
  id: id(),
  version: wholeNumber(0, 1_000_000),
  title: line(200),
  provider: line(80),
  url: optionalUrl(500).pipe(z.string()),
  topicKey: z.string().min(1).max(200),
  level: oneOf(COURSE_LEVELS),
  format: oneOf(COURSE_FORMATS),
  audiences: list(oneOf(AUDIENCES)).pipe(z.array(oneOf(AUDIENCES)).min(1)),
  priceNote: optionalText(150),
  validUntil: optionalDay(),
})

export async function loader({ request, params, context: { db }, context }: LoaderFunctionArgs) {
  permit(await requireActor(context, request), 'external-offer:edit')
  const offer = params.offerId ? found(await getExternalOffer(db, idFrom(params.offerId))) : null
  const asks = offer !== null && new URL(request.url).searchParams.get('ask') === 'remove'
  const { id, version } = offer ?? { id: randomUUID(), version: 0 }
  return { offer, id, version, topics: await listTopics(db), asks }
}

export async function action({ request, params, context: { db }, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  permit(actor, 'external-offer:edit')
  const offer = params.offerId ? found(await getExternalOffer(db, idFrom(params.offerId))) : null
  const sent = await request.formData()
  const now = new Date()
  if (offer && sent.get('intent') === 'remove') {
    await removeExternalOffer(db, actor.id, offer.id, now)
    return redirect('/external-offers')
  }
  const form = parseEntries(sent, OfferForm)
  const { submitted } = form
  if (!form.ok) return data({ errors: form.errors, submitted, refusal: undefined }, 400)
  const { intent: _, id: newId, version, ...plan } = form.value
  if (!(await listTopics(db)).some(({ key }) => key === plan.topicKey))
    return data({ errors: { topicKey: 'required' }, submitted, refusal: undefined }, 400)
  if (!offer) await addExternalOffer(db, actor.id, { ...plan, id: newId }, now)
  else {
    const result = await changeExternalOffer(db, actor.id, { ...plan, id: offer.id, version }, now)
    if (!result.ok) return data({ errors: {}, submitted, refusal: result.refusal }, 409)
  }
  return redirect('/external-offers')
}

export default function ExternalOfferEditPage() {
  const { offer, id, version, topics, asks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages()
  const locale = useLocale()
  const { edit, refusal } = t.externalOffer
  const back = '/external-offers'
  const topicOptions = topics.map((topic) => ({
    value: topic.key,
    label: pick(locale, topic.titleDe, topic.titleEn),
  }))
  return (
    <>
      <PageHeader
        title={asks ? edit.removeTitle : offer ? edit.change : edit.add}
        {...(asks && offer && { lead: offer.title })}
        breadcrumbs={[
          { href: '/courses', label: t.course.catalogue.title },
          { href: back, label: edit.listTitle },
        ]}
      />
      {asks ? (
        <Confirm
          consequence={edit.removeConsequence}
          confirm={edit.remove}
          back={{ href: back }}
          hidden={{ intent: 'remove' }}
        />
      ) : (
        <Form
          id={id}
          hidden={{ version: String(version) }}
          values={offer}
          errors={answer?.errors}
          submitted={answer?.submitted}
          refusal={answer?.refusal && refusal[answer.refusal]}
        >
          {offerFields(t, topicOptions)}
          <ButtonRow>
            <Button look="primary">{t.form.save}</Button>
            <ButtonLink href={back}>{t.form.cancel}</ButtonLink>
            {offer && <a href="?ask=remove">{edit.remove}</a>}
          </ButtonRow>
        </Form>
      )}
    </>
  )
}

/** Elements and no component, so that the form finds their labels. */
function offerFields(t: Messages, topics: { value: string; label: string }[]) {
  const { edit } = t.externalOffer
  const { catalogue, level, format, audience } = t.course
  const optionsOf = <Key extends string>(keys: readonly Key[], words: Record<Key, string>) =>
    keys.map((key) => ({ value: key, label: words[key] }))
  return (
    <>
      <TextField name="title" label={edit.name} required maxLength={200} />
      <TextField name="provider" label={edit.provider} hint={edit.providerHint} required maxLength={80} />
      <TextField name="url" type="url" label={edit.url} required maxLength={500} />
      <SelectField name="topicKey" label={catalogue.topic} required options={topics} />
      <RadioGroup name="level" label={catalogue.level} required options={optionsOf(COURSE_LEVELS, level)} />
      <RadioGroup
        name="format"
        label={catalogue.format}
        required
        options={optionsOf(COURSE_FORMATS, format)}
      />
      <CheckboxGroup
        name="audiences"
        label={catalogue.audience}
        required
        options={optionsOf(AUDIENCES, audience)}
      />
      <TextField name="priceNote" label={edit.priceNote} hint={edit.priceNoteHint} maxLength={150} />
      <DateField name="validUntil" label={edit.validUntil} hint={edit.validUntilHint} />
    </>
  )
}
