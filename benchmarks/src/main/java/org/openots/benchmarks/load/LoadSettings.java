package org.openots.benchmarks.load;

import java.nio.file.Path;
import java.util.List;

/**
 * What is wished.
 *
 * @param seats robots
 * @param seconds how long they operate, s
 * @param plant whose column
 * @param seed decides what they do
 * @param kills how often the station of an exam is killed
 * @param sampled runs that are replayed at the end
 * @param folder for the station's data
 * @param options of the station's virtual machine
 */
record LoadSettings(
        int seats, double seconds, String plant, long seed, int kills, int sampled, Path folder, List<String> options) {
    Path data() {
        return folder.resolve("data");
    }
}
