package org.openots.simulator.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/** Every plant has its six conditions, and a stored state has the hash that was written with it. */
class StoredStateTest {
    static final List<String> PLANTS = PlantPack.SHIPPED;

    private static final String ANY = InitialConditionWriter.write(
            "any", new LocalText("任意", "Any"), "by hand", new double[] {1.5, -2, 0}, Map.of("FIC-101.SP", 3.0));

    private static InitialCondition read(String json) {
        JsonCursor file = StrictJson.parse("any.json", json, Findings.throwing());
        return InitialConditionReader.read(file, "any");
    }

    private static void refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.errorCode()).isEqualTo(PlantError.WRONG_STATE_HASH);
            assertThat(e.messageIn(Locale.ENGLISH)).contains("/processState/sha256", "changed or damaged", "madeBy");
            assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).contains("/processState/sha256", "改动或损坏", "madeBy");
        });
    }

    static Stream<Arguments> conditions() {
        return PLANTS.stream()
                .flatMap(plant ->
                        PlantPack.shipped(plant).initialConditionIds().stream().map(id -> Arguments.of(plant, id)));
    }

    @ParameterizedTest
    @FieldSource("PLANTS")
    void everyPlantHasTheSameConditions(String plant) {
        assertThat(PlantPack.shipped(plant).initialConditionIds())
                .containsExactlyInAnyOrder(
                        "cold", "cold-filled", "total-reflux", "normal", "load-70", "hot-standby", "inspection");
    }

    /** The hash is computed here from the Base64 text alone, as anybody can. */
    @ParameterizedTest
    @MethodSource("conditions")
    void aStoredStateHasItsHash(String plant, String id) throws IOException, NoSuchAlgorithmException {
        JsonNode file = new ObjectMapper()
                .readTree(
                        PlantPack.shippedFiles(plant).read("ic/" + id + ".json").orElseThrow());
        if (id.equals("cold") || id.equals("inspection")) {
            assertThat(file.has("processState"))
                    .as("empty and cold, with nothing stored")
                    .isFalse();
            return;
        }
        byte[] bytes = Base64.getDecoder()
                .decode(file.path("processState").path("doublesBase64").asText());
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(file.path("processState").path("sha256").asText()).isEqualTo(hash);
        assertThat(file.path("madeBy").asText()).isEqualTo("openots plant ic --plant " + plant + " --name " + id);
        assertThat(PlantPack.shipped(plant).initialCondition(id).state())
                .hasSize(file.path("processState").path("count").asInt());
    }

    @Test
    void whatIsWrittenIsReadBitForBit() {
        assertThat(read(ANY).state()).containsExactly(1.5, -2.0, 0.0);
        assertThat(ANY).contains("\"sha256\": \"");
    }

    @Test
    void aChangedStateIsRefused() {
        String stored = Base64.getEncoder().encodeToString(InitialConditionReader.bytes(new double[] {1.5, -2, 0}));
        String other = Base64.getEncoder().encodeToString(InitialConditionReader.bytes(new double[] {1.5, -2, 1}));
        assertThat(ANY).contains(stored);
        refused(ANY.replace(stored, other));
        refused(ANY.replace("\"sha256\": \"", "\"sha256\": \"0"));
    }

    /** A state without a hash, as a pack of one's own may have it, is not checked. */
    @Test
    void aStateMayComeWithoutHash() {
        String without = ANY.replaceFirst("\"sha256\": \"[0-9a-f]{64}\",", "");
        assertThat(without.getBytes(StandardCharsets.UTF_8).length).isLessThan(ANY.length());
        assertThat(read(without).state()).hasSize(3);
    }
}
