package org.openots.distillation.field3d.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.Point;

/** How pipes are laid, where fittings, supports and railings stand. */
class SitePlannerTest {
    /** Coordinates are given in whole millimetres. */
    private static final double MM = 5e-4;

    private static final String OUT = Plans.nozzle("V-1.out");
    private static final String IN = Plans.nozzle("V-2.in");

    private static Site.Route route(String from, String to, String via) {
        return Plans.site(Plans.TANKS, "", Plans.line("L-1", from, to, via, ""), "")
                .routes()
                .get(0);
    }

    private static void runs(Site.Route route, double... coordinates) {
        assertThat(route.points()).hasSize(coordinates.length / 3);
        for (int i = 0; i < route.points().size(); i++) {
            Point wanted = new Point(coordinates[3 * i], coordinates[3 * i + 1], coordinates[3 * i + 2]);
            assertThat(route.points().get(i).distance(wanted))
                    .as(route.points().toString())
                    .isCloseTo(0, within(MM));
        }
    }

    @Test
    void aPipeBetweenFacingNozzlesIsStraight() {
        Site.Route route = route(OUT, IN, "");
        runs(route, 3.6, 5, 1, 6.4, 5, 1);
        assertThat(route.start()).isEqualTo(Site.Joint.FLANGE);
        assertThat(route.radius()).isCloseTo(0.03015, within(1e-9)); // DN 50: 60.3 mm
    }

    @Test
    void aPipeRisesAndDrops() {
        double stub = Sizes.stub(50);
        runs(
                route(OUT, IN, "{\"up\": 3}"),
                3.6,
                5,
                1,
                3.6 + stub,
                5,
                1,
                3.6 + stub,
                5,
                3,
                6.4 - stub,
                5,
                3,
                6.4 - stub,
                5,
                1,
                6.4,
                5,
                1);
        // up first when it rises, down last when it drops
        runs(
                route(Plans.nozzle("V-1.top"), Plans.nozzle("V-2.top"), "{\"east\": 5, \"north\": 7, \"up\": 3}"),
                3,
                5,
                2.1,
                3,
                5,
                3,
                5,
                5,
                3,
                5,
                7,
                3,
                7,
                7,
                3,
                7,
                5,
                3,
                7,
                5,
                2.1);
    }

    @Test
    void aBranchStartsAtTheNearestPlaceOfItsHost() {
        String drain =
                "{\"text\": {\"zh\": \"沟\", \"en\": \"gully\"}, \"at\": [5, 3, 0.1], \"outwards\": \"down\", \"mouth\": \"drain\"}";
        // the branch stands before its host in the file
        Site site = Plans.site(
                Plans.TANKS,
                "",
                Plans.line("L-2", "{\"line\": \"L-1\", \"near\": [5.01, 4.9, 0.9]}", drain, "", "")
                        + ","
                        + Plans.line("L-1", OUT, IN, "", ""),
                "");
        runs(site.routes().get(0), 5.01, 5, 1, 5.01, 3, 1, 5, 3, 1, 5, 3, 0.1);
        assertThat(site.routes().get(0).start()).isEqualTo(Site.Joint.TEE);
        assertThat(site.routes().get(0).finish()).isEqualTo(Site.Joint.BORDER);
    }

