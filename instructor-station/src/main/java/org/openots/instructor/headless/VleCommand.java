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
import org.openots.common.error.OtsException;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.Equilibrium;
import org.openots.simulator.thermo.EquilibriumPoint;
import org.openots.simulator.thermo.PropertyDatabase;
import org.openots.simulator.thermo.PropertyPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sim vle}: points of a binary's vapour-liquid equilibrium at constant pressure. */
@Command(
        name = "vle",
        mixinStandardHelpOptions = true,
        description = {
            "二元物系的等压汽液平衡 / vapour-liquid equilibrium of a binary system at constant pressure",
            "x、y 为第一组分的摩尔分数，T 的单位为 K / x and y are mole fractions of the first component, T is in K"
        })
final class VleCommand implements Callable<Integer> {
    /** Highest pressure that is taken as one, Pa: 1 GPa; the mixture sets the real limit. */
    private static final double HIGHEST = 1e9;

    /** Lowest, Pa: 1 mPa, far below any pump. */
    private static final double LOWEST = 1e-3;

    @Option(
            names = "--system",
            required = true,
            paramLabel = "A-B",
            description = "物系，如 ethanol-water、methanol-water、benzene-toluene；次序可换 / system; both orders")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String system;

    @Option(
            names = "--pressure",
            defaultValue = "101325",
            paramLabel = "PA",
            description = "绝对压力 Pa，缺省为 101325 / absolute pressure in Pa, 101325 if it is left out")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String pressure;

    @Option(
            names = "--x",
            split = ",",
            defaultValue = "0,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,1",
            paramLabel = "X",
            description = "液相摩尔分数，逗号分隔 / mole fractions of the liquid, separated by commas")
    private List<String> fractions = new ArrayList<>();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() {
        double pascal = Numbers.within("--pressure", Numbers.read("--pressure", pressure), LOWEST, HIGHEST);
        if (fractions.isEmpty()) {
            throw new OtsException(HeadlessError.EMPTY_LIST, "--x");
        }
        double[] x = new double[fractions.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Numbers.within("--x", Numbers.read("--x", fractions.get(i)), 0, 1);
        }
        PropertyPackage properties = new PropertyDatabase().binary(system.trim().toLowerCase(Locale.ROOT));
        Equilibrium equilibrium = new Equilibrium(properties);
        List<EquilibriumPoint> points = new ArrayList<>();
        for (double fraction : x) {
            points.add(equilibrium.bubblePoint(pascal, fraction, 1 - fraction));
        }
        Optional<EquilibriumPoint> azeotrope = equilibrium.azeotrope(pascal);
        PrintWriter out = output.out();
        if (output.wanted()) {
            out.println(report(pascal, x, points, azeotrope));
        } else {
            print(out, properties, x, points, azeotrope);
        }
        out.flush();
        return 0;
    }

    private ObjectNode report(
            double pascal, double[] x, List<EquilibriumPoint> points, Optional<EquilibriumPoint> azeotrope) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("system", system).put("pressure", pascal);
        ArrayNode array = root.putArray("points");
        for (int i = 0; i < x.length; i++) {
            EquilibriumPoint point = points.get(i);
            ObjectNode node = array.addObject();
            node.put("x", x[i]).put("y", point.vapour()[0]).put("T", point.temperature());
            mark(node, point);
        }
        azeotrope.ifPresentOrElse(
                point -> {
                    ObjectNode node = root.putObject("azeotrope");
                    node.put("x", point.liquid()[0]).put("T", point.temperature());
                    mark(node, point);
                },
                () -> root.putNull("azeotrope"));
        return root;
    }

    private static void mark(ObjectNode node, EquilibriumPoint point) {
        if (point.extrapolated()) {
            node.put("extrapolated", true);
        }
    }

    private static void print(
            PrintWriter out,
            PropertyPackage properties,
            double[] x,
            List<EquilibriumPoint> points,
            Optional<EquilibriumPoint> azeotrope) {
        Component first = properties.components().get(0);
        Component second = properties.components().get(1);
        out.println(first.name().zh() + "（1）-" + second.name().zh() + "（2） / "
                + first.name().en() + " (1) - " + second.name().en() + " (2), "
                + points.get(0).pressure() + " Pa");
        out.println("      x1        y1       T/K      t/°C");
        for (int i = 0; i < x.length; i++) {
            out.println(line(x[i], points.get(i)));
        }
        out.println(azeotrope
                .map(point -> "共沸点 / azeotrope:\n" + line(point.liquid()[0], point))
                .orElse("无共沸点 / no azeotrope"));
        boolean beyond = points.stream().anyMatch(EquilibriumPoint::extrapolated);
        if (beyond || azeotrope.map(EquilibriumPoint::extrapolated).orElse(false)) {
            out.println("* 外推：超出与实测数据比较过的范围 / extrapolated beyond the range compared with measurements");
        }
    }

    private static String line(double x, EquilibriumPoint point) {
        return String.format(
                Locale.ROOT,
                "%8.5f  %8.5f  %8.3f  %8.3f%s",
                x,
                point.vapour()[0],
                point.temperature(),
                point.temperature() - PhysicalConstants.CELSIUS_ZERO,
                point.extrapolated() ? " *" : "");
    }
}
