package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.unit.PhysicalConstants;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.thermo.McCabeThiele.Design;
import org.openots.simulator.thermo.McCabeThiele.Separation;
import org.openots.simulator.thermo.McCabeThiele.Stage;

class McCabeThieleTest {
    private static final double ATM = PhysicalConstants.STANDARD_ATMOSPHERE;
    private static final PropertyDatabase DATABASE = new PropertyDatabase();

    private static McCabeThiele of(String system) {
        return new McCabeThiele(DATABASE.binary(system), ATM);
    }

    /**
     * C. J. Geankoplis, Transport Processes and Unit Operations, examples 11.4-1 and 11.4-2: 7.6 steps, feed on the fifth,
     * minimum reflux 1.17, minimum stages 5.8, all read from a drawing in which the feed tray is the one below the crossing. A stepping program with the same equilibrium (Raoult,
     * vapour pressures of Perry's table 2-8) gives 7.38, feed on the fourth, 1.129 and 5.73; tolerances are its last digits.
     */
    @Test
    void benzeneTolueneOfTheTextbook() {
        McCabeThiele column = of("benzene-toluene");
        Separation separation = new Separation(0.45, 1.195, 0.95, 0.10);
        Design design = column.design(separation, 4, 1);
        claim(
                "benzene-toluene.stages",
                "苯-甲苯，R = 4：理论级数",
                "benzene-toluene, R = 4: stages",
                7.38,
                0.01,
                design.count());
        assertThat(design.count()).isCloseTo(7.6, within(0.3));
        assertThat(design.stages()).hasSize(8);
        assertThat(design.feedStage()).isEqualTo(4);
        double reflux = column.minimumReflux(separation);
        claim("benzene-toluene.reflux", "苯-甲苯：最小回流比", "benzene-toluene: minimum reflux", 1.129, 0.001, reflux);
        assertThat(reflux).isCloseTo(1.17, within(0.05));
        double least = column.minimumStages(separation);
        claim("benzene-toluene.least", "苯-甲苯：最少理论级数", "benzene-toluene: minimum stages", 5.73, 0.01, least);
        assertThat(least).isCloseTo(5.8, within(0.1));
        // the relative volatility changes from 2.4 to 2.6 along the column
        assertThat(column.fenskeStages(separation)).isCloseTo(5.73, within(0.1));
    }

    /** Own stepping with the same NRTL parameters and vapour pressures, given to the digits compared. */
    @Test
    void ethanolWater() {
        McCabeThiele column = of("ethanol-water");
        Separation easy = new Separation(0.15, 1, 0.80, 0.005);
        Design design = column.design(easy, 2.5, 1);
        claim(
                "ethanol-water.stages",
                "乙醇-水，R = 2.5：理论级数",
                "ethanol-water, R = 2.5: stages",
                10.13,
                0.01,
                design.count());
        assertThat(design.feedStage()).isEqualTo(8);
        double reflux = column.minimumReflux(easy);
        claim("ethanol-water.reflux", "乙醇-水：最小回流比", "ethanol-water: minimum reflux", 0.981, 0.001, reflux);
        double least = column.minimumStages(easy);
        claim("ethanol-water.least", "乙醇-水：最少理论级数", "ethanol-water: minimum stages", 6.73, 0.01, least);
        Separation tangent = new Separation(0.15, 1, 0.85, 0.005);
        assertThat(column.minimumReflux(tangent)).as("tangent pinch").isCloseTo(1.881, within(0.001));
        assertThat(column.minimumStages(tangent)).isCloseTo(10.46, within(0.01));
    }

    private static void claim(String id, String zh, String en, double expected, double tolerance, double found) {
        Validation.claim(Topic.SHORTCUT, id)
                .says(zh, en)
                .unit("1")
                .source("独立逐板计算，相同的平衡", "independent stepping with the same equilibrium")
                .within(expected, tolerance, found);
    }

