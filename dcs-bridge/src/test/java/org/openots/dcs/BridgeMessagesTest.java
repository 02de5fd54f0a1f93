package org.openots.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.ErrorCode;
import org.openots.dcs.audit.AuditError;
import org.openots.dcs.bridge.BridgeError;
import org.openots.dcs.broker.BrokerError;
import org.openots.dcs.frame.FrameError;
import org.openots.dcs.gate.GateError;
import org.openots.dcs.influx.InfluxError;
import org.openots.dcs.mqtt.MqttError;
import org.openots.dcs.rig.RigError;

/** Every message exists in both languages with the same placeholders, and no key is left over. */
class BridgeMessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");

    static Stream<Arguments> codes() {
        return Stream.<ErrorCode[]>of(
                        MqttError.values(),
                        FrameError.values(),
                        BrokerError.values(),
                        InfluxError.values(),
                        AuditError.values(),
                        BridgeError.values(),
                        GateError.values(),
                        RigError.values())
                .map(codes -> Arguments.of((Object) codes));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void bundlesAgree(ErrorCode[] codes) {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle zh = ResourceBundle.getBundle(codes[0].bundle(), Locale.SIMPLIFIED_CHINESE, control);
        ResourceBundle en = ResourceBundle.getBundle(codes[0].bundle(), Locale.ENGLISH, control);
        Set<String> names = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        for (ErrorCode code : codes) {
            names.add(code.name());
            assertThat(numbers.add(code.code())).as(code.code()).isTrue();
            assertThat(placeholders(zh.getString(code.name()))).isEqualTo(placeholders(en.getString(code.name())));
            assertThat(zh.getString(code.name())).isNotEqualTo(en.getString(code.name()));
        }
        assertThat(new TreeSet<>(zh.keySet())).isEqualTo(names);
        assertThat(new TreeSet<>(en.keySet())).isEqualTo(names);
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
