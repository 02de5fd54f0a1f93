package org.openots.dcs.gate;

/**
 * One value for one tag.
 *
 * @param id unique, so that the rig takes it once
 * @param tag the tag
 * @param value the value in the tag's unit
 * @param expires by when it is void, UTC in ms
 */
public record RigCommand(String id, String tag, double value, long expires) {}
