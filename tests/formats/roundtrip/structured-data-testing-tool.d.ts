// What is used of structured-data-testing-tool, which declares no types.
declare module 'structured-data-testing-tool' {
  interface Result {
    test: string;
  }
  interface Results {
    passed: Result[];
    failed: Result[];
  }
  /** Rejects with an error that holds the results as `res` where a test fails. */
  export function structuredDataTest(html: string, options: { presets: object[]; schemas: string[] }): Promise<Results>;
}

declare module 'structured-data-testing-tool/presets.js' {
  export const Google: object;
}
