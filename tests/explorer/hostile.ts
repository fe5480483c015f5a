// Strings that somebody could put into a claim to make a careless page do something.

export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  'javascript:alert(1)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the point
  '${alert(1)} {{alert(1)}} <%= alert(1) %>',
  '" onmouseover="alert(1)" x="',
  "' onfocus='alert(1)' autofocus='",
  '<svg><style>*{display:none}</style>',
  '&lt;b&gt;not bold&lt;/b&gt; &amp; &#60;i&#62;',
  '<a href="https://evil.example">click</a>',
  '__proto__',
  'constructor',
  '=HYPERLINK("https://evil.example")',
  'reversed \u202Egnp.exe\u202C text',
  '<template><iframe src="https://evil.example"></iframe></template>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
] as const;
