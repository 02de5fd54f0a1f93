package org.openots.instructor.headless;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.simulator.engine.PlantEngine;

/**
 * Comma-separated tags of a run: a header with {@code time_s} and the names of the signals, then one row a second of
 * model time from the start on. Values in engineering units with seven digits; nothing between two commas where there is no value.
 */
final class TagFile implements AutoCloseable {
    private final Path path;
    private final BufferedWriter writer;
    private final long ticksPerRow;

    private TagFile(Path path, BufferedWriter writer, long ticksPerRow) {
        this.path = path;
        this.writer = writer;
        this.ticksPerRow = ticksPerRow;
    }

    /**
     * Creates the file with header and the row of the present tick.
     *
     * @param path where; an existing file is overwritten
     * @param engine the run
     * @return the open file
     * @throws OtsException if it cannot be written
     */
    static TagFile open(Path path, PlantEngine engine) {
        try {
            TagFile file = new TagFile(
                    path,
                    Files.newBufferedWriter(path),
                    Math.round(1 / engine.pack().tickSeconds()));
            StringBuilder header = new StringBuilder("time_s");
            for (Signal signal : engine.signals().signals()) {
                header.append(',').append(signal.name());
            }
            file.line(header);
            file.ticked(engine);
            return file;
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * Writes a row if the tick is a whole second.
     *
     * @param engine the run
     * @throws OtsException if it cannot be written
     */
    void ticked(PlantEngine engine) {
        if (engine.tick() % ticksPerRow != 0) {
            return;
        }
        StringBuilder row = new StringBuilder().append(engine.tick() / ticksPerRow);
        for (int i = 0; i < engine.signals().size(); i++) {
            double value = engine.view().value(i);
            row.append(',');
            if (!Double.isNaN(value)) {
                row.append((float) value);
            }
        }
        line(row);
    }

    private void line(StringBuilder text) {
        try {
            writer.append(text).append('\n');
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static OtsException unwritable(Path path, IOException e) {
        return FileErrors.unwritable(path.toString(), e);
    }
}
