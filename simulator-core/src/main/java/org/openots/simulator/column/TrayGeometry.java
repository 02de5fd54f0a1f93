package org.openots.simulator.column;

/**
 * Geometry and constants of a sieve tray.
 *
 * @param activeArea bubbling area, m2
 * @param holeArea total hole area, m2
 * @param orificeCoefficient discharge coefficient of the holes, dimensionless
 * @param weirLength m
 * @param weirHeight effective height of clear liquid at which the weir starts to flow, m
 * @param spacing m
 * @param transferUnits vapour-side transfer units of the tray; E_MV = NTU/(1 + NTU)
 * @param floodCapacity Souders-Brown capacity at flooding, m/s
 * @param weepRatio dry pressure loss over liquid head below which the tray weeps, dimensionless
 * @param downcomerVoid liquid share of the froth in the downcomer, dimensionless
 * @param downcomerLoss head lost under the apron, m
 * @param sealWidth share of the liquid head over which vapour flow through the holes sets in; sharp seals chatter
 *     while the trays of a tall column fill
 * @param dryWidth the same on a dry tray, Pa
 * @param weepWidth share of the weep ratio over which weeping sets in
 * @param clearInput index of the share of the holes that is open; plugging lowers it
 * @param efficiencyInput index of a factor on the transfer units; damage lowers it
 */
public record TrayGeometry(
        double activeArea,
        double holeArea,
        double orificeCoefficient,
        double weirLength,
        double weirHeight,
        double spacing,
        double transferUnits,
        double floodCapacity,
        double weepRatio,
        double downcomerVoid,
        double downcomerLoss,
        double sealWidth,
        double dryWidth,
        double weepWidth,
        int clearInput,
        int efficiencyInput) {}
