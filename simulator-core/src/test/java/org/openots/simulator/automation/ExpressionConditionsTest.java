package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.simulator.signal.Condition;
import org.openots.simulator.signal.SignalBoard;

class ExpressionConditionsTest {
    private final SignalBoard board = new SignalBoard(0.1);

    ExpressionConditionsTest() {
        LocalText text = new LocalText("信号", "signal");
        board.set(board.declare("TI-708", "°C", text), 65);
        board.set(board.declare("E-703.CMD", "", text), 0);
        board.declare("LIC-702", "%", text);
    }

    @ParameterizedTest
    @CsvSource({
        "TI-708 > 60, true",
        "TI-708 <= 60, false",
        "E-703.CMD < 0.5 and TI-708 < 60, false",
        "E-703.CMD > 0.5 or TI-708 > 60, true",
        "not E-703.CMD > 0.5, true",
        "TI-708 > 70 or TI-708 > 60 and E-703.CMD < 0.5, true",
        "(TI-708 > 70 or TI-708 > 60) and E-703.CMD > 0.5, false",
        "LIC-702 >= 0, false",
        "LIC-702 < 1000, false"
    })
    void readsAndAnswers(String text, boolean expected) {
        assertThat(new ExpressionConditions(board).compile(text).holds()).isEqualTo(expected);
    }

    @Test
    void answersAnewWhenASignalChangesWithinATick() {
        Condition hot = new ExpressionConditions(board).compile("TI-708 > 60");
        assertThat(hot.holds()).isTrue();
        board.set(board.index("TI-708"), 20);
        assertThat(hot.holds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TI-708",
                "TI-708 > ",
                "TI-999 > 1",
                "(TI-708 > 1",
                "TI-708 = 1",
                "TI-708 > 1 )",
                "heldFor(TI-708 > 1, 5)"
            })
    void namesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> new ExpressionConditions(board).compile(text))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("TI-");
    }
}
