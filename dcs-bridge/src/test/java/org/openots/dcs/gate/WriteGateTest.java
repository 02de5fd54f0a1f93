package org.openots.dcs.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.text.LocalText;
import org.openots.dcs.audit.AuditEntry;
import org.openots.dcs.audit.AuditLog;
import org.openots.dcs.map.MappedTag.Write;
import org.openots.dcs.value.Sample;

/** Case 25 of the bridge's reliability list: what is written, what is refused, what stops. */
class WriteGateTest {
    private static final GateSettings SETTINGS = new GateSettings(
            true,
            "REMOTE_ENABLE",
            List.of("I-01.TRIP", "ESD-701"),
            Optional.of("JI-701"),
            1,
            GateSettings.LEASE_MS,
            GateSettings.TOKEN_MS,
            GateSettings.EXPIRY_MS,
            3000,
            List.of(
                    new WriteTarget(
                            "FIC-701.SP",
                            new LocalText("进料流量设定", "feed flow set point"),
                            "kg/h",
                            Write.SP,
                            Optional.of("FIC-701.SP"),
                            0,
                            90,
                            List.of(),
                            1,
                            0.1,
                            2000,
                            Optional.of(new WriteTarget.Mode("FIC-701.MODE", List.of(1.0)))),
                    new WriteTarget(
                            "F05",
                            new LocalText("回流泵故障", "reflux pump fault"),
                            "",
                            Write.FAULT,
                            Optional.of("F05"),
                            0,
                            1,
                            List.of(0.0, 0.5, 1.0),
                            1,
                            0,
                            2000,
                            Optional.empty()),
                    new WriteTarget(
                            "FAULT.A-F05",
                            new LocalText("回流泵 A 故障", "reflux pump A fails"),
                            "",
                            Write.FAULT,
                            Optional.empty(),
                            0,
                            1,
                            List.of(0.0, 1.0),
                            1,
                            0,
                            2000,
                            Optional.empty())));

    @TempDir
    private Path folder;

    private final Rig rig = new Rig();
    private AuditLog audit;
    private WriteGate gate;

    /** A rig that takes what it is sent, as long as it follows. */
    private static final class Rig implements RigValues, CommandChannel {
        private final Map<String, Double> values = new HashMap<>();
        private final Map<String, Quality> qualities = new HashMap<>();
        private final List<RigCommand> taken = new ArrayList<>();
        private long now = 1_763_800_000_000L;
        private long silentSince = Long.MAX_VALUE;
        private boolean linked = true;
        private boolean follows = true;

        Rig() {
            values.put("REMOTE_ENABLE", 1.0);
            values.put("I-01.TRIP", 0.0);
            values.put("ESD-701", 0.0);
            values.put("JI-701", 0.0);
            values.put("FIC-701.SP", 60.0);
            values.put("FIC-701.MODE", 1.0);
            values.put("F05", 0.0);
        }

        @Override
        public Optional<Sample> latest(String tag) {
            Quality quality = qualities.getOrDefault(tag, Quality.GOOD);
            double value = quality.good() ? values.get(tag) : Double.NaN;
            return Optional.of(new Sample(value, quality, OptionalLong.empty(), Math.min(now, silentSince), 0));
        }

        @Override
        public double ageSeconds(Sample sample) {
            return (now - sample.arrivalTime()) / 1e3;
        }

        @Override
        public boolean ready() {
            return linked;
        }

        @Override
        public boolean send(RigCommand command) {
            if (!linked) {
                return false;
            }
            taken.add(command);
            if (follows) {
                values.put(command.tag(), command.value());
            }
            return true;
        }
    }

    @BeforeEach
    void open() {
        audit = new AuditLog(folder.resolve("audit.jsonl"), () -> Instant.ofEpochMilli(rig.now));
        int[] count = new int[1];
        gate = new WriteGate(SETTINGS, rig, rig, audit, () -> Instant.ofEpochMilli(rig.now), () -> "t" + count[0]++);
    }

    @AfterEach
    void close() {
        audit.close();
    }

