package org.openots.hazop.study;

/** A file of version 0.1 says nothing about how an item is proved. */
public record NotTold() implements CauseProof, ConsequenceProof, SafeguardProof {}
