// Articles of an invented town with the claims that somebody labels in them, in several languages, in few words and in many.

/** What somebody has to say in any case, and the pages that they read. */
export interface Sample {
  name: string;
  language: string;
  /** Headline, site, and the paragraphs of the article; its quotation stands there once. */
  article: { title: string; paragraphs: readonly string[] };
  evidence: readonly { title: string; site: string; host: string; sentence: string; shows: string }[];
  synopsis: string;
  quote: string;
  text: string;
  justification: string;
}

/** Days of the pages: the article's first. */
const DAYS = ['02', '03', '04'];

/** The pages of a sample as they were saved, by their names. */
export function pagesOf({ language, article, evidence }: Sample): Record<string, string> {
  const page = (title: string, site: string, host: string, day: string, paragraphs: readonly string[]) =>
    `<!doctype html><html lang="${language}"><head><title>${title}</title><meta property="og:site_name" content="${site}">
<link rel="canonical" href="https://${host}/2024/05/${day}/news"><meta property="article:published_time" content="2024-05-${day}">
</head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  const named = evidence.map(({ title, site, host, sentence }, i) => [
    NAMES[i + 1],
    page(title, site, host, DAYS[i + 1] ?? '', [sentence.repeat(9)]),
  ]);
  const own = page(article.title, 'The Gazette', 'gazette.example.org', DAYS[0] ?? '', article.paragraphs);
  return Object.fromEntries([[NAMES[0], own], ...named]) as Record<string, string>;
}
export const NAMES = ['page.html', 'log.html', 'works.html'] as const;

export const SAMPLES: readonly Sample[] = [
  {
    name: 'Ukrainian, few words',
    language: 'uk',
    article: {
      title: 'Міст у Річкограді закрили на одинадцять днів',
      paragraphs: [
        'Міст через річку в Річкограді був закритий одинадцять днів, поки водолази шукали тріщини в третій опорі.',
        'Поромники перевозили щодня вдвічі більше людей, ніж у звичайному квітні, повідомила міська рада у четвер.',
      ],
    },
    evidence: [
      {
        title: 'Журнал закриттів мосту, квітень 2024',
        site: 'Портове управління',
        host: 'harbour.example.org',
        sentence: 'Міст закрито з 9 до 11 квітня. ',
        shows: 'Порт записав закриття на три дні.',
      },
      {
        title: 'Звіт водолазів про третю опору',
        site: 'Служба мостів',
        host: 'bridges.example.org',
        sentence: 'Огляд опори тривав три дні. ',
        shows: 'Водолази працювали три дні.',
      },
    ],
    synopsis: 'Газета розповідає, що міст стояв закритий, а пороми мали вдвічі більше людей.',
    quote: 'закритий одинадцять днів',
    text: 'Міст у Річкограді був закритий одинадцять днів у квітні 2024 року.',
    justification: 'Журнал порту і звіт водолазів називають три дні.',
  },
  {
    name: 'Arabic, few words',
    language: 'ar',
    article: {
      title: 'إغلاق جسر النهر أحد عشر يوماً',
      paragraphs: [
        'ظل جسر النهر مغلقاً أحد عشر يوماً بينما كان الغواصون يبحثون عن شقوق في الدعامة الثالثة للجسر القديم.',
        'ونقلت العبّارات كل يوم ضعف عدد الركاب المعتاد في شهر أبريل، كما أعلن مجلس المدينة يوم الخميس في بيان.',
      ],
    },
    evidence: [
      {
        title: 'سجل إغلاق الجسر، أبريل 2024',
        site: 'مكتب الميناء',
        host: 'harbour.example.org',
        sentence: 'أُغلق الجسر من 9 إلى 11 أبريل. ',
        shows: 'سجّل الميناء إغلاقاً لثلاثة أيام.',
      },
      {
        title: 'تقرير الغواصين عن الدعامة',
        site: 'هيئة الجسور',
        host: 'bridges.example.org',
        sentence: 'استغرق فحص الدعامة ثلاثة أيام. ',
        shows: 'عمل الغواصون ثلاثة أيام.',
      },
    ],
    synopsis: 'تروي الجريدة أن الجسر بقي مغلقاً وأن العبّارات حملت ضعف الركاب.',
    quote: 'مغلقاً أحد عشر يوماً',
    text: 'أُغلق جسر النهر أحد عشر يوماً في أبريل 2024.',
    justification: 'يذكر سجل الميناء وتقرير الغواصين ثلاثة أيام.',
  },
  {
    name: 'Chinese, few words',
    language: 'zh-Hant',
    article: {
      title: '河橋關閉十一天後重新開放',
      paragraphs: [
        '河橋在潛水員檢查第三座橋墩裂縫期間共關閉十一天，市政廳星期四在一份聲明中這樣表示，並感謝居民的耐心等候與配合。',
        '同一時期渡輪每天運送的乘客是平常四月的兩倍，港務處將在秋天再次檢查橋墩，並公布完整的檢查報告供市民查閱參考。',
      ],
    },
    evidence: [
      {
        title: '二〇二四年四月橋樑關閉記錄',
        site: '港務處',
        host: 'harbour.example.org',
        sentence: '橋樑於四月九日至十一日關閉。',
        shows: '港務處記錄關閉三天。',
      },
      {
        title: '第三座橋墩潛水檢查報告',
        site: '橋樑管理局',
        host: 'bridges.example.org',
        sentence: '橋墩檢查共進行了三天。',
        shows: '潛水員工作了三天。',
      },
    ],
    synopsis: '報道講述河橋關閉期間渡輪乘客增加一倍。',
    quote: '共關閉十一天',
    text: '奧德波特的河橋在二〇二四年四月關閉了十一天。',
    justification: '港務處記錄與潛水報告都說是三天。',
  },
  {
    name: 'English, many words',
    language: 'en',
    article: {
      title: 'Bridge reopens after eleven days of diving',
      paragraphs: [
        'The river bridge at Aldport was reopened on Thursday. It had stayed shut for eleven days, for divers had to look for cracks in the third pier, the council said.',
        'Ferries carried twice as many people a day in the meantime as in an ordinary April, and the harbour office will look at the pier again in autumn.',
      ],
    },
    evidence: [
      {
        title: 'Log of closures, April 2024',
        site: 'Aldport Harbour Office',
        host: 'harbour.example.org',
        sentence: 'The bridge was closed from 9 to 11 April. ',
        shows: 'The harbour office logged one closure of the bridge in April 2024, from the 9th to the 11th.',
      },
      {
        title: 'Report of the divers on the third pier',
        site: 'Office of Bridges',
        host: 'bridges.example.org',
        sentence: 'The inspection of the pier took three days. ',
        shows: 'The divers began on 9 April, ended on 11 April, and found no cracks in the third pier.',
      },
    ],
    synopsis:
      'The article reports that the bridge over the river is open again. It gives the length of the closure, says what the divers were looking for and where, and names the council as the source of both. A second paragraph is about the ferries, which are said to have carried twice as many people as in an ordinary April while nobody could cross on foot. It closes with what is to come: the harbour office will look at the pier once more in autumn. No cost is named, and nobody but the council is quoted.',
    quote: 'shut for eleven days, for divers had to look',
    text: 'The river bridge at Aldport was closed to everybody for eleven days in April 2024 while divers examined a pier.',
    justification:
      "The harbour office's log of April 2024 has one closure of the bridge, of three days, from the 9th to the 11th, and the report of the divers gives the same days. No source has a closure that was longer than these.",
  },
];
