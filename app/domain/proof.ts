// Proofs of training elsewhere: handed in by the person, confirmed or returned by somebody else.

export type ProofDecision = 'confirmed' | 'returned'
export type ProofState = 'waiting' | ProofDecision

export function proofState(proof: { decision: ProofDecision | null }): ProofState {
  return proof.decision ?? 'waiting'
}

export type ProofRefusal = 'no-organisation' | 'decided-already' | 'in-future'
