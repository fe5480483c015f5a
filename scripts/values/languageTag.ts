// Text → whether it is a language tag of a language that is known.

let names: Intl.DisplayNames | undefined;
const known = new Map<string, boolean>();

/** True for a well-formed BCP 47 tag in canonical spelling whose language the registry knows: `en`, `zh-Hant`; not `english`, `xx`. */
export function isLanguageTag(text: string): boolean {
  let answer = known.get(text);
  if (answer === undefined) {
    answer = check(text);
    known.set(text, answer);
  }
  return answer;
}

function check(text: string): boolean {
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    return Intl.getCanonicalLocales(text)[0] === text && names.of(text) !== undefined;
  } catch {
    return false;
  }
}
