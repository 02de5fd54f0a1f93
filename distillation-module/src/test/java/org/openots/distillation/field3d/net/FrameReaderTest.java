package org.openots.distillation.field3d.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.scene.Defect;
import org.openots.distillation.field3d.state.Defects;
import org.openots.distillation.field3d.state.Task;

/** What a frame of the station says of the task. */
class FrameReaderTest {
    private static final String HEAD = "{\"type\":\"full\",\"time\":5,\"v\":{\"HV-1\":40,\"TI-1\":null},";

    private static Snapshot read(String rest) throws JsonProcessingException {
        return FrameReader.read(HEAD + rest + "}");
    }

    private static String step(int number, String state, String more) {
        return "{\"no\":%d,\"text\":{\"zh\":\"第%d步\",\"en\":\"step %d\"},\"state\":\"%s\"%s}"
                .formatted(number, number, number, state, more);
    }

    private static String proc(String steps, String more) {
        return "\"proc\":{\"title\":{\"zh\":\"开车\",\"en\":\"start\"},\"steps\":[" + steps + "]" + more + "}";
    }

    @Test
    void theStepThatRunsGoesBeforeOneThatCouldBegin() throws JsonProcessingException {
        Snapshot frame = read(proc(
                        step(1, "DONE_OK", "") + "," + step(2, "READY", ",\"goals\":[\"A\"]") + ","
                                + step(3, "ACTIVE", ",\"goals\":[\"HV-714\",\"P-701\"]"),
                        ",\"total\":12.5,\"max\":80")
                + ",\"run\":{\"state\":\"running\",\"remaining\":600},\"alarmsSound\":2");
        Task task = frame.brief().task().orElseThrow();
        assertThat(task.step().orElseThrow().number()).isEqualTo(3);
        assertThat(task.step().orElseThrow().goals()).containsExactly("HV-714", "P-701");
        assertThat(task.count()).isEqualTo(3);
        assertThat(task.score()).isEqualTo(12.5);
        assertThat(task.most()).isEqualTo(80);
        assertThat(frame.brief().remaining()).isEqualTo(600);
        assertThat(frame.brief().horn()).isEqualTo(2);
        assertThat(frame.running()).isTrue();
        assertThat(frame.values()).containsEntry("HV-1", 40.0).containsEntry("TI-1", Double.NaN);
    }

    @Test
    void inAnExaminationThereIsNeitherScoreNorGuidance() throws JsonProcessingException {
        Task task = read(proc(step(1, "LOCKED", ""), "")).brief().task().orElseThrow();
        assertThat(task.step().orElseThrow().goals()).isEmpty();
        assertThat(task.score()).isNaN();
        assertThat(task.title().en()).isEqualTo("start");
    }

    @Test
    void theRadioIsHeard() throws JsonProcessingException {
        Snapshot frame = read(
                "\"events\":[{\"time\":3,\"kind\":\"radio\",\"code\":\"opened\",\"subject\":\"HV-1\","
                        + "\"text\":{\"zh\":\"开了\",\"en\":\"open\"}},{\"time\":4,\"kind\":\"sample\",\"text\":{\"zh\":\"样\",\"en\":\"s\"}},"
                        + "{\"time\":5,\"kind\":\"radio\",\"code\":\"go-ahead\",\"subject\":\"\",\"text\":{\"zh\":\"可以\",\"en\":\"go\"}}]");
        assertThat(frame.brief().calls())
                .containsExactly(
                        new Call(3, false, new LocalText("开了", "open")), new Call(5, true, new LocalText("可以", "go")));
    }

    @Test
    void whenAllIsDoneThereIsNoStep() throws JsonProcessingException {
        Task task = read(proc(step(1, "DONE_OK", "") + "," + step(2, "EARLY", ""), ""))
                .brief()
                .task()
                .orElseThrow();
        assertThat(task.step()).isEmpty();
    }

    @Test
    void eachStepSaysHowItStands() throws JsonProcessingException {
        Task task = read(proc(
                        step(1, "DONE_OK", "") + "," + step(2, "WRONG", "") + "," + step(3, "WAIVED", "") + ","
                                + step(4, "REGRESSED", "") + "," + step(5, "LOCKED", ""),
                        ""))
                .brief()
                .task()
                .orElseThrow();
        assertThat(task.marks())
                .containsExactly(Task.Mark.DONE, Task.Mark.WRONG, Task.Mark.SKIPPED, Task.Mark.NOW, Task.Mark.OPEN);
    }

    @Test
    void defectsWithinSightAreTold() throws JsonProcessingException {
        Snapshot frame = read("\"defects\":[{\"point\":\"CP-07\",\"defect\":\"oil\"}]");
        assertThat(frame.defects()).containsExactly(new Defect("CP-07", "oil"));
        Defects values = new Defects(signal -> 5);
        values.accept(frame.defects());
        assertThat(values.value("DEFECT.CP-07.oil")).isEqualTo(1);
        assertThat(values.value("DEFECT.CP-07.guard")).isZero();
        assertThat(values.value("TI-1")).isEqualTo(5);
        values.accept(List.of());
        assertThat(values.value("DEFECT.CP-07.oil")).as("he walked away").isZero();
    }

    @Test
    void aFrameWithoutNewsOfTheTaskSaysNothing() throws JsonProcessingException {
        assertThat(read("\"run\":{\"state\":\"frozen\"}").brief()).isEqualTo(Brief.NONE);
    }
}
