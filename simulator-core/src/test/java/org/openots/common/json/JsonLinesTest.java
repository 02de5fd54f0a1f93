package org.openots.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openots.common.error.CommonError;

class JsonLinesTest {
    private static List<JsonLines.Line> lines(String text) {
        return JsonLines.parse("in.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void wrong(String text, CommonError code, String zh, String en) {
        JsonLines.Line line = lines("{}\n" + text).get(1);
        assertThat(line.object()).isEmpty();
        Finding mistake = line.mistakes().get(0);
        assertThat(mistake.code()).isEqualTo(code);
        assertThat(mistake.file()).isEqualTo("in.jsonl:2");
        assertThat(mistake.messageIn(Locale.SIMPLIFIED_CHINESE)).contains(zh).doesNotContainPattern("[a-z]{3,} [a-z]");
        assertThat(mistake.messageIn(Locale.ENGLISH)).contains(en).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void everySystemsLineEndsAndTheByteOrderMarkAreRead() {
        List<JsonLines.Line> lines = lines("\uFEFF{\"a\": 1}\r\n\n   \n{\"a\": 2}\r{\"a\": 3}");
        assertThat(lines).extracting(JsonLines.Line::number).containsExactly(1, 4, 5);
        assertThat(lines)
                .extracting(line -> line.object().orElseThrow().path("a").asInt())
                .containsExactly(1, 2, 3);
        assertThat(lines.get(0).text()).isEqualTo("{\"a\": 1}");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aLineInAnotherEncodingDoesNotStopTheOthers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("{\"text\": \"停电\"}\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("{\"text\": \"停电\"}\n".getBytes(Charset.forName("GBK")));
        bytes.write("{\"text\": \"回流\"}\n".getBytes(StandardCharsets.UTF_8));
        List<JsonLines.Line> lines = JsonLines.parse("in.jsonl", bytes.toByteArray());
        assertThat(lines).extracting(JsonLines.Line::number).containsExactly(1, 2, 3);
        assertThat(lines.get(1).mistakes()).extracting(Finding::code).containsExactly(CommonError.JSON_LINE_ENCODING);
        assertThat(lines.get(1).mistakes().get(0).in(Locale.SIMPLIFIED_CHINESE))
                .startsWith("OTS-JSON-022 in.jsonl:2")
                .contains("另存为 UTF-8");
        assertThat(lines.get(2).object().orElseThrow().path("text").asText()).isEqualTo("回流");
    }

    @Test
    void whatIsWrongIsSaidInTheReadersLanguage() {
        wrong("no json", CommonError.JSON_LINE, "不认识“no”", "\"no\" is not understood");
        wrong("{\"a\": 1} xx", CommonError.JSON_LINE, "不认识“xx”", "\"xx\" is not understood");
        wrong("{\"a\": 1}{\"a\": 2}", CommonError.JSON_LINE, "多余的文字", "text after the end");
        wrong("{\"a\": " + "1".repeat(2000) + "}", CommonError.JSON_LINE, "超出允许的长度", "too long");
        wrong("{\"a\": 1, \"a\": 2}", CommonError.JSON_DUPLICATE_FIELD, "“a”重复", "\"a\" is written twice");
        wrong("[1]", CommonError.JSON_LINE_OBJECT, "该行是数组", "the line is an array");
        wrong("{\"a\": \"\\ud800停电\"}", CommonError.JSON_HALF_CHARACTER, "\\ud800", "\\ud800");
        wrong("{\"\\udc00\": 1}", CommonError.JSON_HALF_CHARACTER, "半个字符", "half a character");
        assertThat(lines("{\"a\": \"\\ud83d\\ude00\"}").get(0).mistakes()).isEmpty();
    }
}
