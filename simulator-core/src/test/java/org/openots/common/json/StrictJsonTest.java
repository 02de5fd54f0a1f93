package org.openots.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

class StrictJsonTest {
    private enum Kind {
        PER_EVENT,
        PER_SECOND
    }

    @Test
    void readsEveryKindOfValue() {
        JsonCursor root = parse("""
                {"t": "x", "n": 1.5, "i": 3, "b": true, "k": "per-second", "l": {"zh": "塔", "en": "column"},
                 "a": [1, 2], "m": {"one": 1, "two": 2}, "none": null}""");
        assertThat(root.at("t").text()).isEqualTo("x");
        assertThat(root.at("n").number()).isEqualTo(1.5);
        assertThat(root.at("i").integer(0, 5)).isEqualTo(3);
        assertThat(root.at("b").bool()).isTrue();
        assertThat(root.at("k").oneOf(Kind.class)).isEqualTo(Kind.PER_SECOND);
        assertThat(root.at("l").localText()).isEqualTo(new LocalText("塔", "column"));
        assertThat(root.at("a").list(JsonCursor::positive)).containsExactly(1.0, 2.0);
        assertThat(root.at("m").fields().keySet()).containsExactly("one", "two");
        assertThat(root.optional("none")).isEmpty();
        root.finish();
    }

    @Test
    void aNumberOutsideItsRangeIsNamedWithPlaceValueAndRule() {
        String json = "{\"trays\": [{\"weirHeight\": -0.05}]}";
        Finding finding = only(
                json, root -> root.at("trays").items().get(0).at("weirHeight").positive());
        assertThat(finding.in(Locale.ENGLISH))
                .isEqualTo("OTS-JSON-003 plant.json#/trays/0/weirHeight: -0.05 must be positive.\n"
                        + "Maybe the value was meant in another unit, or has a digit too many or too few.");
        assertThat(finding.in(Locale.CHINA))
                .startsWith("OTS-JSON-003 plant.json#/trays/0/weirHeight：-0.05 不符合要求：必须大于 0");
        assertThat(finding.value()).isEqualTo("-0.05");
        assertThat(finding.ruleIn(Locale.ENGLISH)).isEqualTo("-0.05 must be positive.");
        assertThat(finding.hintIn(Locale.ENGLISH)).startsWith("Maybe the value was meant in another unit");
        assertThat(finding.ruleIn(Locale.CHINA)).isEqualTo("-0.05 不符合要求：必须大于 0。");
        assertThat(finding.hintIn(Locale.CHINA)).startsWith("可能单位用错了");
    }

    @Test
    void aDuplicateFieldIsAMistakeAtItsPlace() {
        Finding finding = only("{\"a\": {\"b\": 1, \"b\": 2}}", root -> root.raw());
        assertThat(finding.code()).isEqualTo(CommonError.JSON_DUPLICATE_FIELD);
        assertThat(finding.pointer()).isEqualTo("/a/b");
    }

    @Test
    void anUnknownFieldIsFoundWithTheOneThatWasMeant() {
        Finding finding =
                only("{\"a\": {\"weirHieght\": 1}}", root -> root.at("a").optional("weirHeight"));
        assertThat(finding.in(Locale.ENGLISH)).contains("plant.json#/a").contains("Maybe \"weirHeight\" was meant");
        Finding stranger = only("{\"colour\": 1}", root -> root.optional("tag"));
        assertThat(stranger.code()).isEqualTo(CommonError.JSON_UNKNOWN_FIELD);
    }

    @Test
    void syntaxIsNamedWithLineAndColumn() {
        Finding finding = only("{\n  \"a\": 1,,\n}", root -> root.at("a").number());
        assertThat(finding.code()).isEqualTo(CommonError.JSON_SYNTAX);
        assertThat(finding.arguments().get(0)).isEqualTo(2);
    }

