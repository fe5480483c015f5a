// The tests that drive the explorer in Chromium.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{explorer,dataset,review}/browser/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
