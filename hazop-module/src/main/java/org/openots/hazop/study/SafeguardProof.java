package org.openots.hazop.study;

/** How it is shown that a safeguard acts. */
public sealed interface SafeguardProof permits Difference, NotModelled, NotTold {}
