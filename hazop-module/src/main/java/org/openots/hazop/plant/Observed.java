package org.openots.hazop.plant;

/**
 * Something that a played run records.
 *
 * @param name of the signal or process variable
 * @param behind whether it is a process variable behind the instruments
 * @param unit of its values; for a process variable the SI unit
 */
public record Observed(String name, boolean behind, String unit) {}