    /** The parser's own words are English and for programmers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": NaN} | “NaN”不是 JSON 的数字 | \"NaN\" is not a number of JSON | 1",
                "{\"a\": 1} // x | JSON 不能有注释 | JSON has no comments | 1",
                "{\"a\": plant} | 不认识“plant” | \"plant\" is not understood | 1",
                "{\"a\": [1} | 括号“}”与左括号不配对 | the bracket \"}\" does not match | 1",
                "{\"a\": 1 | 文件在此处中断 | the file ends here | 1",
                "{\"a\": 1,, | 此处不应出现字符“,” | the character \",\" is not expected | 1",
                "{\"a\": \"x~ | 换行或控制字符 | line break or control character | 1",
                "{\"a\": 01} | 数字写法不正确 | a number is not written correctly | 1",
                "{\"a\": \"\\q\"} | 反斜杠 | after a backslash | 1",
                "{}~~{} | 结尾之后还有多余的文字 | there is text after the end | 3",
            })
    void syntaxIsExplainedInBothLanguages(String json, String zh, String en, int line) {
        Finding finding = only(json.replace('~', '\n'), root -> {});
        assertThat(finding.code()).isEqualTo(CommonError.JSON_SYNTAX);
        assertThat(finding.arguments().get(0)).isEqualTo(line);
        assertThat(finding.in(Locale.CHINA)).contains(zh).doesNotContainPattern("[A-Za-z]{3,} [a-z]{3,}");
        assertThat(finding.in(Locale.ENGLISH)).contains(en).doesNotContain("Feature", "JsonReadFeature");
    }

    @Test
    void deepNestingIsExplained() {
        Finding finding = only("[".repeat(5000), root -> {});
        assertThat(finding.in(Locale.CHINA)).contains("嵌套层数");
    }

    @Test
    void onlyUtf8IsRead() {
        Findings findings = Findings.collecting();
        StrictJson.parse("plant.json", "{\"a\": 1}".getBytes(StandardCharsets.UTF_16), findings);
        assertThat(findings.all()).hasSize(1);
        assertThat(findings.all().get(0).in(Locale.CHINA)).contains("不是 UTF-8");
        Findings marked = Findings.collecting();
        JsonCursor root = StrictJson.parse("plant.json", "\uFEFF{\"a\": 1}".getBytes(StandardCharsets.UTF_8), marked);
        assertThat(root.at("a").number()).isEqualTo(1);
        assertThat(marked.isEmpty()).isTrue();
    }

    @Test
    void textAfterTheEndAndEmptyFilesAreMistakes() {
        assertThat(only("{} {}", root -> {}).code()).isEqualTo(CommonError.JSON_SYNTAX);
        assertThat(only("", root -> {}).code()).isEqualTo(CommonError.JSON_SYNTAX);
    }

    @Test
    void numbersBeyondADoubleAreMistakes() {
        assertThat(only("{\"a\": 1e999}", root -> root.raw()).code()).isEqualTo(CommonError.JSON_NUMBER_RANGE);
        assertThat(only("{\"a\": NaN}", root -> root.raw()).code()).isEqualTo(CommonError.JSON_SYNTAX);
    }

    @Test
    void wrongTypesMissingFieldsAndWordsAreNamed() {
        assertThat(only("{\"a\": \"5\"}", root -> root.at("a").number()).in(Locale.ENGLISH))
                .contains("this is the text \"5\" but must be a number");
        assertThat(only("{}", root -> root.at("a").number()).code()).isEqualTo(CommonError.JSON_MISSING_FIELD);
        assertThat(only("{\"a\": \"per-tick\"}", root -> root.at("a").oneOf(Kind.class))
                        .in(Locale.ENGLISH))
                .contains("\"per-tick\" is not an allowed value")
                .contains("per-event, per-second");
        assertThat(only("{\"a\": \" \"}", root -> root.at("a").text()).code()).isEqualTo(CommonError.JSON_BLANK_TEXT);
        assertThat(only("{\"a\": 7}", root -> root.at("a").between(0, 5)).in(Locale.ENGLISH))
                .contains("7 must be in 0 … 5");
        assertThat(only("[1]", root -> root.at("a")).code()).isEqualTo(CommonError.JSON_WRONG_TYPE);
    }

    @Test
    void anUnknownReferenceSuggestsTheNearestName() {
        LocalText kind = new LocalText("信号", "signal");
        assertThat(only("{\"a\": \"LIC-720\"}", root -> root.at("a").nameOf(List.of("LIC-702", "P-701"), kind))
                        .in(Locale.ENGLISH))
                .contains("there is no signal named \"LIC-720\"")
                .contains("Maybe \"LIC-702\" was meant");
    }

    @Test
    void formatAndVersionAreChecked() {
        assertThat(only(
                                "{\"format\": \"plant\", \"formatVersion\": \"1.0\"}",
                                root -> root.requireFormat("rubric", "1.0"))
                        .code())
                .isEqualTo(CommonError.JSON_WRONG_FORMAT);
        assertThat(only(
                                "{\"format\": \"rubric\", \"formatVersion\": \"9.0\"}",
                                root -> root.requireFormat("rubric", "1.0"))
                        .code())
                .isEqualTo(CommonError.JSON_WRONG_VERSION);
        assertThat(parse("{\"format\": \"rubric\", \"formatVersion\": \"1.0\"}").requireFormat("rubric", "1.0"))
                .isEqualTo("1.0");
    }

    @Test
    void nothingElseIsSaidAboutAFileOfALaterVersion() {
        Finding finding = only("{\"format\": \"rubric\", \"formatVersion\": \"2.0\", \"new\": 1}", root -> {
            root.requireFormat("rubric", "1.0");
            root.at("points").number();
            root.at("steps").items();
            root.finish();
        });
        assertThat(finding.code()).isEqualTo(CommonError.JSON_WRONG_VERSION);
    }

    @Test
    void theReaderTellsWhichFieldsItKnows() {
        JsonCursor root = parse("{\"a\": {\"b\": 1}, \"map\": {\"P-701\": {\"c\": 1}}}");
        root.at("a").optional("d");
        root.at("a").at("b").number();
        root.at("map").fields().values().forEach(c -> c.at("c").number());
        assertThat(root.knownFields()).containsExactly("a", "b", "c", "d", "map");
    }

    @Test
    void pointersEscapeSlashAndTilde() {
        assertThat(only("{\"a/b~c\": 1}", root -> root.at("a/b~c").text()).pointer())
                .isEqualTo("/a~1b~0c");
    }

    @Test
    void collectingFindsAllAndThrowsThemTogether() {
        Findings findings = Findings.collecting();
        JsonCursor root = StrictJson.parse("f.json", "{\"a\": -1, \"b\": \"x\", \"z\": 0}", findings);
        root.at("a").positive();
        root.at("b").number();
        root.at("c").bool();
        root.finish();
        assertThat(findings.all()).extracting(Finding::pointer).containsExactly("/a", "/b", "", "");
        assertThatThrownBy(findings::throwIfAny)
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("4 mistakes found")
                .hasMessageContaining("f.json#/a: -1 must be positive");
    }

    @Test
    void throwingStopsAtTheFirst() {
        JsonCursor root = StrictJson.parse("f.json", "{\"a\": -1}", Findings.throwing());
        assertThatThrownBy(() -> root.at("a").positive())
                .isInstanceOf(OtsException.class)
                .hasMessageStartingWith("OTS-JSON-003 f.json#/a: -1 must be positive.");
    }

    private static JsonCursor parse(String json) {
        return StrictJson.parse("plant.json", json, Findings.throwing());
    }

    private static Finding only(String json, Consumer<JsonCursor> reader) {
        Findings findings = Findings.collecting();
        JsonCursor root = StrictJson.parse("plant.json", json, findings);
        reader.accept(root);
        root.finish();
        assertThat(findings.all()).hasSize(1);
        return findings.all().get(0);
    }
}
