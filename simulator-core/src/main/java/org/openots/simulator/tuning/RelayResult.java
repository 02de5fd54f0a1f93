package org.openots.simulator.tuning;

/**
 * What a relay test found.
 *
 * @param ultimateGain gain Ku at which a proportional controller would swing for ever, % of output per % of range; its sign
 *     is that of the process
 * @param ultimatePeriodSeconds period Pu of that swing, s
 * @param amplitude half of the swing of the measurement, % of range
 * @param cycles whole cycles that were averaged
 */
public record RelayResult(double ultimateGain, double ultimatePeriodSeconds, double amplitude, int cycles) {}