    private void run(int seconds) {
        for (int i = 0; i < 10 * seconds; i++) {
            gate.tick();
            rig.now += 100;
        }
    }

    private static void refused(GateError error, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(error));
    }

    private List<String> audited() {
        return AuditLog.verify(folder.resolve("audit.jsonl")).stream()
                .map(AuditEntry::what)
                .toList();
    }

    @Test
    void aSetPointGoesToItsGoalAtItsRateAndEveryStepIsRecorded() {
        gate.take("li");
        WriteGate.Prepared prepared = gate.prepare("li", "FIC-701.SP", 65);
        assertThat(prepared.echo().zh()).isEqualTo("将 FIC-701.SP（进料流量设定）由 60 改为 65 kg/h，斜率 1 kg/h/s，约 5 s");
        assertThat(rig.taken).isEmpty();
        gate.commit("li", prepared.token());
        run(3);
        assertThat(gate.state().writing().map(GateState.Writing::tag)).contains("FIC-701.SP");
        run(7);
        // the first step is 0.2 % of the span of 90 kg/h, so that nothing at the rig feels the switch
        assertThat(rig.taken).extracting(RigCommand::value).containsExactly(60.18, 61.18, 62.18, 63.18, 64.18, 65.0);
        assertThat(rig.taken).extracting(RigCommand::id).doesNotHaveDuplicates();
        assertThat(gate.state().writing()).isEmpty();
        assertThat(gate.state().ended().orElseThrow().failure()).isEmpty();
        assertThat(audited())
                .containsExactly("take", "prepare", "commit", "send", "send", "send", "send", "send", "send", "done");
    }

    @Test
    void aWriteBeginsWhereTheRigIsAndNotWhereItWas() {
        gate.take("li");
        gate.commit("li", gate.prepare("li", "FIC-701.SP", 62).token());
        rig.values.put("FIC-701.SP", 70.0); // somebody at the rig was quicker
        run(12);
        assertThat(rig.taken.get(0).value()).isEqualTo(69.82);
        assertThat(rig.taken)
                .extracting(RigCommand::value)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one))
                .endsWith(62.0);
        double felt = 0;
        double before = 70;
        for (RigCommand command : rig.taken.subList(0, 1)) {
            felt = Math.max(felt, Math.abs(command.value() - before));
            before = command.value();
        }
        assertThat(felt).isLessThanOrEqualTo(0.002 * 90 + 1e-9);
    }

    @Test
    void aSetPointIsWrittenInItsModeOnly() {
        gate.take("li");
        rig.values.put("FIC-701.MODE", 0.0);
        refused(GateError.MODE, () -> gate.prepare("li", "FIC-701.SP", 65));
        rig.values.put("FIC-701.MODE", 1.0);
        gate.commit("li", gate.prepare("li", "FIC-701.SP", 65).token());
        run(2);
        int sent = rig.taken.size();
        rig.values.put("FIC-701.MODE", 2.0);
        run(5);
        assertThat(rig.taken).hasSize(sent);
        assertThat(gate.state().ended().orElseThrow().failure().orElseThrow().errorCode())
                .isEqualTo(GateError.MODE);
    }

    @Test
    void whatHasNoReadBackIsConfirmedByTheAnswerOfTheRig() {
        gate.take("li");
        refused(GateError.VALUE_LIST, () -> gate.prepare("li", "FAULT.A-F05", 0.5));
        gate.commit("li", gate.prepare("li", "FAULT.A-F05", 1).token());
        run(1);
        gate.answered(new CommandWire.Answer("of another", Optional.empty()));
        run(1);
        assertThat(gate.state().writing()).isPresent();
        gate.answered(new CommandWire.Answer(rig.taken.get(0).id(), Optional.empty()));
        run(1);
        assertThat(gate.state().ended().orElseThrow().failure()).isEmpty();
        assertThat(gate.prepare("li", "FAULT.A-F05", 0).echo().zh()).contains("由 1 改为 0");
        gate.commit("li", gate.prepare("li", "FAULT.A-F05", 0).token());
        run(1);
        gate.answered(
                new CommandWire.Answer(rig.taken.get(1).id(), Optional.of(new LocalText("钥匙未转", "the key is off"))));
        run(1);
        OtsException refused = gate.state().ended().orElseThrow().failure().orElseThrow();
        assertThat(refused.errorCode()).isEqualTo(GateError.REFUSED);
        assertThat(refused.messageIn(Locale.ENGLISH)).contains("the key is off");
        gate.commit("li", gate.prepare("li", "FAULT.A-F05", 0).token());
        run(4);
        assertThat(gate.state().ended().orElseThrow().failure().orElseThrow().errorCode())
                .isEqualTo(GateError.NO_ANSWER);
        assertThat(rig.taken.get(rig.taken.size() - 1).value()).isEqualTo(1.0);
    }

    @Test
    void withoutItsAuditNothingIsSent() {
        gate.take("li");
        gate.commit("li", gate.prepare("li", "FIC-701.SP", 65).token());
        run(2);
        int sent = rig.taken.size();
        audit.close();
        run(3);
        assertThat(rig.taken).hasSize(sent);
        assertThat(gate.state().writing()).isEmpty();
        assertThat(gate.state().ended().orElseThrow().failure()).isPresent();
    }

    @Test
    void thePanelShowsWhatHoldsAndWhatDoesNot() {
        assertThat(gate.permissives()).hasSize(4).allMatch(Permissive::ok);
        rig.values.put("REMOTE_ENABLE", 0.0);
        rig.qualities.put("ESD-701", Quality.bad(Cause.COMM_FAILURE));
        rig.linked = false;
        assertThat(gate.permissives()).extracting(Permissive::ok).containsExactly(false, false, true, false);
        WriteTarget target = SETTINGS.targets().get(0);
        assertThat(gate.permissives(target)).extracting(Permissive::ok).containsExactly(true, true);
    }

    @Test
    void nothingIsPreparedUnlessAllHolds() {
        refused(GateError.NO_LEASE, () -> gate.prepare("li", "FIC-701.SP", 65));
        gate.take("li");
        refused(GateError.LEASE_HELD, () -> gate.take("wang"));
        refused(GateError.NO_TARGET, () -> gate.prepare("li", "TIC-705.SP", 65));
        refused(GateError.VALUE_RANGE, () -> gate.prepare("li", "FIC-701.SP", 91));
        refused(GateError.VALUE_RANGE, () -> gate.prepare("li", "FIC-701.SP", Double.NaN));
        rig.values.put("REMOTE_ENABLE", 0.0);
        refused(GateError.KEY_SWITCH, () -> gate.prepare("li", "FIC-701.SP", 65));
        rig.values.put("REMOTE_ENABLE", 1.0);
        rig.qualities.put("I-01.TRIP", Quality.bad(Cause.COMM_FAILURE));
        refused(GateError.TRIPPED, () -> gate.prepare("li", "FIC-701.SP", 65));
        rig.qualities.clear();
        rig.linked = false;
        refused(GateError.NO_LINK, () -> gate.prepare("li", "FIC-701.SP", 65));
        rig.linked = true;
        rig.silentSince = rig.now;
        rig.now += 3100;
        refused(GateError.KEY_SWITCH, () -> gate.prepare("li", "FIC-701.SP", 65));
        assertThat(rig.taken).isEmpty();
        assertThat(audited()).containsExactly("take");
    }

    @Test
    void aGateThatIsOffWritesNothing() {
        GateSettings off = new GateSettings(
                false,
                "REMOTE_ENABLE",
                List.of(),
                Optional.empty(),
                0,
                600_000,
                15_000,
                3000,
                3000,
                SETTINGS.targets());
        WriteGate closed = new WriteGate(off, rig, rig, audit, () -> Instant.ofEpochMilli(rig.now), () -> "t");
        refused(GateError.DISABLED, () -> closed.take("li"));
        refused(GateError.DISABLED, () -> closed.prepare("li", "FIC-701.SP", 65));
    }

    @Test
    void aTokenIsGoodOnceForItsOwnerAndForAShortTime() {
        gate.take("li");
        String token = gate.prepare("li", "FIC-701.SP", 61).token();
        refused(GateError.TOKEN, () -> gate.commit("li", "guess"));
        gate.commit("li", token);
        run(3);
        refused(GateError.TOKEN, () -> gate.commit("li", token));
        String late = gate.prepare("li", "FIC-701.SP", 62).token();
        rig.now += GateSettings.TOKEN_MS;
        refused(GateError.TOKEN_EXPIRED, () -> gate.commit("li", late));
        assertThat(rig.taken).hasSize(2);
    }

    @Test
    void whatStopsHoldingBetweenPrepareAndCommitStopsTheWrite() {
        gate.take("li");
        String token = gate.prepare("li", "FIC-701.SP", 65).token();
        rig.linked = false;
        refused(GateError.NO_LINK, () -> gate.commit("li", token));
        rig.linked = true;
        run(5);
        assertThat(rig.taken).isEmpty();
    }

    @Test
    void aTripALostLinkAndTheEndOfTheLeaseStopARampAndNothingIsSentLater() {
        for (String what : List.of("trip", "link", "stale", "lease")) {
            rig.taken.clear();
            rig.values.put("FIC-701.SP", 60.0);
            gate.take("li");
            gate.commit("li", gate.prepare("li", "FIC-701.SP", 70).token());
            run(3);
            int sent = rig.taken.size();
            assertThat(sent).as(what).isBetween(2, 4);
            switch (what) {
                case "trip" -> rig.values.put("I-01.TRIP", 1.0);
                case "link" -> rig.linked = false;
                case "stale" -> rig.silentSince = rig.now - 10_000;
                default -> rig.now += GateSettings.LEASE_MS;
            }
            run(2);
            rig.values.put("I-01.TRIP", 0.0);
            rig.linked = true;
            rig.silentSince = Long.MAX_VALUE;
            run(20);
            assertThat(rig.taken).as(what).hasSize(sent);
            assertThat(gate.state().writing()).as(what).isEmpty();
            assertThat(gate.state().ended().orElseThrow().failure()).as(what).isPresent();
        }
    }

    @Test
    void aRigThatDoesNotFollowIsPutBackToWhatItConfirmed() {
        gate.take("li");
        gate.commit("li", gate.prepare("li", "FIC-701.SP", 65).token());
        run(2);
        rig.follows = false;
        run(6);
        OtsException failure = gate.state().ended().orElseThrow().failure().orElseThrow();
        assertThat(failure.errorCode()).isEqualTo(GateError.NOT_FOLLOWED);
        assertThat(rig.taken.get(rig.taken.size() - 1).value())
                .isEqualTo(gate.state().ended().orElseThrow().last());
    }

    @Test
    void aFaultOnAHeatedRigNeedsASecondPerson() {
        rig.values.put("JI-701", 15.0);
        gate.take("li");
        WriteGate.Prepared prepared = gate.prepare("li", "F05", 1);
        assertThat(prepared.second()).isTrue();
        refused(GateError.SECOND_PERSON, () -> gate.commit("li", prepared.token()));
        refused(GateError.SAME_PERSON, () -> gate.approve("li", prepared.token()));
        gate.approve("wang", prepared.token());
        gate.commit("li", prepared.token());
        run(2);
        assertThat(rig.taken).extracting(RigCommand::value).containsExactly(1.0);
        rig.values.put("JI-701", 0.0);
        assertThat(gate.prepare("li", "F05", 0).second()).isFalse();
    }

    @Test
    void everyErrorHasASentenceInBothLanguages() {
        for (GateError error : GateError.values()) {
            OtsException told = new OtsException(error, "eins", "zwei", "drei", "vier", "fünf");
            assertThat(told.messageIn(Locale.CHINESE)).as(error.name()).endsWith("。");
            assertThat(told.messageIn(Locale.ENGLISH)).as(error.name()).endsWith(".");
        }
    }
}
