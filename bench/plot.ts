// Measured runs → an SVG picture of time and memory against size.

interface Point {
  articles: number;
  name: string;
  seconds: number;
  megabytes: number;
}

const [WIDTH, HEIGHT, LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT] = [880, 360, 70, 40, 330, 260];
/** Safe for the colour-blind (Okabe and Ito 2008). */
const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9'];

/** Two panels, both axes logarithmic: seconds and megabytes of everything that was run at every size. */
export function plotSizes(points: readonly Point[]): string {
  const sizes = [...new Set(points.map(({ articles }) => articles))].filter((n) => n > 5).sort((a, b) => a - b);
  const shown = points.filter(({ articles, seconds }) => articles > 5 && seconds > 0);
  const names = [...new Set(shown.map(({ name }) => name))].filter((name) => !/changed|validate/.test(name));
  const panel = (x: number, title: string, of: (point: Point) => number) => {
    const values = shown.filter(({ name }) => names.includes(name)).map(of);
    const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
    const across = (n: number) => x + PLOT_WIDTH * span(n, sizes[0] ?? 1, sizes.at(-1) ?? 10);
    const up = (value: number) =>
      TOP + PLOT_HEIGHT - (PLOT_HEIGHT * (Math.log10(value) - low)) / Math.max(1, high - low);
    const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
    return [
      `<text x="${x}" y="${TOP - 16}" font-weight="bold">${title}</text>`,
      ...ticks.map(
        (tick) =>
          `<path d="M${x} ${round(up(tick))}h${PLOT_WIDTH}" stroke="#ddd"/><text x="${x - 6}" y="${round(up(tick)) + 4}" text-anchor="end">${tick}</text>`,
      ),
      ...sizes.map(
        (n) => `<text x="${round(across(n))}" y="${TOP + PLOT_HEIGHT + 18}" text-anchor="middle">${n}</text>`,
      ),
      ...names.map((name, i) => {
        const line = shown.filter((point) => point.name === name).sort((a, b) => a.articles - b.articles);
        const path = line
          .map((point, j) => `${j === 0 ? 'M' : 'L'}${round(across(point.articles))} ${round(up(of(point)))}`)
          .join('');
        const dots = line
          .map(
            (point) =>
              `<circle cx="${round(across(point.articles))}" cy="${round(up(of(point)))}" r="3.5" fill="${COLOURS[i % COLOURS.length]}"/>`,
          )
          .join('');
        return `<path d="${path}" fill="none" stroke="${COLOURS[i % COLOURS.length]}" stroke-width="2"/>${dots}`;
      }),
    ].join('\n');
  };
  const legend = names.map(
    (name, i) =>
      `<circle cx="${LEFT + 10 + i * 138}" cy="${HEIGHT - 12}" r="4" fill="${COLOURS[i % COLOURS.length]}"/><text x="${LEFT + 20 + i * 138}" y="${HEIGHT - 8}">${name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Seconds and megabytes against the number of articles</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${panel(LEFT, 'seconds', ({ seconds }) => seconds)}
${panel(LEFT + PLOT_WIDTH + 90, 'megabytes at most', ({ megabytes }) => megabytes)}
${legend.join('\n')}
</svg>
`;
}

function span(n: number, low: number, high: number): number {
  return high === low ? 0.5 : Math.log(n / low) / Math.log(high / low);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
