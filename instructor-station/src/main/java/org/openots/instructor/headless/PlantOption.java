package org.openots.instructor.headless;

import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Option;

/** {@code --plant} of a command that takes any plant: of the suite, or a pack in a folder. */
final class PlantOption {
    @Option(names = "--plant", required = true, description = "装置编号或装置包文件夹 / plant id or folder of a pack")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String plant;

    /** The files of the pack, unread. */
    PackSource source() {
        return PackSource.named(plant);
    }

    /**
     * Loads the pack.
     *
     * @throws org.openots.common.error.OtsException if there is none, or it has mistakes
     */
    PlantPack load() {
        return PlantPack.load(source());
    }
}
