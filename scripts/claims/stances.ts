// Pieces of evidence → how many speak for and against the claim.

export function countStances(evidence: readonly { stance: string | null }[]): { supports: number; refutes: number } {
  let supports = 0;
  let refutes = 0;
  for (const { stance } of evidence) {
    if (stance === 'supports') supports++;
    else if (stance === 'refutes') refutes++;
  }
  return { supports, refutes };
}
