package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openots.common.validation.Validation;
import org.openots.simulator.interlock.InterlockDefinition;

/** Counts what the tests of a plant have shown of its cause-and-effect matrix, so that the validation page says it of the whole. */
final class InterlockTally {
    /** What is shown of a row. */
    enum Kind {
        /** A cause trips it after its delay, with its effects and no others. */
        TRIPS,
        /** Its cause does nothing while what it protects is not in use. */
        DISARMED,
        /** Its cause does nothing when it goes away before the delay is over. */
        BRIEF,
        /** Its proof test passes and trips nothing. */
        PROOF
    }

    private final List<InterlockDefinition> matrix;
    private final String plant;
    private final int planned;
    private final Map<Kind, List<String>> shown = new EnumMap<>(Kind.class);
    private int begun;

    /**
     * Begins to count.
     *
     * @param plant id of the plant
     * @param planned how many things the tests of the class show
     */
    InterlockTally(String plant, long planned) {
        this.plant = plant;
        this.planned = (int) planned;
        matrix = AutomationPack.builtIn(plant).interlocks();
    }

    /** A test begins. */
    void begin() {
        begun++;
    }

    /** It has shown something of a row. */
    void show(Kind kind, String id) {
        shown.computeIfAbsent(kind, k -> new ArrayList<>()).add(id);
    }

    /** Whether every test has run, and not only those that somebody has selected. */
    boolean complete() {
        return begun == planned;
    }

    /** Causes shown to trip, as a share of all causes of the matrix. */
    void stateTrips(Function<String, Validation> claim) {
        int causes = 0;
        int found = 0;
        for (InterlockDefinition row : matrix) {
            long cases = of(Kind.TRIPS).stream().filter(row.id()::equals).count();
            causes += row.causes().size();
            found += (int) Math.min(cases, row.causes().size());
        }
        share(
                claim.apply(plant + ".causes"),
                "触发其联锁的原因所占比例：延时到后动作、动作正确且仅有这些动作、首出标记正确，共 " + causes + " 个原因、" + matrix.size() + " 行",
                "causes that trip their interlock after its delay, with its effects and no others, marked first-out, "
                        + causes + " causes of " + matrix.size() + " rows",
                found,
                causes);
    }

    /** Rows shown not to trip although their cause is there, as shares of the rows with an arming condition or a delay. */
    void stateOnlyThen(Function<String, Validation> claim) {
        Set<String> armed = ids(row -> !row.armedWhen().isEmpty());
        share(
                claim.apply(plant + ".only-armed"),
                "未投用（未满足投用条件）时原因出现而不动作的行，共 " + armed.size() + " 行有投用条件",
                "rows that do not trip on their cause while not armed, " + armed.size()
                        + " rows with an arming condition",
                both(armed, Kind.DISARMED),
                armed.size());
        Set<String> delayed = ids(row -> row.causes().stream().anyMatch(cause -> cause.delaySeconds() > 0));
        share(
                claim.apply(plant + ".only-after-delay"),
                "原因在延时届满前消失而不动作的行，共 " + delayed.size() + " 行有延时",
                "rows that do not trip on a cause that goes away before the delay is over, " + delayed.size()
                        + " rows with a delay",
                both(delayed, Kind.BRIEF),
                delayed.size());
    }

    /** Rows whose proof test passes, as a share of those in service that keep a register and have a transmitter. */
    void stateProof(Function<String, Validation> claim) {
        Set<String> tested = ids(row -> row.options().register()
                && row.options().inService()
                && row.causes().stream().noneMatch(cause -> cause.signal().startsWith("ESD")));
        share(
                claim.apply(plant + ".proof-test"),
                "检验测试通过且不动作的行，共 " + tested.size() + " 行",
                "rows whose proof test passes and trips nothing, " + tested.size() + " rows",
                both(tested, Kind.PROOF),
                tested.size());
    }

    private void share(Validation claim, String zh, String en, int found, int all) {
        claim.says(plant + "：" + zh, plant + ": " + en)
                .unit("%")
                .source("装置包 interlocks.json", "interlocks.json of the plant pack")
                .atLeast(100, 100.0 * found / all);
    }

    private List<String> of(Kind kind) {
        return shown.getOrDefault(kind, List.of());
    }

    private int both(Set<String> wanted, Kind kind) {
        Set<String> found = new HashSet<>(of(kind));
        found.retainAll(wanted);
        return found.size();
    }

    private Set<String> ids(Predicate<InterlockDefinition> which) {
        return matrix.stream().filter(which).map(InterlockDefinition::id).collect(Collectors.toSet());
    }
}
