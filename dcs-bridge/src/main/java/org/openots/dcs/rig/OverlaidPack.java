package org.openots.dcs.rig;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.simulator.plant.PackSource;

/**
 * A pack some of whose files are replaced in memory.
 *
 * @param below the pack
 * @param replaced contents by name of the file
 */
public record OverlaidPack(PackSource below, Map<String, byte[]> replaced) implements PackSource {
    @Override
    public Optional<byte[]> read(String name) {
        byte[] own = replaced.get(name);
        return own == null ? below.read(name) : Optional.of(own);
    }

    @Override
    public List<String> list(String folderName) {
        return below.list(folderName);
    }

    @Override
    public List<String> allFiles() {
        return below.allFiles();
    }

    @Override
    public String display(String name) {
        return below.display(name);
    }
}
