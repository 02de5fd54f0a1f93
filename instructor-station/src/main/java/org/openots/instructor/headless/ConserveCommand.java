package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sim conserve}: audits the balances over whole stories. */
@Command(
        name = "conserve",
        mixinStandardHelpOptions = true,
        description = {
            "核算物料与能量：开车、全部故障、停车、公用工程中断 / audits matter and energy over start-up, all faults, shutdown, loss of"
                    + " utilities",
            "退出码：0 全部不大于 1e-9，1 有超出 / exit code 0 when all are within 1e-9, 1 otherwise"
        })
final class ConserveCommand implements Callable<Integer> {
    /** Relative error of a balance that rounding explains over 1e7 additions; one lost mole would show a thousandfold. */
    private static final double GATE = 1e-9;

    @Mixin
    private final PlantOption plant = new PlantOption();

    @Mixin
    private final TickOption tick = new TickOption();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        double seconds = tick.seconds();
        PlantPack pack = plant.load();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("plant", pack.id()).put("gate", GATE);
        ArrayNode scenarios = result.putArray("scenarios");
        double worst = 0;
        long failures = 0;
        for (String name : PlantScenario.names()) {
            PlantEngine engine = new PlantScenario(pack, seconds).tell(name);
            ObjectNode node = scenarios.addObject();
            node.put("name", name).put("simulatedSeconds", engine.time());
            worst = Math.max(worst, closure(node, engine));
            failures += engine.solverCounts().failures();
        }
        result.put("maxClosure", worst).put("failures", failures);
        output.print(result);
        return worst <= GATE && failures == 0 ? 0 : 1;
    }

    /** Writes the errors of one story and gives the largest. */
    private static double closure(ObjectNode node, PlantEngine engine) {
        double[] closure = engine.closure();
        List<String> names = engine.process().componentIds();
        ObjectNode components = node.putObject("components");
        double worst = 0;
        for (int i = 0; i < closure.length; i++) {
            worst = Math.max(worst, closure[i]);
            if (i < names.size()) {
                components.put(names.get(i), closure[i]);
            }
        }
        node.put("inert", closure[names.size()]).put("energy", closure[names.size() + 1]);
        return worst;
    }
}
