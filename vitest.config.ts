// The tests that need nothing but Node; those in a browser have vitest.browser.config.ts, those in other programs
// vitest.formats.config.ts, whole releases vitest.release.config.ts, engines of clusters vitest.cluster.config.ts.
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One core is otherwise left idle, half of a small machine.
    maxWorkers: '100%',
    // A busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    exclude: [
      ...configDefaults.exclude,
      'tests/{explorer,dataset,review}/browser/**',
      'tests/formats/roundtrip/**',
      'tests/release/slow/**',
      'tests/cluster/**',
    ],
  },
});
