package org.openots.simulator.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.OtsException;
import org.openots.simulator.automation.RigRun;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** What the field operator says reaches the board and can be counted. */
class RadioDeskTest {
    private static void call(RigRun run, String text) {
        assertThat(run.order("RADIO", "call", 0, text, false)).isEmpty();
        run.tick();
    }

    @Test
    void aCallIsHeardAndCounted() {
        RigRun run = RigRun.normal();
        call(run, "started:P-701");
        call(run, "started:P-702A");
        call(run, "round-done");
        assertThat(run.value("RADIO.COUNT")).isEqualTo(3);
        assertThat(run.value("RADIO.started")).isEqualTo(2);
        assertThat(run.value("RADIO.round-done")).isEqualTo(1);
        assertThat(run.value("RADIO.leak")).isZero();
        assertThat(run.system.holds("RADIO.started >= 2 and RADIO.round-done == 1"))
                .isTrue();
        RadioCalled first = run.eventsOf(RadioCalled.class).get(0);
        assertThat(first.text().zh()).isEqualTo("外操对讲：“中控，P-701 已启动，运行正常”");
        assertThat(first.text().en()).isEqualTo("field operator on the radio: \"Board, P-701 started and runs well\"");
    }

    @Test
    void theBoardAnswers() {
        RigRun run = RigRun.normal();
        call(run, "confirm:HV-706");
        call(run, "please-open:HV-706");
        call(run, "go-ahead");
        assertThat(run.value("RADIO.please-open")).isEqualTo(1);
        assertThat(run.value("RADIO.go-ahead")).isEqualTo(1);
        assertThat(run.eventsOf(RadioCalled.class))
                .extracting(each -> each.text().zh())
                .containsExactly("外操对讲：“中控，准备操作 HV-706，请确认”", "中控对讲：“外操，请打开 HV-706”", "中控对讲：“外操，可以操作”");
        assertThat(run.eventsOf(RadioCalled.class).get(1).text().en())
                .isEqualTo("board on the radio: \"Field, please open HV-706\"");
    }

    @Test
    void nobodySpeaksToHimself() {
        for (RadioSentence one : RadioSentence.values()) {
            assertThat(one.text().zh().startsWith("外操，")).as(one.id()).isEqualTo(one.byBoard());
            assertThat(one.text().en().startsWith("Field, ")).as(one.id()).isEqualTo(one.byBoard());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strated:P-701 | strated",
                "'' | in-place",
                "started | needs a tag",
                "started: | needs a tag",
                "started:P-799 | P-799",
                "opened:HV-71 | HV-71",
                "started:LOG | LOG",
                "round-done:P-701 | takes no tag",
                "round-done: | takes no tag"
            })
    void aMistakeIsNamed(String text, String said) {
        RigRun run = RigRun.normal();
        assertThatThrownBy(() -> call(run, text)).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.messageIn(Locale.ENGLISH)).contains(said);
            assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
        });
        run.tick();
        assertThat(run.value("RADIO.COUNT")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HV-701", "P-701", "E-703", "FIC-701", "TI-702", "CP-03", "S-TOP", "AT-703", "SW-701", "T-701"})
    void everythingInThePlantCanBeNamed(String tag) {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("cold"), 1);
        engine.submit(new Command(1, 0, "RADIO", "call", 0, "leak:" + tag), false);
        engine.step();
        assertThat(engine.view().value(engine.signals().find("RADIO.leak"))).isEqualTo(1);
    }

    @Test
    void everySentenceHasItsOwnNameAndWords() {
        assertThat(RadioSentence.ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Arrays.stream(RadioSentence.values()).map(RadioSentence::text))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(InspectionDefect.values()).map(InspectionDefect::code))
                .doesNotHaveDuplicates()
                .doesNotContain(0);
        for (RadioSentence one : RadioSentence.values()) {
            assertThat(one.in(Locale.ENGLISH).contains("{0}"))
                    .as(one.id())
                    .isEqualTo(one.aboutSomething())
                    .isEqualTo(one.in(Locale.SIMPLIFIED_CHINESE).contains("{0}"));
        }
    }
}