    @Test
    void branchesInACircleAreRefused() {
        String circle = Plans.line("L-1", "{\"line\": \"L-2\", \"near\": [5, 5, 1]}", IN, "", "") + ","
                + Plans.line("L-2", "{\"line\": \"L-1\", \"near\": [5, 5, 1]}", OUT, "", "");
        assertThatThrownBy(() -> Plans.site(Plans.TANKS, "", circle, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("L-1")
                .hasMessageContaining("L-2");
    }

    @Test
    void fittingsSitOnThePipe() {
        String inline = """
                {"tag": "HV-1", "kind": "gate-valve", "near": [4.5, 5.03, 1.02], "spindle": "up"},
                {"kind": "relief-valve", "near": [5.4, 5, 2.9], "spindle": "up"}""";
        Site.Route route = Plans.site(
                        Plans.TANKS,
                        "",
                        Plans.line("L-1", OUT, IN, "{\"east\": 5.4}, {\"up\": 3}, {\"north\": 7}", inline),
                        "")
                .routes()
                .get(0);
        Site.Fitting valve = route.fittings().get(0);
        assertThat(valve.at().distance(new Point(4.5, 5, 1))).isCloseTo(0, within(MM));
        assertThat(valve.along()).isEqualTo(new Point(1, 0, 0));
        assertThat(valve.handle().minus(valve.at()).unit().distance(new Point(0, 0, 1)))
                .isCloseTo(0, within(MM));
        // 230 to 250 mm are usual for DN 50
        assertThat(valve.length()).isBetween(0.19, 0.26);
        Site.Fitting relief = route.fittings().get(1);
        assertThat(relief.at().distance(new Point(5.4, 5, 3)))
                .as("in the corner")
                .isCloseTo(0, within(MM));
        assertThat(relief.spindle()).as("the spring goes on upwards").isEqualTo(new Point(0, 0, 1));
    }

    @Test
    void lowPipesAreCarried() {
        Site low = Plans.site(Plans.TANKS, "", Plans.line("L-1", OUT, IN, "", ""), "");
        assertThat(low.props()).hasSize(2).allSatisfy(prop -> {
            assertThat(prop.kind()).isEqualTo(Site.Hold.POST);
            assertThat(prop.hold().up()).isZero();
            assertThat(prop.under().up()).isEqualTo(1);
            assertThat(prop.along()).isEqualTo(new Point(1, 0, 0));
        });
    }

    @Test
    void highPipesAreCarriedByWhatIsNear() {
        String up = Plans.line("L-1", OUT, IN, "{\"up\": 3}", "");
        Site alone = Plans.site(Plans.TANKS, "", up, "");
        assertThat(alone.props())
                .as("by a post or by the vessels")
                .isNotEmpty()
                .allMatch(prop -> prop.kind() == Site.Hold.TALL_POST || prop.kind() == Site.Hold.GUIDE);
        String floor =
                "\"frames\": [{\"id\": \"frame\", \"east\": [4, 6], \"north\": [3, 7], \"foot\": 0, \"top\": 4, \"steel\": 0.2, \"floors\": [{\"elevation\": 4, \"area\": [4, 3, 6, 7], \"cover\": \"grating\"}]}]";
        assertThat(Plans.site(Plans.TANKS, floor, up, "").props())
                .as("from the floor above")
                .anySatisfy(prop -> {
                    assertThat(prop.kind()).isEqualTo(Site.Hold.HANGER);
                    assertThat(prop.hold().up()).isEqualTo(4);
                });
    }

    @Test
    void aPostCarriesThePipesBesideIt() {
        for (String plant : PlantPack.SHIPPED) {
            Site site = SitePlanner.resolve(PlantPack.shipped(plant).plot().orElseThrow());
            List<Site.Prop> posts = site.props().stream()
                    .filter(prop -> prop.kind() == Site.Hold.TALL_POST)
                    .toList();
            assertThat(posts).as(plant).hasSizeBetween(1, 30);
        }
    }

    private static final String FLOOR = """
            "frames": [{"id": "frame", "east": [2, 6], "north": [2, 5], "foot": 0, "top": 3, "steel": 0.2,
             "floors": [{"elevation": 3, "area": [2, 2, 6, 5], "cover": "grating", "openings": [[3, 3, 4, 4]]}]}]""";

    private static double length(Site site) {
        return site.railings().stream()
                .mapToDouble(railing -> {
                    List<Point> points = railing.points();
                    double sum = 0;
                    for (int i = 0; i + 1 < points.size(); i++) {
                        sum += points.get(i).distance(points.get(i + 1));
                    }
                    return sum;
                })
                .sum();
    }

    @Test
    void railingsOpenWhereWaysArrive() {
        Site closed = Plans.site("", FLOOR, "", "");
        // 14 m around the floor and 4 m around the hole, each 4 cm inside the floor at four corners
        assertThat(length(closed)).isCloseTo(14 - 0.32 + 4 + 0.32, within(0.01));
        Site stairs = Plans.site(
                "",
                FLOOR + ", \"stairs\": [{\"id\": \"stair\", \"foot\": [9, 3, 0], \"head\": [6, 3, 3], \"width\": 0.9}]",
                "",
                "");
        assertThat(length(closed) - length(stairs)).isCloseTo(0.98, within(0.01));
        Site ladder = Plans.site(
                "",
                FLOOR + ", \"ladders\": [{\"id\": \"ladder\", \"foot\": [1.8, 4, 0], \"top\": 3, \"heading\": 90}]",
                "",
                "");
        assertThat(length(closed) - length(ladder)).isCloseTo(0.7, within(0.01));
        Site gangway = Plans.site(
                "",
                FLOOR
                        + ", \"passages\": [{\"id\": \"way\", \"area\": [6, 3, 8, 4], \"elevation\": 3, \"cover\": \"grating\"}]",
                "",
                "");
        assertThat(gangway.railings())
                .filteredOn(railing -> railing.deck().equals("way"))
                .as("along both sides, not across")
                .hasSize(2);
        assertThat(gangway.decks()).extracting(Site.Deck::id).containsExactly("ground", "frame", "way");
    }

    @Test
    void aRingHasARailingOutside() {
        String column = Plans.TANKS
                .substring(0, Plans.TANKS.indexOf("{\"id\": \"V-2\""))
                .strip();
        String ring =
                "\"rings\": [{\"id\": \"ring\", \"around\": \"V-1\", \"elevation\": 2, \"inner\": 0.6, \"outer\": 1.6, \"from\": 0, \"to\": 180}]";
        Site site = Plans.site(column.substring(0, column.length() - 1), ring, "", "");
        // half of a circle 4 cm inside the edge, and both ends
        assertThat(length(site)).isCloseTo(Math.PI * 1.56 + 2 * 0.96, within(0.02));
        assertThat(site.railings())
                .singleElement()
                .satisfies(railing -> assertThat(railing.points()).allMatch(point -> point.east() >= 3 - 1e-9));
    }
}
