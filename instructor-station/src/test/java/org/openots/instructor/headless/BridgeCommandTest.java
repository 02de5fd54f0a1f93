package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.audit.AuditLog;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots bridge check} and {@code openots bridge import}. */
class BridgeCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void anExportBecomesAMapThatIsSound() throws IOException {
        Path export = Files.write(
                folder.resolve("points.csv"),
                "点名;工程单位;下限;上限\nTI702.PV;℉;32;302\nXX-1;%;0;100\n".getBytes(Charset.forName("GBK")));
        Path map = folder.resolve("map.json");
        CommandLineRun run = CommandLineRun.of(
                "bridge",
                "import",
                export.toString(),
                "--plant",
                "ethanol-water-rig",
                "--topic",
                "dcs/rig",
                "--out",
                map.toString(),
                "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        JsonNode answer = MAPPER.readTree(run.out());
        assertThat(answer.path("tags").asInt()).isEqualTo(1);
        assertThat(answer.path("leftOut").toString()).isEqualTo("[{\"line\":3,\"name\":\"XX-1\"}]");
        CommandLineRun check = CommandLineRun.of("bridge", "check", map.toString());
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("map.json", "没有错误 / no mistakes");
    }

    @Test
    void mistakesAreExitCodeTwoInBothLanguages() throws IOException {
        Path map = Files.writeString(folder.resolve("map.json"), """
                {"format": "openots-tag-map", "formatVersion": "1.0", "plant": "ethanol-water-rig", "qos": 2, "tags": [
                  {"tag": "TI-702", "topic": "a/#", "dialect": "kepware", "unit": {"in": "kPa"}}]}""");
        CommandLineRun run = CommandLineRun.of("bridge", "check", map.toString(), "--json");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        JsonNode findings = MAPPER.readTree(run.out()).path("findings");
        assertThat(findings.findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/qos", "/tags/0/topic", "/tags/0/unit/in");
        assertThat(findings.findValuesAsText("value")).containsExactlyInAnyOrder("2", "\"a/#\"", "\"kPa\"");
        assertThat(findings.findValues("hint"))
                .allSatisfy(hint -> assertThat(hint.path("en").asText()).isNotBlank());
        CommandLineRun text = CommandLineRun.of("bridge", "check", map.toString());
        assertThat(text.out()).contains("OTS-MAP-005", "通配符 #", "wildcard #", "3 处错误 / 3 mistakes");
    }

    @Test
    void mistakesInAnExportNameTheLineAndNothingIsWritten() throws IOException {
        Path export = Files.writeString(folder.resolve("points.csv"), "tag,unit\nTI-702,Nm\n");
        Path map = folder.resolve("map.json");
        CommandLineRun run = CommandLineRun.of(
                "bridge",
                "import",
                export.toString(),
                "--plant",
                "ethanol-water-rig",
                "--topic",
                "t",
                "--out",
                map.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("points.csv#/2/unit", "不认识单位", "is not known");
        assertThat(map).doesNotExist();
    }

    @Test
    void anAuditThatWasChangedIsExitCodeOneAndNamesTheLine() throws IOException {
        Path folder = Files.createDirectory(this.folder.resolve("审计"));
        Path file = folder.resolve("writes.jsonl");
        try (AuditLog log = new AuditLog(file, InstantSource.system())) {
            log.append("li", "prepare", Map.of("tag", "FIC-701.SP", "to", "61"));
            log.append("li", "commit", Map.of("tag", "FIC-701.SP"));
            log.append("bridge", "done", Map.of("tag", "FIC-701.SP"));
        }
        CommandLineRun sound = CommandLineRun.of("bridge", "audit", "verify", folder.toString());
        assertThat(sound.code()).isZero();
        assertThat(sound.out()).contains("3 条，未被改动", "3 entries as written");
        Files.writeString(file, Files.readString(file).replace("\"61\"", "\"99\""));
        CommandLineRun changed = CommandLineRun.of("bridge", "audit", "verify", file.toString(), "--json");
        assertThat(changed.code()).isEqualTo(1);
        JsonNode answer = MAPPER.readTree(changed.out());
        assertThat(answer.path("ok").asBoolean(true)).isFalse();
        assertThat(answer.path("files").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(answer.path("files").path(0).path("zh").asText()).contains("第 2 行");
        assertThat(CommandLineRun.of("bridge", "audit", "verify", file.toString())
                        .out())
                .contains("OTS-AUDIT-001", "writes.jsonl:2");
        Files.writeString(file, "no json\n");
        assertThat(CommandLineRun.of("bridge", "audit", "verify", file.toString())
                        .code())
                .isEqualTo(1);
        Path empty = Files.createDirectory(this.folder.resolve("empty"));
        CommandLineRun none = CommandLineRun.of("bridge", "audit", "verify", empty.toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("OTS-CLI-027");
    }

    @Test
    void wrongOrdersAreRefused() {
        CommandLineRun none =
                CommandLineRun.of("bridge", "check", folder.resolve("none.json").toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("OTS-FILE-001");
        CommandLineRun dialect = CommandLineRun.of(
                "bridge", "import", "x.csv", "--plant", "ethanol-water-rig", "--topic", "t", "--dialect", "xml");
        assertThat(dialect.code()).isEqualTo(2);
        assertThat(dialect.err()).contains("OTS-CLI-015", "neuron-values");
    }
}
