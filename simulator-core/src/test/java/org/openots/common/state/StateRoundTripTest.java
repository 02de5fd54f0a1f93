package org.openots.common.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;

class StateRoundTripTest {
    @Test
    void everyTypeComesBackBitForBit() {
        StateWriter writer = new StateWriter();
        writer.section("head");
        writer.writeDouble(-0.0);
        writer.writeDouble(Double.MIN_VALUE);
        writer.writeDouble(Double.longBitsToDouble(0x7ff0000000000001L));
        writer.writeLong(Long.MIN_VALUE);
        writer.writeInt(-7);
        writer.writeBoolean(true);
        writer.writeString("塔釜 sump");
        writer.writeDoubles(new double[] {1.5, Double.POSITIVE_INFINITY});
        StateReader reader = new StateReader(writer.toByteArray());
        reader.section("head");
        assertThat(Double.doubleToRawLongBits(reader.readDouble())).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(reader.readDouble()).isEqualTo(Double.MIN_VALUE);
        assertThat(reader.readDouble()).isNaN();
        assertThat(reader.readLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(reader.readInt()).isEqualTo(-7);
        assertThat(reader.readBoolean()).isTrue();
        assertThat(reader.readString()).isEqualTo("塔釜 sump");
        double[] pair = new double[2];
        reader.readDoubles(pair);
        assertThat(pair).containsExactly(1.5, Double.POSITIVE_INFINITY);
        reader.end();
    }

    /** SHA-256 of the empty text and of "abc" from FIPS 180-4, appendix B examples of NIST. */
    @Test
    void digestIsSha256() {
        assertThat(new StateWriter().sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void wrongStatesAreNamed() {
        StateWriter writer = new StateWriter();
        writer.section("plant A");
        byte[] bytes = writer.toByteArray();
        assertThatThrownBy(() -> new StateReader(bytes).section("plant B"))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("plant B");
        assertThatThrownBy(() -> new StateReader(new byte[3]).readDouble())
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("3 bytes");
        assertThatThrownBy(() -> new StateReader(bytes).end())
                .isInstanceOfSatisfying(
                        OtsException.class,
                        mistake -> assertThat(mistake.messageIn(Locale.SIMPLIFIED_CHINESE))
                                .contains("还剩 11 字节"));
    }
}
