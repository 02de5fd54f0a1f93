package org.openots.dcs.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.signal.Quality;
import org.openots.dcs.map.QualityMap;

/**
 * Sources: OPC DA: "OPC Data Access Custom Interface Standard 2.05a", 6.8, with the names of opcda.idl
 * (OPC_QUALITY_CONFIG_ERROR ...), 0x20 from version 3.0. PROFIBUS: Siemens, "Quality codes according to PROFIBUS PA and
 * OPC DA" (WinCC Unified), bits 7..6 quality, 5..2 sub-status, 1..0 limits. OPC UA: part 8 (10000-8 v1.04), 6.3.2, tables
 * 28 to 30, numbers of part 6, annex A (StatusCode.csv). Neuron: EMQX Neuron, "Error code". Sparkplug: "Sparkplug 3.0.0
 * Specification", quality codes of the property Quality.
 */
class QualityCodesTest {
    @ParameterizedTest
    @CsvSource({
        "OPC_DA,192,GOOD,NONE",
        "OPC_DA,195,GOOD,NONE", // limits do not matter
        "OPC_DA,216,GOOD,LOCAL_OVERRIDE",
        "OPC_DA,0,BAD,UNKNOWN",
        "OPC_DA,4,BAD,CONFIG_ERROR",
        "OPC_DA,8,BAD,NOT_CONNECTED",
        "OPC_DA,12,BAD,DEVICE_FAILURE",
        "OPC_DA,16,BAD,SENSOR_FAILURE",
        "OPC_DA,17,BAD,SENSOR_FAILURE",
        "OPC_DA,20,BAD,LAST_USABLE",
        "OPC_DA,24,BAD,COMM_FAILURE",
        "OPC_DA,28,BAD,OUT_OF_SERVICE",
        "OPC_DA,32,BAD,NOT_CONNECTED",
        "OPC_DA,64,UNCERTAIN,UNKNOWN",
        "OPC_DA,68,UNCERTAIN,LAST_USABLE",
        "OPC_DA,80,UNCERTAIN,SENSOR_FAILURE",
        "OPC_DA,84,UNCERTAIN,OUT_OF_RANGE",
        "OPC_DA,88,UNCERTAIN,UNKNOWN",
        "OPC_DA,448,GOOD,NONE", // vendor bits above the byte
        "OPC_DA,128,BAD,CONFIG_ERROR", // not used by OPC
        "OPC_DA,-1,BAD,CONFIG_ERROR",
        "OPC_DA,192.5,BAD,CONFIG_ERROR",
        "OPC_DA,NaN,BAD,CONFIG_ERROR",
        "PROFIBUS,128,GOOD,NONE",
        "PROFIBUS,192,GOOD,NONE",
        "PROFIBUS,76,UNCERTAIN,SUBSTITUTED",
        "PROFIBUS,72,UNCERTAIN,SUBSTITUTED",
        "PROFIBUS,68,UNCERTAIN,LAST_USABLE",
        "PROFIBUS,84,UNCERTAIN,OUT_OF_RANGE",
        "PROFIBUS,8,BAD,NOT_CONNECTED",
        "PROFIBUS,28,BAD,OUT_OF_SERVICE",
        "PROFIBUS,256,BAD,CONFIG_ERROR",
        "OPC_UA,0,GOOD,NONE",
        "OPC_UA,9830400,GOOD,LOCAL_OVERRIDE", // 0x00960000
        "OPC_UA,1024,GOOD,NONE", // 0x00000400, bits of data values
        "OPC_UA,1073741824,UNCERTAIN,UNKNOWN", // 0x40000000
        "OPC_UA,1083179008,UNCERTAIN,LAST_USABLE", // 0x40900000
        "OPC_UA,1083113472,UNCERTAIN,LAST_USABLE", // 0x408F0000
        "OPC_UA,1083310080,UNCERTAIN,SUBSTITUTED", // 0x40920000
        "OPC_UA,1083441152,UNCERTAIN,OUT_OF_RANGE", // 0x40940000
        "OPC_UA,2147483648,BAD,UNKNOWN", // 0x80000000
        "OPC_UA,-2147483648,BAD,UNKNOWN", // the same, signed
        "OPC_UA,2156527616,BAD,NOT_CONNECTED", // 0x808A0000
        "OPC_UA,2156658688,BAD,SENSOR_FAILURE", // 0x808C0000
        "OPC_UA,2150694912,BAD,COMM_FAILURE", // 0x80310000
        "OPC_UA,4294967296,BAD,CONFIG_ERROR",
        "BOOLEAN,1,GOOD,NONE",
        "BOOLEAN,0,BAD,UNKNOWN",
        "BOOLEAN,192,BAD,CONFIG_ERROR",
        "NEURON,0,GOOD,NONE",
        "NEURON,3000,BAD,COMM_FAILURE",
        "NEURON,3002,BAD,NOT_CONNECTED",
        "NEURON,3007,BAD,CONFIG_ERROR",
        "NEURON,3008,BAD,STALE",
        "NEURON,2014,BAD,UNKNOWN",
        "NEURON,10150,BAD,UNKNOWN",
        "NEURON,-1,BAD,CONFIG_ERROR",
        "SPARKPLUG,192,GOOD,NONE",
        "SPARKPLUG,0,BAD,UNKNOWN",
        "SPARKPLUG,500,BAD,STALE",
        "SPARKPLUG,1,BAD,CONFIG_ERROR",
        "NONE,7,GOOD,NONE"
    })
    void numbersMeanWhatTheirStandardSays(QualityMap map, double code, Quality.Level level, Quality.Cause cause) {
        assertThat(QualityCodes.of(map, code)).isEqualTo(new Quality(level, cause));
    }
}
