package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.field.FieldEffect.Kind;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** What is seen in the plant follows from the process. */
class FieldViewTest {
    private static PlantEngine run(String plant, String condition) {
        PlantPack pack = PlantPack.shipped(plant);
        return new PlantEngine(pack, pack.initialCondition(condition), 7);
    }

    private static void seconds(PlantEngine engine, double seconds) {
        for (double end = engine.time() + seconds; engine.time() < end - 1e-6; ) {
            engine.step();
        }
    }

    private static void open(PlantEngine engine, String valve, double percent) {
        engine.submit(new Command(engine.tick() + 1, engine.tick(), valve, "position", percent, ""), false);
    }

    private static void fault(PlantEngine engine, String fault) {
        engine.arm(new FaultOrder(engine.tick() + 1, engine.tick(), fault, fault, 1, 0, 0, "", 0));
    }

    private static double amount(List<FieldEffect> seen, String place, Kind kind) {
        OptionalDouble found = seen.stream()
                .filter(effect -> effect.place().equals(place) && effect.kind() == kind)
                .mapToDouble(FieldEffect::amount)
                .findFirst();
        return found.orElse(0);
    }

    @Test
    void aDrainLetsLiquidOutThatLiesOnTheFloorAndRunsOff() {
        PlantEngine rig = run("ethanol-water-rig", "cold-filled");
        seconds(rig, 1);
        assertThat(amount(rig.fieldEffects(), "sump-drain", Kind.LIQUID)).isZero();
        open(rig, "HV-704", 100);
        seconds(rig, 30);
        double spray = amount(rig.fieldEffects(), "sump-drain", Kind.LIQUID);
        double pool = amount(rig.fieldEffects(), "sump-drain", Kind.POOL);
        assertThat(spray).isEqualTo(rig.processValue("sump-drain.m")).isPositive();
        assertThat(pool).isPositive().isLessThan(30 * spray / 700);
        open(rig, "HV-704", 0);
        seconds(rig, 10);
        assertThat(amount(rig.fieldEffects(), "sump-drain", Kind.LIQUID)).isZero();
        double left = amount(rig.fieldEffects(), "sump-drain", Kind.POOL);
        seconds(rig, FieldView.RUN_OFF_SECONDS);
        assertThat(amount(rig.fieldEffects(), "sump-drain", Kind.POOL)).isCloseTo(left / Math.E, within(1e-3 * left));
    }

    @Test
    void aPoolIsPartOfTheState() {
        PlantEngine rig = run("ethanol-water-rig", "cold-filled");
        open(rig, "HV-704", 100);
        seconds(rig, 20);
        PlantEngine late = run("ethanol-water-rig", "cold-filled");
        late.restoreState(rig.saveState());
        assertThat(late.fieldEffects()).isEqualTo(rig.fieldEffects()).anyMatch(effect -> effect.kind() == Kind.POOL);
        assertThat(late.stateHash()).isEqualTo(rig.stateHash());
    }

    @ParameterizedTest
    @CsvSource({
        "ethanol-water-rig, A-F16, top-flange, STEAM",
        "ethanol-water-column, P102A_SEAL_LEAK, seal-a, LIQUID",
        "ethanol-water-column, P102A_SEAL_LEAK, seal-a, STEAM",
        "ethanol-water-column, FLANGE_LEAK, top-flange, STEAM",
        "debutanizer, B-F18, seal-a, LIQUID",
        "debutanizer, B-F18, seal-a, POOL",
        "debutanizer, B-F18, seal-a, FIRE"
    })
    void aLeakIsSeenWhereItIs(String plant, String fault, String place, Kind kind) {
        PlantEngine engine = run(plant, "normal");
        seconds(engine, 1);
        assertThat(amount(engine.fieldEffects(), place, kind)).isZero();
        fault(engine, fault);
        seconds(engine, 60);
        assertThat(amount(engine.fieldEffects(), place, kind)).isGreaterThan(kind.visible());
    }

    /** C4 burns with 45.7 MJ/kg (n-butane, net, CRC); the drum holds some C5 and C3 with it, within 2 %. */
    @Test
    void whatBurnsGivesOffTheHeatOfWhatComesOut() {
        PlantEngine engine = run("debutanizer", "normal");
        fault(engine, "B-F18");
        seconds(engine, 30);
        List<FieldEffect> seen = engine.fieldEffects();
        double fire = amount(seen, "seal-a", Kind.FIRE);
        assertThat(fire / engine.processValue("GA-412A.leak.m")).isCloseTo(45.5e6, within(0.9e6));
        assertThat(amount(seen, "seal-a", Kind.GAS))
                .as("vapour is in the flame")
                .isZero();
        engine.withdraw(engine.tick() + 1, 99, "B-F18");
        seconds(engine, 2);
        assertThat(amount(engine.fieldEffects(), "seal-a", Kind.FIRE)).isZero();
        assertThat(amount(engine.fieldEffects(), "seal-a", Kind.POOL)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"ethanol-water-rig, SG-709", "ethanol-water-column, SG-114", "debutanizer, SG-121"})
    void aWindowShowsFrothOfATrayThatWorks(String plant, String window) {
        PlantEngine normal = run(plant, "normal");
        seconds(normal, 1);
        assertThat(amount(normal.fieldEffects(), window, Kind.FLOODING)).isBetween(0.05, 0.9);
        PlantEngine cold = run(plant, "cold");
        seconds(cold, 1);
        assertThat(amount(cold.fieldEffects(), window, Kind.FLOODING)).isZero();
    }

    @Test
    void whatIsSeenIsNeverNegativeAndHasAPlace() {
        PlantEngine rig = run("ethanol-water-rig", "normal");
        seconds(rig, 5);
        List<String> places = rig.pack().plot().stream()
                .flatMap(plan -> Stream.concat(
                        plan.leaks().stream().map(leak -> leak.id()),
                        plan.fixtures().stream().map(fixture -> fixture.id())))
                .toList();
        assertThat(rig.fieldEffects())
                .isNotEmpty()
                .allMatch(effect -> effect.amount() >= effect.kind().visible() && places.contains(effect.place()));
    }
}
