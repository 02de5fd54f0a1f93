package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;

class PagesTest {
    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(data);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @Test
    void theStartPageCarriesTheImportMapThatThePolicyAllows() throws Exception {
        Client.Answer page = station.client().get("/").expect(200);
        String open = "<script type=\"importmap\">";
        String script = page.body()
                .substring(
                        page.body().indexOf(open) + open.length(), page.body().indexOf("</script>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.header("content-security-policy"))
                .contains("script-src 'self' 'sha256-" + hash + "'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        JsonNode imports = new ObjectMapper().readTree(script).path("imports");
        assertThat(imports).hasSize(8);
        imports.properties().forEach((Map.Entry<String, JsonNode> entry) -> {
            String path = entry.getValue().asText();
            if (path.endsWith(".js")) {
                Client.Answer library = station.client().get(path).expect(200);
                assertThat(library.header("content-type")).startsWith("text/javascript");
                assertThat(library.header("cache-control")).contains("immutable");
            }
        });
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        for (String path : List.of("/", "/app.js", "/api/me", "/api/none", "/i18n/en.json", "/webjars/none/x.js")) {
            Map<String, List<String>> headers = station.client().get(path).headers();
            assertThat(headers).as(path).containsEntry("x-content-type-options", List.of("nosniff"));
            assertThat(headers).as(path).containsEntry("referrer-policy", List.of("no-referrer"));
            assertThat(headers).as(path).containsEntry("x-frame-options", List.of("DENY"));
            assertThat(headers).as(path).containsKey("content-security-policy");
            assertThat(headers).as(path).doesNotContainKey("server");
        }
    }

    @Test
    void aDeepLinkGivesTheStartPageAndAFileItself() {
        assertThat(station.client().get("/class/wall").expect(200).body()).contains("importmap");
        assertThat(station.client().get("/app.js").expect(200).body()).contains("answer = 42");
        assertThat(station.client().get("/none.js").status()).isEqualTo(404);
        Client.Answer first = station.client().get("/app.js");
        String tag = first.header("etag");
        assertThat(station.client()
                        .raw("GET", "/app.js", Map.of("If-None-Match", tag), null)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void textsComeInBothLanguages() {
        assertThat(station.client().get("/i18n/zh-CN.json").json().path("hello").asText())
                .isEqualTo("你好");
        assertThat(station.client().get("/i18n/en.json").json().path("hello").asText())
                .isEqualTo("Hello");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Client.Answer answer = station.client()
                .post(
                        "/api/sign-in",
                        Map.of(
                                "account",
                                "admin",
                                "password",
                                station.address().admin().orElseThrow().password()))
                .expect(200);
        assertThat(answer.headers().get("set-cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .contains("Path=/"))
                .anySatisfy(cookie -> assertThat(cookie).matches("ots_session=[^;]{43,};.*"))
                .anySatisfy(cookie -> assertThat(cookie).matches("ots_device=[0-9a-f]{32};.*"));
    }

    /** A text of a person is put into pages as a text: nothing in them makes markup or a script of a text. */
    @Test
    void noPageMakesMarkupOfAText() throws IOException {
        Pattern dangerous = Pattern.compile("unsafeHTML|unsafeSVG|unsafeStatic|innerHTML|outerHTML|insertAdjacentHTML"
                + "|document\\.write|\\beval\\(|new Function|srcdoc|setAttribute\\('on");
        try (Stream<Path> files =
                Files.walk(Path.of("src", "main", "resources", "org", "openots", "instructor", "web"))) {
            List<Path> scripts =
                    files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(scripts).hasSizeGreaterThan(100);
            for (Path script : scripts) {
                assertThat(dangerous.matcher(Files.readString(script)).find())
                        .as(script.toString())
                        .isFalse();
            }
        }
    }
}
