package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.thermo.Equilibrium;
import org.openots.simulator.thermo.EquilibriumPoint;
import org.openots.simulator.thermo.PropertyDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sim vle}: bubble points and azeotrope of a binary mixture. */
@Command(
        name = "vle",
        mixinStandardHelpOptions = true,
        description = {
            "二元物系的泡点、平衡汽相和共沸点 / bubble points, vapour in equilibrium and azeotrope of a binary mixture",
            "物系：ethanol-water、methanol-water、benzene-toluene，顺序任意 / systems in either order"
        })
final class VleCommand implements Callable<Integer> {
    @Option(names = "--system", required = true, description = "物系，例如 ethanol-water / mixture, e.g. ethanol-water")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String system;

    @Option(names = "--pressure", defaultValue = "101325", description = "绝对压力 / absolute pressure, Pa")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String pressure;

    @Option(
            names = "--x",
            split = ",",
            defaultValue = "0,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,1",
            description = "首个组分的液相摩尔分数 / liquid mole fractions of the first-named component")
    private List<String> fractions = new ArrayList<>();

    @Option(names = "--json", description = "一行 JSON / one line of JSON on standard output")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PropertyDatabase database = new PropertyDatabase();
        PropertyDatabase.Binary binary = database.binary(system);
        double pascal = Numbers.within("--pressure", Numbers.read("--pressure", pressure), 100, 1e7);
        List<Double> x = fractions.stream()
                .map(text -> Numbers.within("--x", Numbers.read("--x", text), 0, 1))
                .toList();
        Equilibrium equilibrium = new Equilibrium(database.nrtl(List.of(binary.first(), binary.second()), "air"));
        List<EquilibriumPoint> points =
                x.stream().map(f -> equilibrium.bubblePoint(pascal, f, 1 - f)).toList();
        Optional<EquilibriumPoint> azeotrope = equilibrium.azeotrope(pascal);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(document(binary, pascal, points, azeotrope));
        } else {
            table(out, binary, points, azeotrope);
        }
        out.flush();
        return 0;
    }

    private ObjectNode document(
            PropertyDatabase.Binary binary,
            double pascal,
            List<EquilibriumPoint> points,
            Optional<EquilibriumPoint> azeotrope) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("system", system).put("pressure", pascal);
        ArrayNode array = result.putArray("points");
        for (EquilibriumPoint point : points) {
            ObjectNode node = array.addObject();
            node.put("x", point.liquid()[0]).put("y", point.vapour()[0]).put("T", point.temperature());
            if (extrapolated(binary, point)) {
                node.put("extrapolated", true);
            }
        }
        if (azeotrope.isPresent()) {
            result.putObject("azeotrope")
                    .put("x", azeotrope.get().liquid()[0])
                    .put("T", azeotrope.get().temperature());
        } else {
            result.putNull("azeotrope");
        }
        return result;
    }

    /** Whether a point lies outside the temperatures for which the interaction parameters were found. */
    private static boolean extrapolated(PropertyDatabase.Binary binary, EquilibriumPoint point) {
        return point.temperature() < binary.lowest() || point.temperature() > binary.highest();
    }

    private static void table(
            PrintWriter out,
            PropertyDatabase.Binary binary,
            List<EquilibriumPoint> points,
            Optional<EquilibriumPoint> azeotrope) {
        out.println(String.format(Locale.ROOT, "%10s %10s %12s", "x(" + binary.first() + ")", "y", "T / degC"));
        points.forEach(p -> out.println(row(p) + (extrapolated(binary, p) ? "  外推 / extrapolated" : "")));
        out.println(azeotrope.map(p -> "共沸点 / azeotrope:\n" + row(p)).orElse("没有共沸点 / no azeotrope"));
    }

    private static String row(EquilibriumPoint p) {
        return String.format(
                Locale.ROOT,
                "%10.4f %10.4f %12.3f",
                p.liquid()[0],
                p.vapour()[0],
                p.temperature() - PhysicalConstants.CELSIUS_ZERO);
    }
}
