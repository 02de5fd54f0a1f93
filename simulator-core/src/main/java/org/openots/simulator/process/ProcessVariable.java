package org.openots.simulator.process;

import java.util.function.DoubleSupplier;

/**
 * Something that can be read of a process.
 *
 * @param dimension its SI unit, {@code 1} for shares and flags
 * @param value its present value in that unit
 */
public record ProcessVariable(String dimension, DoubleSupplier value) {}
