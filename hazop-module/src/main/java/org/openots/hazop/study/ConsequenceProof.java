package org.openots.hazop.study;

/** How it is shown that a deviation leads to a consequence. */
public sealed interface ConsequenceProof permits Evidence, Estimate, Judgement, NotTold {}
