// Round trips: every format read back by programs that did not write it.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One core is otherwise left idle, half of a small machine.
    maxWorkers: '100%',
    include: ['tests/formats/roundtrip/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
