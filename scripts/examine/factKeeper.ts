// Facts of parts, as they come → the same facts: of many claims they are in memory, of all that follow on the disk.
import { ScratchFile } from '../platform/scratchFile.ts';
import type { FactPart } from '../rules/engine/collectFacts.ts';
import { Shelf, StoredFacts, storeFacts } from './storedFacts.ts';

/** The facts of so many claims are held: 256 bytes each, more while others are made. */
const HELD = 100_000;

/** Bounds the memory that the facts of a dataset take. To be closed when no rule asks for them any more. */
export class FactKeeper {
  private readonly held: number;
  private claims = 0;
  private file: ScratchFile | null = null;
  private readonly shelf: Shelf;

  /** @param held the facts of how many claims stay in memory */
  constructor(held = HELD, shelf = new Shelf()) {
    this.held = held;
    this.shelf = shelf;
  }

  /** Begins again; what was kept is of no use any more. */
  begin(): void {
    this.claims = 0;
    this.file?.clear();
  }

  keep(facts: FactPart): FactPart {
    if (facts instanceof StoredFacts) return facts;
    this.claims += facts.ids.length;
    if (this.claims <= this.held) return facts;
    this.file ??= new ScratchFile();
    const { file } = this;
    const { head, pieces } = storeFacts(facts, file);
    return new StoredFacts(head, pieces, (piece, memory) => file.read(piece, memory), this.shelf);
  }

  close(): void {
    this.file?.close();
  }
}
