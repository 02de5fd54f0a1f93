package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.json.StrictJson;
import org.openots.instructor.app.CommandLineRun;
import org.openots.simulator.plant.PlantPack;

/** {@code openots plant check} names every mistake; {@code openots plant ic} makes the shipped condition again. */
class PlantCommandTest {
    /** Codes of duplicate and unknown names. */
    private static final String NAMES = "OTS-JSON-01[234]|OTS-AUT-20[23]";

    @TempDir
    private Path folder;

    private Path pack() {
        return folder.resolve("my-rig");
    }

    /** The only mistake of the pack, as JSON and as text, in both languages, with exit code 2. */
    private void onlyMistake(String code, String file, String pointer, String mentioned) throws IOException {
        assertThat(mistakes(code, file, pointer, mentioned)).as("mistakes").isEqualTo(1);
    }

    /** A mistake is among those of the pack; returns how many there are. */
    private int mistakes(String code, String file, String pointer, String mentioned) throws IOException {
        CommandLineRun json = CommandLineRun.of("plant", "check", pack().toString(), "--json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.err()).isEmpty();
        assertThat(json.out().lines()).hasSize(1);
        JsonNode findings = new ObjectMapper().readTree(json.out()).path("findings");
        String shown = "my-rig/" + file;
        assertThat(findings).as(json.out()).anySatisfy(finding -> {
            assertThat(finding.path("code").asText()).isEqualTo(code);
            assertThat(finding.path("file").asText()).isEqualTo(shown);
            assertThat(finding.path("pointer").asText()).isEqualTo(pointer);
            String zh = finding.path("message").path("zh").asText();
            String en = finding.path("message").path("en").asText();
            String place = pointer.isEmpty() ? shown : shown + "#" + pointer;
            assertThat(zh).contains(place, mentioned).containsPattern("\\p{IsHan}");
            assertThat(en).contains(place, mentioned).doesNotContainPattern("\\p{IsHan}");
        });
        CommandLineRun text = CommandLineRun.of("plant", "check", pack().toString());
        assertThat(text.code()).isEqualTo(2);
        assertThat(text.out())
                .contains(code + "  " + shown + "#" + pointer)
                .contains(findings.size() + " 处错误 / " + findings.size() + " mistakes");
        return findings.size();
    }

    /** One mistake at a time; {@code right} becomes {@code wrong} where it first occurs in the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // wrong format name, newer version
                "plant.json | \"plant\", | \"plan\", | OTS-JSON-010 | /format | plan",
                "flowsheet.json | \"flowsheet\" | \"flow\" | OTS-JSON-010 | /format | flow",
                "faults.json | \"1.0\" | \"2.0\" | OTS-JSON-011 | /formatVersion | 2.0",
                "ic/cold.json | \"1.0\" | \"1.1\" | OTS-JSON-011 | /formatVersion | 1.1",
                // unknown, mistyped, missing and duplicate keys
                "plant.json | \"code\": | \"zzz\": 1, \"code\": | OTS-JSON-005 | '' | zzz",
                "faults.json | \"severity\": 5, | \"severity\": 5, \"colour\": 1, | OTS-JSON-005 | /faults/0 | colour",
                "layout.json | \"kind\": \"column\", | \"kind\": \"column\", \"hat\": 1, | OTS-JSON-005 | /drawings/dcs/equipment/0 | hat",
                "plant.json | \"code\": | \"code\": \"A\", \"code\": | OTS-JSON-002 | /code | code",
                "plant.json | \"tick\": \"0.1 s\", | | OTS-JSON-004 | '' | tick",
                "flowsheet.json | \"heatLoss\": \"10 W/K\", | | OTS-JSON-004 | /holdups/0 | heatLoss",
                "ic/cold.json | \"volume\": \"240 L\", | | OTS-JSON-004 | /charges/0 | volume",
                // wrong unit, no unit, unknown unit
                "plant.json | 0.1 s | 0.1 kg | OTS-JSON-016 | /tick | 0.1 kg",
                "flowsheet.json | 68 L | 68 | OTS-JSON-016 | /holdups/0/volume | m3",
                "flowsheet.json | 68 L | 68 furlong | OTS-JSON-016 | /holdups/0/volume | furlong",
                "ic/cold.json | 240 L | 240 kg | OTS-JSON-016 | /charges/0/volume | 240 kg",
                "faults.json | \"unit\": \"Pa\" | \"unit\": \"torr\" | OTS-JSON-016 | /faults/0/effects/0/unit | torr",
                "instruments.json | \"unit\": \"m³/h\" | \"unit\": \"l/h\" | OTS-AUT-205 | /transmitters/4/unit | l/h",
                // number out of range, wrong type
                "plant.json | 0.1 s | 5 s | OTS-JSON-003 | /tick | 5",
                "faults.json | \"severity\": 5, | \"severity\": 6, | OTS-JSON-003 | /faults/0/severity | 6",
                "faults.json | \"severity\": 5, | \"severity\": \"high\", | OTS-JSON-007 | /faults/0/severity | high",
                "instruments.json | \"lagS\": 1 | \"lagS\": -1 | OTS-JSON-003 | /transmitters/0/lagS | -1",
                "layout.json | \"x\": 376 | \"x\": 37600 | OTS-JSON-003 | /drawings/dcs/equipment/0/x | 37600",
                "ic/cold.json | 80 wt% | 70 wt% | OTS-JSON-003 | /charges/0/massFractions | 0.9",
                "ic/normal.json | \"count\": 134 | \"count\": 133 | OTS-JSON-003 | /processState/doublesBase64 | 134",
                "ic/normal.json | \"sha256\": \" | \"sha256\": \"0 | OTS-PLANT-007 | /processState/sha256 | madeBy",
                "ic/normal.json | \"FIC-701.OP\": | \"FIC-701.RATIO\": | OTS-JSON-017 | /presets/FIC-701.RATIO | FIC-701.RATIO",
                "ic/normal.json | \"HV-701\": 100.0 | \"HV-701\": 101 | OTS-JSON-017 | /presets/HV-701 | 101",
                "plant.json | [ \"cold\", \"normal\", \"cold-filled\", \"total-reflux\", \"load-70\", \"hot-standby\", \"inspection\" ] | [] | OTS-JSON-018 | /initialConditions | 1",
                "interlocks.json | \"votes\": 1, | \"votes\": 2, | OTS-JSON-003 | /interlocks/0/votes | 2",
                // duplicate names
                "plant.json | \"initialConditions\": [ \"cold\" | \"initialConditions\": [ \"normal\" | OTS-JSON-012 | /initialConditions/1 | normal",
                "instruments.json | \"tag\": \"FIC-701\" | \"tag\": \"FIC-702\" | OTS-AUT-203 | /transmitters/1/tag | FIC-702",
                "flowsheet.json | \"id\": \"condenser\" | \"id\": \"sump\" | OTS-JSON-012 | /holdups/1/id | sump",
                "faults.json | \"A-F02\" | \"A-F01\" | OTS-JSON-012 | /faults/1/id | A-F01",
                // references that lead nowhere
                "flowsheet.json | \"components\": [\"ethanol\", | \"components\": [\"unobtainium\", | OTS-JSON-017 | /properties | unobtainium",
                "flowsheet.json | \"holdup\": \"sump\" | \"holdup\": \"sumpp\" | OTS-JSON-014 | /heaters/0/holdup | sumpp",
                "flowsheet.json | \"sum\": [\"residue-cooler.w\"] | \"sum\": [\"residue-cooler.ww\"] | OTS-JSON-014 | /variables/11/sum/0 | residue-cooler.ww",
                "instruments.json | \"variable\": \"feed.m\" | \"variable\": \"feeed.m\" | OTS-JSON-014 | /transmitters/0/source/variable | feeed.m",
                "faults.json | cooling-water.pressure | cooling-water.presure | OTS-JSON-014 | /faults/0/effects/0/parameter | cooling-water.presure",
                "faults.json | \"target\": \"E-703\" | \"target\": \"E-777\" | OTS-JSON-017 | /faults/2/effects/0/target | E-777",
                "faults.json | \"elementOpen\" | \"elementLost\" | OTS-JSON-017 | /faults/2/effects/0/impairment | elementLost",
                "faults.json | \"plant\": \"ethanol-water-rig\" | \"plant\": \"other\" | OTS-PLANT-006 | /plant | other",
                "layout.json | \"plant\": \"ethanol-water-rig\" | \"plant\": \"other\" | OTS-PLANT-006 | /plant | other",
                "layout.json | \"signal\": \"LI-701\" | \"signal\": \"LI-777\" | OTS-JSON-014 | /drawings/dcs/equipment/2/level/signal | LI-777",
                "layout.json | \"tags\": [\"FI-705\" | \"tags\": [\"XI-999\" | OTS-JSON-013 | /trendGroups/0/tags/0 | XI-999",
                "ic/cold.json | feed-tank | feed-tnak | OTS-JSON-014 | /charges/0/holdup | feed-tnak",
                "control.json | \"measurement\": \"JI-701\" | \"measurement\": \"JI-777\" | OTS-AUT-202 | /controllers/3/measurement | JI-777",
                // texts without one of the languages
                "plant.json | , \"en\": \"14 sieve trays, electric sump, atmospheric\" | | OTS-JSON-004 | /basis | en",
                "faults.json | \"en\": \"Cooling water lost\" | \"en\": \" \" | OTS-JSON-009 | /faults/0/title/en | en",
                "flowsheet.json | \"zh\": \"塔釜 E-703\", | | OTS-JSON-004 | /holdups/0/text | zh",
            })
    void everyMistakeIsNamed(String file, String right, String wrong, String code, String pointer, String mentioned)
            throws IOException {
        PackCopy copy = PackCopy.of(pack());
        spaced(copy, file);
        copy.replace(file, right, wrong == null ? "" : wrong);
        int count = mistakes(code, file, pointer, mentioned);
        // a signal that is gone from a list is missed elsewhere too
        assertThat(count).isLessThanOrEqualTo(code.matches(NAMES) ? 2 : 1);
    }

    /** As before: what can be read and yet cannot be built. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // volumes, areas and heat capacities are above zero and not beyond all measure
                "flowsheet.json | 68 L | -68 L | OTS-JSON-003 | /holdups/0/volume | -68 L",
                "flowsheet.json | 68 L | 1e300 L | OTS-JSON-003 | /holdups/0/volume | 1e300 L",
                "flowsheet.json | \"liquidArea\": \"0.10 m2\" | \"liquidArea\": \"0 m2\" | OTS-JSON-003 | /holdups/0/liquidArea | 0 m2",
                "flowsheet.json | 14 kJ/K | 0 kJ/K | OTS-JSON-003 | /holdups/0/metalHeatCapacity | 0 kJ/K",
                "flowsheet.json | 10 W/K | -10 W/K | OTS-JSON-003 | /holdups/0/heatLoss | -10 W/K",
                "flowsheet.json | 27 kW | -27 kW | OTS-JSON-003 | /heaters/0/installedPower | -27 kW",
                "flowsheet.json | 0.2 m | 0.2 mm | OTS-JSON-003 | /traySections/0/spacing | 0.2 mm",
                "flowsheet.json | 0.2 m | 11 mm | OTS-JSON-003 | /traySections/0/weirHeight | 11.8 mm",
                "flowsheet.json | 11.8 mm | 50 m | OTS-JSON-003 | /traySections/0/weirHeight | 50 m",
                "flowsheet.json | 0.0147 m2 | 785000 m2 | OTS-JSON-003 | /traySections/0/activeArea | 785000 m2",
                "flowsheet.json | \"liquidArea\": \"0.10 m2\" | \"liquidArea\": \"1 cm2\" | OTS-JSON-003 | /holdups/0/liquidArea | 680 m",
                "flowsheet.json | \"area\": \"0.48 cm2\" | \"area\": \"28000 m2\" | OTS-JSON-003 | /coils/0/valves/1/area | 28000 m2",
                "flowsheet.json | \"drainTime\": \"4 s\" | \"drainTime\": \"1e9 s\" | OTS-JSON-003 | /overflows/0/drainTime | 1e9 s",
                "instruments.json | \"unit\": \"°C\", \"low\": 0 | \"unit\": \"°C\", \"low\": -300 | OTS-JSON-003 | /transmitters/5/low | -300",
                "interlocks.json | \"above\": 0.5 | \"above\": 400 | OTS-JSON-003 | /interlocks/8/causes/0/above | 400",
                "ic/cold.json | 240 L | 2400 L | OTS-PLANT-009 | /charges/0/volume | feed-tank",
                // names that cannot be what they must become
                "plant.json | \"id\": \"ethanol-water-rig\" | \"id\": \"My Rig\" | OTS-JSON-019 | /id | my-rig",
                "plant.json | \"code\": \"A\" | \"code\": \"a\" | OTS-JSON-019 | /code | A",
                "instruments.json | \"tag\": \"FIC-701\" | \"tag\": \"fic 701\" | OTS-JSON-019 | /transmitters/0/tag | FIC-701",
                "flowsheet.json | \"id\": \"condenser\" | \"id\": \"over.head\" | OTS-JSON-019 | /holdups/1/id | over-head",
                "faults.json | \"A-F01\" | \"A F01\" | OTS-JSON-019 | /faults/0/id | A-F01",
                "flowsheet.json | 25 degC | 2500 degC | OTS-JSON-003 | /surroundings/temperature | 2500 degC",
                "flowsheet.json | 101.325 kPa | 1 kPa | OTS-JSON-003 | /surroundings/pressure | 1 kPa",
                // shares of a whole
                "flowsheet.json | \"gasFloor\": \"6 %\" | \"gasFloor\": \"150 %\" | OTS-JSON-003 | /holdups/0/gasFloor | 150 %",
                "flowsheet.json | \"gasFloor\": \"6 %\" | \"gasFloor\": \"0 %\" | OTS-JSON-003 | /holdups/0/gasFloor | 0 %",
                "flowsheet.json | 15 wt% | 50 wt% | OTS-JSON-003 | /gearPumps/0/freshMassFractions | 1.35",
                "flowsheet.json | 15 wt% | 150 wt% | OTS-JSON-003 | /gearPumps/0/freshMassFractions/ethanol | 150 wt%",
                "flowsheet.json | \"share\": \"15 %\" | \"share\": \"25 %\" | OTS-JSON-003 | /gasDetection/zones/1/releases/1/share | flange-leak",
                // what does not fit into each other
                "flowsheet.json | \"levelVolume\": \"50 L\" | \"levelVolume\": \"500 L\" | OTS-JSON-003 | /holdups/0/levelVolume | 500 L",
                "flowsheet.json | 12.37 cm2 | 12.37 m2 | OTS-JSON-003 | /traySections/0/holeArea | 12.37 m2",
                "flowsheet.json | \"coveredAbove\": \"11 L\" | \"coveredAbove\": \"110 L\" | OTS-JSON-003 | /heaters/0/coveredAbove | 110 L",
                "flowsheet.json | \"startVolume\": \"2.4 L\" | \"startVolume\": \"24 L\" | OTS-JSON-003 | /overflows/1/startVolume | 24 L",
                // lines that lead nowhere
                "flowsheet.json | \"to\": \"condenser\" | \"to\": \"tray-1\" | OTS-PROC-005 | /vapourLines/0/to | tray-1",
                "flowsheet.json | \"from\": \"sump\", \"to\": \"residue-cooler\" | \"from\": \"sump\", \"to\": \"sump\" | OTS-PROC-005 | /liquidLines/3/to | sump",
                "flowsheet.json | \"sum\": [\"cw.T\"] | \"sum\": [\"cw.T\", \"cw.P\"] | OTS-PROC-006 | /variables/6/sum | cw.P",
                // units and ranges of faults and instruments against the process
                "faults.json | \"unit\": \"Pa\" | \"unit\": \"K\" | OTS-JSON-008 | /faults/0/effects/0/unit | Pa",
                "faults.json | \"to\": 0, \"unit\": \"Pa\" | \"to\": -1e9, \"unit\": \"Pa\" | OTS-JSON-003 | /faults/0/effects/0/to | -1000000000",
                "faults.json | 307.15 | 1e6 | OTS-JSON-003 | /faults/1/effects/0/to | 1000000",
                "faults.json | 307.15 | 34 | OTS-JSON-003 | /faults/1/effects/0/to | 34",
                "faults.json | 1.77 | 17.7 | OTS-JSON-003 | /faults/13/effects/0/to | 17.7",
                "instruments.json | \"unit\": \"kg/h\" | \"unit\": \"kPa\" | OTS-AUT-208 | /transmitters/0/unit | feed.m",
                "instruments.json | \"minus\": \"ambient.P\" | \"minus\": \"ambient.T\" | OTS-AUT-208 | /transmitters/17/unit | ambient.T",
                "instruments.json | \"variable\": \"P-701.dry\" | \"variable\": \"P-701.m\" | OTS-AUT-208 | /flags/0/variable | P-701.m",
                // what depends on itself
                "control.json | \"needs\": [\"SW-701\"] | \"needs\": [\"POWER.MOTORS\"] | OTS-AUT-209 | /supplies/0/needs | POWER.MAIN → POWER.MOTORS",
                "control.json | \"needs\": [\"POWER.MAIN\", \"SW-702\"] | \"needs\": [\"POWER.CABINET\"] | OTS-AUT-209 | /supplies/1/needs | POWER.CABINET → POWER.CABINET",
                "control.json | \"needs\": [\"POWER.MAIN\", \"SW-702\"] | \"needs\": [\"SW-702\", \"POWER.LATE\"] | OTS-AUT-202 | /supplies/1/needs/1 | POWER.LATE",
                "control.json | \"master\": \"TIC-705\" | \"master\": \"FIC-703\" | OTS-AUT-209 | /schemes/0/links/0 | FIC-703 → FIC-703",
                "control.json | {\"slave\": \"FIC-703\", | {\"slave\": \"TIC-705\", \"master\": \"FIC-703\"}, {\"slave\": \"FIC-703\", | OTS-AUT-209 | /schemes/0/links/0 | TIC-705 → FIC-703 → TIC-705",
                "control.json | \"slave\": \"FIC-702\", \"master\" | \"slave\": \"FIC-703\", \"master\" | OTS-AUT-203 | /schemes/0/links/1/slave | FIC-703",
                "control.json | \"flow\": \"FIC-703\" | \"flow\": \"FIC-702\" | OTS-AUT-209 | /schemes/1/links/2 | FIC-702"
            })
    void whatCannotBeBuiltIsNamed(
            String file, String right, String wrong, String code, String pointer, String mentioned) throws IOException {
        PackCopy copy = PackCopy.of(pack());
        spaced(copy, file);
        copy.replace(file, right, wrong);
        onlyMistake(code, file, pointer, mentioned);
    }

    @Test
    void aSupplyStandsBehindThoseItNeeds() throws IOException {
        PackCopy copy = PackCopy.of(pack());
        copy.replace("control.json", "\"needs\": [\"POWER.MAIN\", \"SW-702\"]", "\"needs\": [\"POWER.LATE\"]")
                .replace(
                        "control.json",
                        "{\"name\": \"POWER.MOTORS\"",
                        "{\"name\": \"POWER.LATE\", \"text\": {\"zh\": \"后\", \"en\": \"late\"}, \"needs\": [\"SW-702\"],"
                                + " \"buffered\": false}, {\"name\": \"POWER.MOTORS\"");
        onlyMistake("OTS-AUT-210", "control.json", "/supplies/1/needs/0", "POWER.LATE");
    }

    /** Files are written with or without line breaks in short objects; a table is easier to read with one spelling. */
    private void spaced(PackCopy copy, String file) throws IOException {
        String text = Files.readString(pack().resolve(file));
        copy.put(
                file,
                text.replaceAll("\\s*\\n\\s*", " ")
                        .replace("{ ", "{")
                        .replace(" }", "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "plant.json,OTS-PLANT-002",
        "flowsheet.json,OTS-PLANT-002",
        "faults.json,OTS-PLANT-002",
        "layout.json,OTS-PLANT-002",
        "ic/normal.json,OTS-PLANT-002",
        "interlocks.json,OTS-AUT-207"
    })
    void aMissingFileIsNamed(String file, String code) throws IOException {
        PackCopy.of(pack()).remove(file);
        onlyMistake(code, file, "", file);
    }

    @ParameterizedTest
    @CsvSource({
        "plant.json",
        "flowsheet.json",
        "instruments.json",
        "control.json",
        "interlocks.json",
        "field.json",
        "faults.json",
        "layout.json",
        "ic/cold.json"
    })
    void whatIsNoJsonIsNamedWithLineAndColumn(String file) throws IOException {
        PackCopy.of(pack()).put(file, "{\n  \"format\": plant\n}".getBytes(StandardCharsets.UTF_8));
        onlyMistake("OTS-JSON-001", file, "", "2");
    }

    @ParameterizedTest
    @CsvSource({"plant.json", "flowsheet.json", "instruments.json", "layout.json", "ic/cold.json"})
    void anEmptyFileIsNamed(String file) throws IOException {
        PackCopy.of(pack()).put(file, new byte[0]);
        onlyMistake("OTS-JSON-001", file, "", "1");
    }

    /** What nothing reads is named with what it was probably meant to be; what is no file of a pack may stay. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "controls.json | control.json",
                "control.json.bak | control.json",
                "notes.json | notes.json",
                "ic/warm.json | initialConditions",
                "ic/cold.json.txt | ic/cold.json",
                "properties/ethnol.json | properties/ethanol.json",
                "properties/helium.json | flowsheet.json"
            })
    void filesThatNothingReadsAreNamed(String file, String hint) throws IOException {
        PackCopy copy = PackCopy.of(pack())
                .put("README.md", new byte[] {'#'})
                .put(".git/config.json", new byte[0])
                .put("docs/drawing.svg", new byte[0]);
        assertThat(CommandLineRun.of("plant", "check", pack().toString()).code())
                .isZero();
        String id = file.replaceFirst(".*/", "").replace(".json", "");
        String ethanol = resource("ethanol.json").replace("\"id\": \"ethanol\"", "\"id\": \"" + id + "\"");
        copy.put(file, ethanol.getBytes(StandardCharsets.UTF_8));
        onlyMistake("OTS-PLANT-008", file, "", hint);
    }

    /** A textbook column has a flowsheet and nothing else; that one is checked like any other. */
    @Test
    void aTextbookColumnNeedsNoAutomation() throws IOException {
        byte[] flowsheet = StrictJson.bytes(PlantPack.class, "/org/openots/plants/column-a/flowsheet.json");
        Files.createDirectories(pack());
        Files.write(pack().resolve("flowsheet.json"), flowsheet);
        assertThat(CommandLineRun.of("plant", "check", pack().toString()).code())
                .isZero();
        String text = new String(flowsheet, StandardCharsets.UTF_8);
        Files.writeString(pack().resolve("flowsheet.json"), text.replace("\"reflux\": \"2.7", "\"refluxx\": \"2.7"));
        assertThat(mistakes("OTS-JSON-004", "flowsheet.json", "/molarColumn/nominal", "reflux"))
                .isPositive();
        Files.writeString(pack().resolve("flowsheet.json"), text.replace("\"0.5 kmol\"", "\"0.5 furlong\""));
        onlyMistake("OTS-JSON-016", "flowsheet.json", "/molarColumn/holdup", "furlong");
    }

    /** A file under a misspelt name is two mistakes: the one that is missing and the one that is there instead. */
    @ParameterizedTest
    @CsvSource({
        "field.json, feild.json, OTS-AUT-207",
        "layout.json, Layout.json, OTS-PLANT-002",
        "ic/load-70.json, ic/load70.json, OTS-PLANT-002"
    })
    void aMisspeltFileIsNamedWithTheRightName(String file, String misspelt, String code) throws IOException {
        PackCopy copy = PackCopy.of(pack());
        copy.put(misspelt, Files.readAllBytes(pack().resolve(file))).remove(file);
        assertThat(mistakes("OTS-PLANT-008", misspelt, "", file)).isEqualTo(2);
        mistakes(code, file, "", file);
    }

    @Test
    void aSubstanceHasTheNameOfItsFile() throws IOException {
        PackCopy.of(pack())
                .put("properties/water.json", resource("ethanol.json").getBytes(StandardCharsets.UTF_8));
        assertThat(mistakes("OTS-PLANT-010", "properties/water.json", "/id", "water"))
                .isEqualTo(1);
    }

    @Test
    void figuresOfUnverifiedSourcesAreRefused() throws IOException {
        String water = resource("water.json").replaceFirst("\"source\": \"[^\"]*\"", "\"source\": \"my-notebook\"");
        String source = "{\"format\": \"property-sources\", \"formatVersion\": \"1.0\", \"sources\":"
                + " [{\"id\": \"my-notebook\", \"grade\": \"primary\", \"citation\": \"a paper\"}]}";
        PackCopy copy = PackCopy.of(pack())
                .put("properties/water.json", water.getBytes(StandardCharsets.UTF_8))
                .put("properties/sources.json", source.getBytes(StandardCharsets.UTF_8));
        assertThat(CommandLineRun.of("plant", "check", pack().toString()).code())
                .isZero();
        copy.replace("properties/sources.json", "primary", "unverified");
        onlyMistake("OTS-PROP-003", "properties/water.json", "/molarMass", "my-notebook");
        copy.remove("properties/sources.json");
        onlyMistake("OTS-PROP-003", "properties/water.json", "/molarMass", "my-notebook");
    }

    @Test
    void propertyFilesThatNothingUsesAreRead() throws IOException {
        put("properties/helium.json", "petrol");
        onlyMistake("OTS-JSON-010", "properties/helium.json", "/format", "petrol");
    }

    /** The fields that every component needs, one mistake for each. */
    @Test
    void allThatAPropertyFileLacksIsNamed() throws IOException {
        put("properties/acetone.json", "component");
        List<String> needed = List.of(
                "id",
                "name",
                "molarMass",
                "vapourPressure",
                "liquidHeatCapacity",
                "gasHeatCapacity",
                "vaporisationEnthalpy",
                "liquidDensity");
        assertThat(mistakes("OTS-JSON-004", "properties/acetone.json", "", "molarMass"))
                .isEqualTo(needed.size());
        String out = CommandLineRun.of("plant", "check", pack().toString()).out();
        assertThat(needed).allSatisfy(field -> assertThat(out).contains("\"" + field + "\""));
    }

    private void put(String file, String format) throws IOException {
        String text = "{\"format\": \"" + format + "\", \"formatVersion\": \"1.0\"}";
        PackCopy.of(pack()).put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        return new String(
                StrictJson.bytes(PlantPack.class, "/org/openots/simulator/thermo/" + name), StandardCharsets.UTF_8);
    }

    @Test
    void whatNobodyCanOperateIsNamed() throws IOException {
        PackCopy copy = PackCopy.of(pack());
        String text = Files.readString(pack().resolve("layout.json"));
        copy.put(
                "layout.json", text.replaceAll(".*\"tag\": \"HV-713\".*\\n", "").getBytes(StandardCharsets.UTF_8));
        onlyMistake("OTS-PLANT-004", "layout.json", "/drawings", "HV-713");
    }

    @Test
    void allMistakesAreNamedTogether() throws IOException {
        PackCopy.of(pack())
                .replace("plant.json", "0.1 s", "0.1 kg")
                .replace("flowsheet.json", "68 L", "68 kg")
                .replace("flowsheet.json", "10 W/K", "10 K")
                .replace("faults.json", "\"severity\": 5", "\"severity\": 50");
        CommandLineRun run = CommandLineRun.of("plant", "check", pack().toString(), "--json");
        assertThat(run.code()).isEqualTo(2);
        JsonNode findings = new ObjectMapper().readTree(run.out()).path("findings");
        assertThat(findings.findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/tick", "/holdups/0/volume", "/holdups/0/heatLoss", "/faults/0/severity");
    }

    @Test
    void aSoundPackIsExitCodeZero() {
        PackCopy.of(pack());
        for (String target : new String[] {pack().toString(), "ethanol-water-rig"}) {
            CommandLineRun run = CommandLineRun.of("plant", "check", target);
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("没有错误 / no mistakes");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void whatIsNoPackIsRefused() {
        CommandLineRun run = CommandLineRun.of("plant", "check", pack().toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("OTS-PLANT-005", "既不是文件夹", "neither a folder", "ethanol-water-rig");
    }

    @Test
    void aConditionWithoutRecipeIsRefused() {
        CommandLineRun run = CommandLineRun.of("plant", "ic", "--plant", "ethanol-water-rig", "--name", "warm");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("OTS-COND-001", "没有生成方法", "no recipe", "warm");
    }

    @Test
    void allConditionsNeedAFolder() {
        CommandLineRun run = CommandLineRun.of("plant", "ic", "--plant", "ethanol-water-rig");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("OTS-CLI-005", "--out");
    }

    /** If this fails after a change of the model, make the condition again: the command is in the file itself. */
    @Test
    void theShippedConditionIsWhatItsRecipeMakes() throws IOException {
        Path file = folder.resolve("normal.json");
        CommandLineRun run = CommandLineRun.of(
                "plant", "ic", "--plant", "ethanol-water-rig", "--name", "normal", "--out", file.toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("expert-A-1 完成 / done");
        assertThat(new ObjectMapper().readTree(run.out()).path("file").asText()).isEqualTo(file.toString());
        JsonNode made = new ObjectMapper().readTree(file.toFile());
        JsonNode shipped = new ObjectMapper()
                .readTree(PlantPack.shippedFiles("ethanol-water-rig")
                        .read("ic/normal.json")
                        .orElseThrow());
        assertThat(made.path("madeBy")).isEqualTo(shipped.path("madeBy"));
        assertThat(made.path("processState").path("count"))
                .isEqualTo(shipped.path("processState").path("count"));
        for (var preset : shipped.path("presets").properties()) {
            // 2 % of span of an output and 1 unit of a set point: what the loops still move in the normal condition
            assertThat(made.path("presets").path(preset.getKey()).asDouble())
                    .as(preset.getKey())
                    .isCloseTo(preset.getValue().asDouble(), within(2.0));
        }
    }
}
