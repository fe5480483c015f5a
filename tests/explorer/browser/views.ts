// Every view of the page of the fixture, and the states of a view that look different.

export const VIEWS = [
  '#',
  '#claims',
  '#claims?q=zelensky&verdict=refuted&from=2024-01-01',
  '#claims?q=nothing-like-it',
  '#claim/gazette-1-c04',
  '#claim/gazette-0-c02',
  '#claim/gazette-0-c03',
  '#claim/gazette-0-c99',
  '#claim/no-such-c01',
  '#pictures',
  '#articles',
  '#article/gazette-1',
  '#sources',
  '#origin/aldport-harbour-office',
  '#site/example.org',
  '#changes',
  '#document/datasheet',
  '#claims?as=table',
  '#compare/gazette-0-c01/gazette-1-c04',
];
