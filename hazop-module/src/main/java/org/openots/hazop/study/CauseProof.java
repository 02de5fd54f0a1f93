package org.openots.hazop.study;

/** How it is shown that a cause makes its deviation. */
public sealed interface CauseProof permits Simulation, NotModelled, NotTold {}
