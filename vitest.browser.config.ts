// The tests that drive the explorer in Chromium.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One core is otherwise left idle, half of a small machine.
    maxWorkers: '100%',
    include: ['tests/{explorer,dataset,review}/browser/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
