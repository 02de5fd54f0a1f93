package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** A run gives the same bits on every Java virtual machine, compiled or interpreted. */
class StateHashTest {
    /**
     * Hash after {@link #main}. It moves with every change of model, pack, initial condition or state format; such a
     * change says in its commit why.
     */
    private static final String GOLDEN = "71cd06822f3787bc3f8653d559f336ad8994f74f0bbf04c9d6bf0a93b3cec6fd";

    /** One minute of the rig with orders and a fault; prints the hash of its state. */
    public static void main(String[] args) {
        System.out.println(hash());
    }

    private static String hash() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 42);
        engine.submit(new Command(50, 0, "FIC-701", "sp", 66, ""), false);
        engine.arm(new FaultOrder(100, 1, "k", "A-F05", 1, -1, 0, "", 0));
        engine.submit(new Command(300, 2, "HV-708", "position", 100, ""), false);
        engine.submit(new Command(350, 3, "P-702B", "start", 0, ""), false);
        engine.submit(new Command(400, 4, "HV-709", "position", 100, ""), false);
        for (int i = 0; i < 600; i++) {
            engine.step();
        }
        return engine.stateHash();
    }

    @Test
    void thisMachineGivesTheGoldenHash() {
        assertThat(hash()).isEqualTo(GOLDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1"})
    void everyCompilerGivesTheSameHash(String mode) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(mode);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StateHashTest.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(printed.strip()).isEqualTo(GOLDEN);
    }
}
