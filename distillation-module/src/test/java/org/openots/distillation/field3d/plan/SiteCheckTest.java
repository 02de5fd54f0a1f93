package org.openots.distillation.field3d.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.PlotPlan;

/** Every rule of the check finds the mistake it is there for, and the shipped sites have none. */
class SiteCheckTest {
    static final List<String> SHIPPED = PlantPack.SHIPPED;

    private static final String OUT = Plans.nozzle("V-1.out");
    private static final String IN = Plans.nozzle("V-2.in");

    private static List<Problem> check(String lines, String structures, String rest) {
        return SiteCheck.check(Plans.site(Plans.TANKS, structures, lines, rest));
    }

    private static List<Problem> check(String via, String inline) {
        return check(Plans.line("L-1", OUT, IN, via, inline), "", "");
    }

    /** Pipes that lie in each other also leave no room for supports. */
    private static void only(List<Problem> all, Problem.Rule rule, String... names) {
        List<Problem> found = all.stream()
                .filter(problem -> problem.rule() == rule || problem.rule() != Problem.Rule.UNSUPPORTED)
                .toList();
        assertThat(found).isNotEmpty().allMatch(problem -> problem.rule() == rule, rule.name());
        assertThat(found.get(0).subject()).contains(names);
        assertThat(found.get(0).in(Locale.SIMPLIFIED_CHINESE)).contains(names).matches("(?s).*\\p{IsHan}.*");
        assertThat(found.get(0).in(Locale.ENGLISH))
                .contains(names)
                .contains(rule.text().en());
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void shippedSitesAreSound(String plant) {
        PlotPlan plan = Plans.shipped(plant);
        Site site = SitePlanner.resolve(plan);
        assertThat(SiteCheck.check(site))
                .extracting(problem -> problem.rule() + " " + problem.in(Locale.ENGLISH))
                .isEmpty();
        assertThat(SitePlanner.resolve(plan))
                .as("the same plan gives the same site")
                .isEqualTo(site);
    }

    @Test
    void aStraightPipeIsSound() {
        assertThat(check("", "{\"tag\": \"HV-1\", \"kind\": \"gate-valve\", \"near\": [5, 5, 1], \"spindle\": \"up\"}"))
                .isEmpty();
    }

    @Test
    void pipesFitTheirNozzles() {
        String thin = Plans.line("L-1", OUT, IN, "", "").replace("\"dn\": 50", "\"dn\": 40");
        only(check(thin, "", ""), Problem.Rule.NOZZLE_SIZE, "L-1", "V-1.out");
        String border =
                "{\"text\": {\"zh\": \"外\", \"en\": \"out\"}, \"at\": [4.6, 8, 1], \"outwards\": \"north\", \"mouth\": \"through\"}";
        List<Problem> twice =
                check(Plans.line("L-1", OUT, IN, "", "") + "," + Plans.line("L-2", OUT, border, "", ""), "", "");
        assertThat(twice).extracting(Problem::rule).contains(Problem.Rule.NOZZLE_TAKEN);
    }

    @Test
    void pipesHaveRoomForTheirBends() {
        only(check("{\"up\": 1.1}, {\"east\": 5.5}, {\"up\": 1}", ""), Problem.Rule.SHORT_LEG, "L-1");
        assertThat(check("{\"east\": 6.2}, {\"east\": 5}, {\"up\": 2}", ""))
                .extracting(Problem::rule)
                .contains(Problem.Rule.TURNS_BACK);
    }

    @Test
    void pipesAreHeldAsOftenAsTheirSizeNeeds() {
        // up, over and down 11 m above everything: farther than a riser goes without a guide
        List<Problem> found = check("{\"up\": 12}, {\"east\": 5.8}, {\"up\": 1}", "");
        only(found, Problem.Rule.UNSUPPORTED, "L-1");
        assertThat(found.get(0).amount()).isBetween(2.5, 4.5);
        assertThat(check("{\"up\": 5}, {\"east\": 5.8}, {\"up\": 1}", ""))
                .as("posts and the vessels hold it")
                .isEmpty();
    }

    @Test
    void pipesStayClearOfEquipmentPipesAndSteel() {
        only(
                check("{\"up\": 1.5}, {\"east\": 7}, {\"east\": 5.8}, {\"up\": 1}", "").stream()
                        .filter(problem -> problem.rule() == Problem.Rule.IN_EQUIPMENT)
                        .toList(),
                Problem.Rule.IN_EQUIPMENT,
                "L-1",
                "V-2");
        String over = Plans.line("L-2", Plans.nozzle("V-1.top"), Plans.nozzle("V-2.top"), "{\"up\": 2.6}", "");
        String high = Plans.line("L-1", OUT, IN, "{\"up\": 2.62}", "");
        only(check(high + "," + over, "", ""), Problem.Rule.IN_PIPE, "L-1", "L-2");
        String frame =
                "\"frames\": [{\"id\": \"frame\", \"east\": [5, 9], \"north\": [5, 8], \"foot\": 0, \"top\": 4, \"steel\": 0.2, \"floors\": []}]";
        only(check(Plans.line("L-1", OUT, IN, "", ""), frame, ""), Problem.Rule.IN_STEEL, "L-1", "frame");
        String stairs = "\"stairs\": [{\"id\": \"stair\", \"foot\": [5, 4, 0], \"head\": [5, 6.5, 2], \"width\": 0.8}]";
        only(check(Plans.line("L-1", OUT, IN, "", ""), stairs, ""), Problem.Rule.IN_STAIRS, "L-1", "stair");
    }

    @Test
    void fittingsHaveTheirPlace() {
        String valve = "{\"tag\": \"%s\", \"kind\": \"gate-valve\", \"near\": [%s, 5, 1], \"spindle\": \"%s\"}";
        only(
                check("", valve.formatted("HV-1", "4.8", "up") + "," + valve.formatted("HV-2", "4.95", "up")),
                Problem.Rule.FITTING_ROOM,
                "HV-2");
        only(
                check("", valve.formatted("HV-1", "5.5", "up") + "," + valve.formatted("HV-2", "4.5", "up")),
                Problem.Rule.FITTING_ORDER,
                "HV-2");
        only(check("", valve.formatted("HV-1", "5", "east")), Problem.Rule.SPINDLE, "HV-1");
        String far = "{\"tag\": \"HV-1\", \"kind\": \"gate-valve\", \"near\": [5, 6, 1], \"spindle\": \"up\"}";
        only(check("", far), Problem.Rule.FITTING_FAR, "HV-1");
        String second = Plans.line("L-2", Plans.nozzle("V-1.top"), Plans.nozzle("V-2.top"), "{\"up\": 2.5}", "");
        String under = Plans.line(
                        "L-1",
                        OUT,
                        IN,
                        "{\"up\": 2.2}, {\"east\": 5.8}, {\"up\": 1}",
                        valve.formatted("HV-1", "5", "up"))
                .replace("5, 1]", "5, 2.2]");
        only(check(under + "," + second, "", ""), Problem.Rule.SPINDLE_CLASH, "HV-1", "L-2");
    }

    @Test
    void whatIsOperatedIsReached() {
        String high = "{\"tag\": \"HV-1\", \"kind\": \"ball-valve\", \"near\": [5, 5, 3.5], \"spindle\": \"south\"}";
        String via = "{\"up\": 3.5}, {\"east\": 6}";
        only(check(via, high), Problem.Rule.OUT_OF_REACH, "HV-1");
        String frame = """
                "frames": [{"id": "frame", "east": [4.5, 5.5], "north": [1, 4.6], "foot": 0, "top": 2.5, "steel": 0.2,
                 "floors": [{"elevation": 2.5, "area": [4, 1, 6, 4.6], "cover": "grating"}]}]""";
        assertThat(check(Plans.line("L-1", OUT, IN, via, high), frame, "")).isEmpty();
        String panel =
                "\"devices\": [{\"tag\": \"SW-1\", \"kind\": \"switch\", \"at\": [%s], \"heading\": 180, \"mount\": \"post\"}],";
        only(check("", "", panel.formatted("3, 2, 2.7")), Problem.Rule.OUT_OF_REACH, "SW-1");
        assertThat(check("", "", panel.formatted("3, 2, 1.2"))).isEmpty();
        only(
                check("", "", panel.formatted("13, 2, 1.2")).stream()
                        .filter(problem -> problem.rule() == Problem.Rule.OFF_SITE)
                        .toList(),
                Problem.Rule.OFF_SITE,
                "SW-1");
    }

    @Test
    void whatIsReadIsInSight() {
        String gauge =
                "\"instruments\": [{\"tag\": \"PG-1\", \"kind\": \"pressure-gauge\", \"at\": [5, 3, %s], \"heading\": 180, \"mount\": \"post\"}%s],";
        assertThat(check("", "", gauge.formatted("1.5", ""))).isEmpty();
        only(check("", "", gauge.formatted("2.1", "")), Problem.Rule.OUT_OF_SIGHT, "PG-1");
        only(check("", "", gauge.formatted("1.0", "")), Problem.Rule.OUT_OF_SIGHT, "PG-1");
        String other =
                ", {\"tag\": \"PG-2\", \"kind\": \"pressure-gauge\", \"at\": [5.05, 3, 1.5], \"heading\": 180, \"mount\": \"post\"}";
        only(check("", "", gauge.formatted("1.5", other)), Problem.Rule.TOO_NEAR, "PG-1", "PG-2");
    }
}
