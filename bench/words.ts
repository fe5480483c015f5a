// A seed → random numbers, and words of a language that nobody speaks, in letters that people write.

/** A whole number from 0 to below the limit. */
export type Random = (below: number) => number;

/** Chris Doty-Humphrey's sfc32: 128 bits of state, so that no two articles get overlapping parts of one sequence. */
export function seededRandom(seed: number, part: number): Random {
  let [a, b, c, d] = [seed | 0, part | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return (below) => Math.floor((next() / 2 ** 32) * below);
}

/** How a language is written: parts of words, what one word in thirty is instead, and what stands between words. */
export interface Language {
  /** BCP 47. */
  tag: string;
  syllables: readonly string[];
  rare: readonly string[];
  space: string;
  /** What a text of several words begins with. */
  opening: string;
}

/** Latin letters; the rare words hold letters beyond ASCII or beyond the Basic Multilingual Plane. */
export const LATIN: Language = {
  tag: 'en',
  syllables:
    'ba be bi bo da de di do fa fe ga ge ka ke ki la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se ta te ti to va ve'.split(
      ' ',
    ),
  rare: [
    'élan',
    'Žitava',
    'naïve',
    'Þing',
    'київ',
    '北京',
    '東京',
    '🙂',
    '𝒳-ray',
    '“so-called”',
    'coöperate',
    '50 %',
    'n° 7',
  ],
  space: ' ',
  opening: 'R',
};

const RARE_ANYWHERE = ['NATO', '50 %', '2023', 'COVID-19', '🙂', '𝒳'];

/** Ukrainian with its apostrophe, Arabic from right to left, Chinese without spaces. */
export const SCRIPTS: readonly Language[] = [
  {
    tag: 'uk',
    syllables: 'ба ве ги ґа да є жи зо і їх йо ка ли мо на пе ри су та ук фі хо ці ча ше щу ья ю п’я об’'.split(' '),
    rare: [...RARE_ANYWHERE, '«так»', '№ 7'],
    space: ' ',
    opening: 'Р',
  },
  {
    tag: 'ar',
    syllables: 'با تي ثو جا حي خو دا ذي رو زا سي شو صا ضي طو ظا عي غو فا قي كو لا مي نو ها وي يا ال ئة ؤى'.split(' '),
    rare: [...RARE_ANYWHERE, '١٢٣', '«نعم»'],
    space: ' ',
    opening: 'ر',
  },
  {
    tag: 'zh',
    syllables: [...'的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可'],
    rare: [...RARE_ANYWHERE, '“所谓”', '，', '𠮷'],
    space: '',
    opening: '日',
  },
];

/** So many words, which begin with a capital letter where the script has capitals. */
export function makeWords({ syllables, rare, space, opening }: Language, random: Random, count: number): string {
  const makeWord = () => {
    if (random(30) === 0) return rare[random(rare.length)] as string;
    let word = '';
    for (let n = 1 + random(3); n > 0; n--) word += syllables[random(syllables.length)];
    return word;
  };
  return opening + Array.from({ length: count }, makeWord).join(space);
}
