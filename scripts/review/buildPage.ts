// The client's code → the one page of review mode, which holds no word of the data, and what it may do.
import { createHash } from 'node:crypto';
import { h } from '../explorer/nodes/node.ts';
import { renderHtml } from '../explorer/nodes/renderHtml.ts';

export interface ReviewCode {
  script: string;
  style: string;
  notice: string;
}

/** Builds the page and its Content-Security-Policy. */
export function buildPage({ script, style, notice }: ReviewCode): { page: string; policy: string } {
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const head = [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'robots', content: 'noindex, nofollow' }),
    h('title', {}, 'Review'),
    h('style', {}, style),
  ];
  const body = [
    h(
      'header',
      {},
      h(
        'nav',
        { 'aria-label': 'Review' },
        h('a', { href: '#queue', id: 'home' }, 'Queue'),
        h('span', { id: 'who' }),
        h('button', { type: 'button', id: 'hand-in', disabled: true }, 'Hand in'),
      ),
    ),
    h(
      'p',
      { id: 'stale', role: 'status', hidden: true },
      'The labels have changed since this was read. ',
      h('button', { type: 'button', id: 'load-again' }, 'Load again'),
    ),
    h('main', { id: 'main', tabindex: -1 }, h('p', {}, 'Opening …')),
    h('p', { class: 'sr', role: 'status', id: 'status' }),
    h('noscript', {}, h('p', {}, 'This page needs JavaScript.')),
  ];
  const page = `<!doctype html>
<html lang="en">
<head>
${head.map(renderHtml).join('\n')}
<!--
${notice.replaceAll('--', '- -')}
-->
</head>
<body>
${body.map(renderHtml).join('\n')}
<script>${script}</script>
</body>
</html>
`;
  return { page, policy };
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
