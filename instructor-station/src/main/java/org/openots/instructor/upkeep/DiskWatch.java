package org.openots.instructor.upkeep;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.openots.common.error.OtsException;

/** How much space the disks of the station have. Thread-safe. */
public final class DiskWatch {
    private static final double GIGABYTE = 1e9;

    private final Path data;
    private final Supplier<UpkeepSettings> settings;

    /**
     * Watches a data folder.
     *
     * @param data the folder
     * @param settings what was decided, asked each time
     */
    public DiskWatch(Path data, Supplier<UpkeepSettings> settings) {
        this.data = data;
        this.settings = settings;
    }

    /** How a disk is. */
    public enum State {
        /** Enough. */
        FINE,
        /** Below the warning. */
        LOW,
        /** Too little for another run. */
        FULL,
        /** Not there. */
        ABSENT
    }

    /**
     * A folder and its disk.
     *
     * @param name what is in it: {@code data}, {@code second}
     * @param folder where it is
     * @param freeGigabytes space left; 0 when it is not there
     * @param totalGigabytes size of the disk
     * @param state how that is
     */
    public record Disk(String name, String folder, double freeGigabytes, double totalGigabytes, State state) {}

    /**
     * All folders.
     *
     * @return the data folder first
     */
    public List<Disk> disks() {
        List<Disk> disks = new ArrayList<>();
        disks.add(disk("data", data));
        settings.get().second().ifPresent(second -> disks.add(disk("second", second)));
        return disks;
    }

    private Disk disk(String name, Path folder) {
        String place = folder.toAbsolutePath().normalize().toString();
        try {
            FileStore store = Files.getFileStore(folder);
            double free = store.getUsableSpace() / GIGABYTE;
            UpkeepSettings limits = settings.get();
            State state = free < limits.refuseGigabytes()
                    ? State.FULL
                    : free < limits.warnGigabytes() ? State.LOW : State.FINE;
            return new Disk(name, place, free, store.getTotalSpace() / GIGABYTE, state);
        } catch (IOException e) {
            return new Disk(name, place, 0, 0, State.ABSENT);
        }
    }

    /**
     * Refuses another run when there is too little space for it.
     *
     * @throws OtsException then
     */
    public void requireSpace() {
        Disk disk = disk("data", data);
        if (disk.state() == State.FULL || disk.state() == State.ABSENT) {
            throw new OtsException(
                    UpkeepError.DISK_FULL,
                    disk.folder(),
                    Math.floor(disk.freeGigabytes() * 10) / 10,
                    settings.get().refuseGigabytes());
        }
    }
}
