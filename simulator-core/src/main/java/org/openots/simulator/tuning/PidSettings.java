package org.openots.simulator.tuning;

/**
 * Settings of a controller in the ISA standard form, as the loops of the suite take them.
 *
 * @param gain Kc, % of output per % of range; its sign is that of the process and tells the action
 * @param integralSeconds Ti, s
 * @param derivativeSeconds Td, s; 0 for a PI controller
 */
public record PidSettings(double gain, double integralSeconds, double derivativeSeconds) {}