    @Test
    void stagesLieOnTheCurveAndTheLines() {
        McCabeThiele column = of("benzene-toluene");
        Design design = column.design(new Separation(0.45, 0.3, 0.95, 0.10), 4, 0.7);
        Equilibrium equilibrium = new Equilibrium(DATABASE.binary("benzene-toluene"));
        List<Stage> stages = design.stages();
        for (int n = 0; n + 1 < stages.size(); n++) {
            Stage stage = stages.get(n);
            double below = stages.get(n + 1).y();
            McCabeThiele.Line line = n + 1 < design.feedStage() ? design.rectifying() : design.stripping();
            assertThat(below).as("operating line under stage %s", n + 1).isCloseTo(line.at(stage.x()), within(1e-10));
            double ideal =
                    equilibrium.bubblePoint(ATM, stage.x(), 1 - stage.x()).vapour()[0];
            assertThat((stage.y() - below) / (ideal - below)).as("efficiency").isCloseTo(0.7, within(1e-6));
        }
        Stage reboiler = stages.get(stages.size() - 1);
        assertThat(equilibrium.bubblePoint(ATM, reboiler.x(), 1 - reboiler.x()).vapour()[0])
                .isCloseTo(reboiler.y(), within(1e-9));
    }

    @Test
    void linesMeetOnTheFeedLine() {
        for (double q : new double[] {-0.5, 0, 0.5, 1, 1.5}) {
            Design design = of("benzene-toluene").design(new Separation(0.45, q, 0.95, 0.10), 6, 1);
            double x = (design.stripping().intercept() - design.rectifying().intercept())
                    / (design.rectifying().slope() - design.stripping().slope());
            double y = design.rectifying().at(x);
            assertThat((q - 1) * y).as("feed line at q = %s", q).isCloseTo(q * x - 0.45, within(1e-10));
        }
    }

    @Test
    void moreRefluxTakesFewerStagesDownToTheMinimum() {
        McCabeThiele column = of("methanol-water");
        Separation separation = new Separation(0.4, 1, 0.95, 0.05);
        double least = column.minimumReflux(separation);
        double before = Double.POSITIVE_INFINITY;
        for (double factor : new double[] {1.02, 1.2, 1.5, 2, 5, 1e6}) {
            double count = column.design(separation, factor * least, 1).count();
            assertThat(count).isLessThan(before);
            before = count;
        }
        assertThat(before).isCloseTo(column.minimumStages(separation), within(1e-3));
        assertThat(column.design(separation, 2 * least, 0.5).count())
                .isGreaterThan(column.design(separation, 2 * least, 1).count());
    }

    @Test
    void paraffinsUnderPressureByTheEquationOfState() {
        McCabeThiele column = new McCabeThiele(DATABASE.binary("n-butane-n-pentane"), 5e5);
        Separation separation = new Separation(0.5, 1, 0.95, 0.05);
        double stages = column.minimumStages(separation);
        assertThat(column.fenskeStages(separation)).isCloseTo(stages, within(0.03 * stages));
    }

    @Test
    void whatEquilibriumForbidsIsExplained() {
        McCabeThiele column = of("ethanol-water");
        refused(column, PropertyError.NO_SEPARATION, new Separation(0.5, 1, 0.95, 0.01), "0.89", "共沸");
        refused(column, PropertyError.NOT_LIGHTER, new Separation(0.95, 1, 0.99, 0.92), "Swap", "交换");
        refused(of("water-ethanol"), PropertyError.NOT_LIGHTER, new Separation(0.5, 1, 0.9, 0.2), "Swap", "交换");
        refused(column, PropertyError.SEPARATION_RANGE, new Separation(0.5, 1, 1.2, 0.01), "1.2", "塔顶组成");
        refused(column, PropertyError.SEPARATION_RANGE, new Separation(0.9, 1, 0.8, 0.01), "feed", "进料组成");
        Separation possible = new Separation(0.15, 1, 0.80, 0.005);
        assertThatThrownBy(() -> column.design(possible, 0.9, 1))
                .isInstanceOfSatisfying(
                        OtsException.class,
                        e -> assertThat(e.messageIn(Locale.ENGLISH)).contains("reflux ratio 0.9", "0.98"));
        assertThatThrownBy(() -> column.design(possible, 2.5, 1.5)).isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> new McCabeThiele(DATABASE.nrtl(List.of("water"), "air"), ATM))
                .isInstanceOf(OtsException.class);
    }

    private static void refused(McCabeThiele column, ErrorCode code, Separation separation, String en, String zh) {
        assertThatThrownBy(() -> column.minimumReflux(separation)).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.errorCode()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.messageIn(Locale.ENGLISH)).contains(en);
            assertThat(e.messageIn(Locale.CHINA)).contains(zh);
        });
    }
}
