package org.openots.dcs.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.json.StrictJson;
import org.openots.dcs.payload.BadPayload;

class FrameCodecTest {
    private static final String HEAD = "{\"v\":1,\"boot\":\"b-1\",\"seq\":5,\"t\":1763800000123,";

    private static Schema schema() {
        byte[] text = StrictJson.bytes(FrameCodec.class, "native-frame.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(text, StandardCharsets.UTF_8), InputFormat.JSON);
    }

    @Test
    void framesComeBackAsTheyWere() throws BadPayload, IOException {
        Frame frame = new Frame(
                "b-1",
                5,
                1_763_800_000_123L,
                List.of(
                        Frame.Entry.good("TI101", 78.42),
                        new Frame.Entry("PI101", 101.3, 64, 0),
                        new Frame.Entry("LI101", Double.NaN, 24, -3),
                        Frame.Entry.good("塔顶", -0.0)),
                true);
        byte[] bytes = FrameCodec.encode(frame);
        assertThat(FrameCodec.decode(bytes)).isEqualTo(frame);
        assertThat(schema().validate(new ObjectMapper().readTree(bytes))).isEmpty();
    }

    /** Case 8: nothing that is not exactly a frame is read, and what is said names place and first bytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "\uFEFF" + HEAD + "\"d\":[]}",
                HEAD + "\"d\":[]} {}",
                HEAD + "\"d\":[]",
                HEAD + "\"d\":[[\"A\",1],[\"B\"",
                HEAD + "\"seq\":6,\"d\":[]}",
                HEAD + "\"d\":[[\"A\",NaN]]}",
                HEAD + "\"d\":[[\"A\",1e400]]}",
                HEAD + "\"d\":[[\"A\",\"80.1\"]]}",
                HEAD + "\"d\":[[\"A\",true]]}",
                HEAD + "\"d\":[[\"A\",01]]}",
                HEAD + "\"d\":[[\"A\",1,256]]}",
                HEAD + "\"d\":[[\"A\",1,192,0,0]]}",
                HEAD + "\"d\":[[\"\",1]]}",
                HEAD + "\"d\":{}}",
                "{\"v\":2,\"boot\":\"b\",\"seq\":0,\"t\":0,\"d\":[]}",
                "{\"v\":1,\"boot\":\"../b\",\"seq\":0,\"t\":0,\"d\":[]}",
                "{\"v\":1,\"boot\":\"b\",\"seq\":-1,\"t\":0,\"d\":[]}",
                "{\"v\":1,\"boot\":\"b\",\"seq\":0.5,\"t\":0,\"d\":[]}",
                "{\"v\":1,\"boot\":\"b\",\"seq\":0,\"t\":0}"
            })
    void case08WhatIsNoFrameIsRefused(String text) {
        assertThatThrownBy(() -> FrameCodec.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadPayload.class)
                .hasMessageNotContaining("null");
    }

    @Test
    void case08OtherEncodingsAndVersionsAreNamed() {
        byte[] gbk = (HEAD + "\"d\":[[\"温度\",1]]}").getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> FrameCodec.decode(gbk))
                .isInstanceOf(BadPayload.class)
                .hasMessageContaining("UTF-8");
        byte[] newer = "{\"v\":7,\"boot\":\"b\",\"seq\":0,\"t\":0,\"d\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> FrameCodec.decode(newer)).hasMessageContaining("version 7");
        assertThatThrownBy(() -> FrameCodec.decode(new byte[FrameCodec.LARGEST + 1]))
                .isInstanceOf(BadPayload.class);
    }

    @Test
    void unknownFieldsAreIgnored() throws BadPayload {
        byte[] bytes = (HEAD + "\"x\":{\"y\":[1]},\"d\":[[\"A\",1]]}").getBytes(StandardCharsets.UTF_8);
        assertThat(FrameCodec.decode(bytes).entries()).containsExactly(Frame.Entry.good("A", 1));
    }

    @Test
    void exampleOfThePageIsAFrame() throws IOException, BadPayload {
        String page = Files.readString(Path.of("../docs/data-formats/native-frames.md"));
        Matcher example =
                Pattern.compile("```json\n(\\{\"v\".*?)\n```", Pattern.DOTALL).matcher(page);
        assertThat(example.find()).isTrue();
        assertThat(FrameCodec.decode(example.group(1).getBytes(StandardCharsets.UTF_8))
                        .entries())
                .hasSize(4);
        assertThat(schema().validate(new ObjectMapper().readTree(example.group(1))))
                .isEmpty();
    }
}
