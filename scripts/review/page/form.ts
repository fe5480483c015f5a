// Choices of a judgement → fields that a keyboard reaches by one key each.
import { type Child, h } from '../../explorer/nodes/node.ts';
import type { Verdict } from './api.ts';

export const CONFIDENCES = [
  ['high', 'q', 'no doubt that matters'],
  ['medium', 'w', 'likely, with a gap'],
  ['low', 'e', 'a guess that can be argued'],
] as const;

/** Keys of verdicts, in their order. */
export const VERDICT_KEYS = '123456789';

export function verdictField(verdicts: readonly Verdict[], chosen: string | null): Child {
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Verdict'),
    verdicts.map(({ id, label, definition }, at) =>
      choice('verdict', id, label, VERDICT_KEYS[at] ?? null, definition, id === chosen),
    ),
  );
}

export function confidenceField(chosen: string | null): Child {
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Confidence'),
    CONFIDENCES.map(([id, key]) => choice('confidence', id, id, key, null, id === chosen)),
  );
}

function choice(
  name: string,
  value: string,
  label: string,
  key: string | null,
  definition: string | null,
  checked: boolean,
): Child {
  const id = `${name}-${value}`;
  return h(
    'div',
    { class: 'choice' },
    h('input', { type: 'radio', name, value, id, checked, 'aria-describedby': definition && `${id}-is` }),
    h(
      'label',
      { for: id },
      h('bdi', {}, label),
      key !== null && [' ', h('kbd', { 'aria-hidden': 'true' }, key)],
      definition !== null && h('small', { id: `${id}-is`, dir: 'auto' }, definition),
    ),
  );
}

export function textField(name: string, label: string, value: string, hint: string): Child {
  return h(
    'p',
    { class: 'field' },
    h('label', { for: name }, label),
    h('input', {
      type: 'text',
      id: name,
      name,
      value,
      maxlength: 2000,
      dir: 'auto',
      'aria-describedby': `${name}-hint`,
    }),
    h('small', { id: `${name}-hint` }, hint),
  );
}

/** What is chosen or written there; null for nothing. */
export function readField(form: HTMLFormElement, name: string): string | null {
  const value = new FormData(form).get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function choose(form: HTMLFormElement, name: string, value: string): void {
  const field = form.querySelector<HTMLInputElement>(`input[name="${name}"][value="${CSS.escape(value)}"]`);
  if (!field) return;
  field.checked = true;
  field.focus();
}

export const key = (name: string): Child => h('kbd', { 'aria-hidden': 'true' }, name);

/** Whoever speaks to the machine, or types with one hand, may not want letters to do something. */
export function keysField(): Child {
  return h(
    'p',
    { class: 'choice' },
    h('input', { type: 'checkbox', id: 'keys' }),
    h('label', { for: 'keys' }, 'Single keys choose, skip and undo'),
  );
}
