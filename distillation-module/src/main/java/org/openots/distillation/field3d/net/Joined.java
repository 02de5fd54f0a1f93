package org.openots.distillation.field3d.net;

/**
 * What the station said when this field station came in.
 *
 * @param run run id
 * @param plant id of the plant pack
 * @param name of the operator
 * @param seat of the operator, may be empty
 * @param lang {@code zh-CN} or {@code en}
 */
public record Joined(String run, String plant, String name, String seat, String lang) {}
