package org.openots.dcs.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PlantPack;

/** The table of signatures and the ranking by it. */
class FaultSignaturesTest {
    private static final TwinDefinition TWIN = TwinDefinition.shipped("ethanol-water-rig");
    private static final int OUTPUTS = TWIN.outputs().size();

    private static FaultSignatures.Signature signature(String fault, int output, int grade) {
        List<Integer> row = new ArrayList<>(Collections.nCopies(OUTPUTS, 0));
        row.set(output, grade);
        return new FaultSignatures.Signature(fault, List.of(row));
    }

    private static FaultSignatures table() {
        FaultSignatures none = FaultSignatures.none(TWIN, 30.0);
        return new FaultSignatures(
                none.plant(),
                none.horizons(),
                none.outputs(),
                List.of(signature("A-F01", 0, 3), signature("A-F02", 0, -3), signature("A-F03", 1, 5)));
    }

    @Test
    void gradesAreSignsWithTheOrderOfMagnitude() {
        assertThat(FaultSignatures.grade(2.9)).isZero();
        assertThat(FaultSignatures.grade(Double.NaN)).isZero();
        assertThat(FaultSignatures.grade(4)).isEqualTo(2);
        assertThat(FaultSignatures.grade(-18)).isEqualTo(-5);
        assertThat(FaultSignatures.grade(1e9)).isEqualTo(FaultSignatures.MOST);
    }

    @Test
    void theFaultThatPointsTheSameWayComesFirst() {
        int[] grades = new int[OUTPUTS];
        grades[0] = 4;
        grades[1] = 1;
        assertThat(table().rank(10, List.of(), grades))
                .extracting(FaultSignatures.Cause::fault)
                .containsExactly("A-F01", "A-F03");
        assertThat(table().rank(10, List.of(), new int[OUTPUTS])).isEmpty();
    }

    /** Two faults that end alike, with all residuals gone or the same: how they began tells them apart. */
    @Test
    void whatWasSeenBeforeCountsAsWell() {
        FaultSignatures none = FaultSignatures.none(TWIN, 30.0, 600.0);
        List<Integer> up = signature("", 0, 3).grades().get(0);
        List<Integer> down = signature("", 0, -3).grades().get(0);
        List<Integer> end = signature("", 1, 2).grades().get(0);
        FaultSignatures table = new FaultSignatures(
                none.plant(),
                none.horizons(),
                none.outputs(),
                List.of(
                        new FaultSignatures.Signature("A-F01", List.of(up, end)),
                        new FaultSignatures.Signature("A-F02", List.of(down, end))));
        int[] began = new int[OUTPUTS];
        began[0] = -2;
        int[] now = new int[OUTPUTS];
        now[1] = 2;
        assertThat(table.rank(600, List.of(began), now))
                .extracting(FaultSignatures.Cause::fault)
                .startsWith("A-F02");
        assertThat(table.rank(600, List.of(began), new int[OUTPUTS]))
                .extracting(FaultSignatures.Cause::fault)
                .containsExactly("A-F02");
        assertThat(table.rank(30, List.of(), now)).isEmpty();
    }

    @Test
    void aTableIsWrittenAndRead() {
        String json = table().json().toString();
        assertThat(FaultSignatures.read(StrictJson.parse("s.json", json, Findings.throwing()), TWIN))
                .isEqualTo(table());
        String schema = new String(
                StrictJson.bytes(FaultSignatures.class, "openots-twin-signatures.schema.json"), StandardCharsets.UTF_8);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void aTableOfAnotherTwinIsRefused() {
        String json = table().json().toString().replace("\"FI-704\",", "").replace("[[3,", "[[99,");
        Findings findings = Findings.collecting();
        FaultSignatures.read(StrictJson.parse("s.json", json, findings), TWIN);
        assertThat(findings.all()).extracting(Finding::pointer).contains("/outputs", "/faults/0/grades/0/0");
    }

    @Test
    void theShippedTableHasFaultsOfThePlant() {
        FaultSignatures shipped = FaultSignatures.shipped(TWIN);
        List<String> ids = PlantPack.shipped("ethanol-water-rig").faults().stream()
                .map(FaultDefinition::id)
                .toList();
        assertThat(shipped.faults()).hasSizeGreaterThan(ids.size() * 3 / 4);
        assertThat(shipped.faults()).allSatisfy(fault -> assertThat(ids).contains(fault.fault()));
    }
}
