package org.openots.dcs.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.signal.SignalRange;

class NameMatchTest {
    private static final NameMatch MATCH = new NameMatch(
            List.of(
                    "TI-701",
                    "TI-702",
                    "PI-701",
                    "FIC-701",
                    "FIC-701.SP",
                    "FIC-701.OP",
                    "FIC-701.MODE",
                    "AB-1",
                    "A-B1"),
            Map.of("TI-701", new SignalRange(0, 120), "PI-701", new SignalRange(0, 10)));

    private static NameMatch.Match one(String name) {
        return MATCH.match(List.of(new NameMatch.Item("t", name, 80))).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "TI701, TI-701",
        "TI-701.PV, TI-701",
        "ti_701_pv, TI-701",
        "school.rig-1.TI-701, TI-701",
        "/data/TI-701, TI-701",
        "塔釜温度 TI701, TI-701",
        "FIC-701/SP, FIC-701.SP",
        "FIC701.SV, FIC-701.SP",
        "Ch1.DCS.FIC_701.MV, FIC-701.OP",
        "FIC701_AM, FIC-701.MODE",
    })
    void namesThatCanOnlyBeOneSignal(String item, String signal) {
        assertThat(one(item).signal()).contains(signal);
        assertThat(one(item).candidates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TI-799", "AB1", "/data/3/v", "''", "PV", "TI-701.XX"})
    void namesThatSayNothing(String item) {
        assertThat(one(item).signal()).isEmpty();
    }

    @Test
    void similarNamesAreOffered() {
        assertThat(one("TI-703.PV").candidates()).startsWith("TI-701", "TI-702");
        assertThat(one("T701").candidates()).startsWith("TI-701");
        assertThat(one("/data/3/v").candidates()).isEmpty();
    }

    @Test
    void twoItemsThatCouldBeTheSameSignalAreLeftToPeople() {
        List<NameMatch.Match> matches =
                MATCH.match(List.of(new NameMatch.Item("a", "TI701", 1), new NameMatch.Item("b", "TI-701.PV", 2)));
        assertThat(matches).allSatisfy(match -> {
            assertThat(match.signal()).isEmpty();
            assertThat(match.candidates()).startsWith("TI-701");
        });
    }
}
