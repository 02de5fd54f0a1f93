package org.openots.simulator.process;

/**
 * Fixed data of a well-mixed two-phase holdup.
 *
 * @param id name in the flowsheet
 * @param volume whole inner volume, m3
 * @param gasFloor share of the volume that gas keeps even in a liquid-full holdup, dimensionless; it bounds the
 *     stiffness of the gas space
 * @param liquidArea area over which liquid stands, m2: liquid volume over area is the clear liquid height
 * @param levelVolume liquid volume at level 100 %, m3
 * @param metalHeatCapacity heat capacity of the metal that shares the temperature, J/K
 * @param heatLoss conductance to the surroundings, W/K
 * @param filmMoles liquid holdup at which half of the surface is wetted, mol; see {@link Holdup}
 * @param transfer interphase transfer capacity, mol/s at one standard atmosphere of driving pressure
 */
public record HoldupSpec(
        String id,
        double volume,
        double gasFloor,
        double liquidArea,
        double levelVolume,
        double metalHeatCapacity,
        double heatLoss,
        double filmMoles,
        double transfer) {}
