package org.openots.distillation.field3d.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.distillation.field3d.plan.SitePlanner;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.build.SceneBuilder;
import org.openots.simulator.engine.FieldSignals;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PlantPack;

/** What goes to a student's computer builds the same plant, and says nothing of what can go wrong in it. */
class FieldPackTest {
    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Scene scene(FieldPack pack) {
        return SceneBuilder.build(SitePlanner.resolve(pack.plot()), pack.facts(), Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "ethanol-water-column", "debutanizer"})
    void theSamePlantIsBuiltOfIt(String plant) throws JsonProcessingException {
        PlantPack pack = PlantPack.shipped(plant);
        FieldPack own = FieldPack.of(pack);
        FieldPack sent = FieldPack.read(bytes(FieldPack.write(pack)));
        assertThat(sent.field()).isEqualTo(own.field());
        assertThat(sent.signals())
                .isEqualTo(own.signals())
                .isEqualTo(new FieldSignals(pack).told(PlantSignals.of(pack).table()));
        assertThat(sent.plot().fixtures()).isEqualTo(own.plot().fixtures());
        assertThat(sent.plot().lines()).isEqualTo(own.plot().lines());
        Scene expected = scene(own);
        Scene built = scene(sent);
        assertThat(built.items()).usingRecursiveComparison().isEqualTo(expected.items());
        assertThat(built.labels()).usingRecursiveComparison().isEqualTo(expected.labels());
        assertThat(built.motions()).usingRecursiveComparison().isEqualTo(expected.motions());
        assertThat(built.leaks()).usingRecursiveComparison().isEqualTo(expected.leaks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "ethanol-water-column", "debutanizer"})
    void nothingInItIsSecret(String plant) {
        PlantPack pack = PlantPack.shipped(plant);
        String document = FieldPack.write(pack).toString();
        for (FaultDefinition fault : pack.faults()) {
            assertThat(document)
                    .doesNotContain("\"" + fault.id() + "\"")
                    .doesNotContain(fault.cause().zh())
                    .doesNotContain(fault.response().en());
        }
        assertThat(document).doesNotContain("\"required\"", "\"faults\"", "\"burns\"", "\"element\"", "\"effects\"");
    }

    @Test
    void whatTheControlSystemAloneKnowsStaysThere() {
        JsonNode names = FieldPack.write(PlantPack.shipped("ethanol-water-rig")).at("/facts/names");
        assertThat(names.has("HV-714")).isTrue();
        assertThat(names.has("FIC-701.SP")).isFalse();
        assertThat(names.has("I-01.TRIP")).isFalse();
    }

    @Test
    void aDocumentOfTheFirstVersionIsReadWithoutSignals() throws JsonProcessingException {
        ObjectNode document = FieldPack.write(PlantPack.shipped("debutanizer"));
        document.put("formatVersion", "1.0").remove("signals");
        FieldPack read = FieldPack.read(bytes(document));
        assertThat(read.field().valves()).isNotEmpty();
        assertThat(read.signals()).isEmpty();
    }

    @Test
    void aDocumentOfAnotherVersionIsRefused() {
        ObjectNode document = FieldPack.write(PlantPack.shipped("debutanizer"));
        document.put("formatVersion", "9.0");
        assertThatThrownBy(() -> FieldPack.read(bytes(document)))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("9.0")
                .hasMessageContaining(FieldPack.VERSION);
        assertThatThrownBy(() -> FieldPack.read("[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonProcessingException.class);
    }
}
