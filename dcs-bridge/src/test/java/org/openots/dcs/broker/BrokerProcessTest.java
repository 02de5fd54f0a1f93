package org.openots.dcs.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;

class BrokerProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aPortIsGivenOnceAndNotFromThoseOfOutgoingConnections() {
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            int port = BrokerProcess.freePort();
            assertThat(port).isBetween(20_000, 32_000);
            assertThat(ports.add(port)).isTrue();
        }
    }

    @Test
    void aBrokerOnThePortOfAnotherProgramIsNotStarted() throws IOException {
        int port = BrokerProcess.freePort();
        try (ServerSocket other = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
                BrokerProcess broker = BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port))) {
            assertThatExceptionOfType(OtsException.class)
                    .isThrownBy(broker::start)
                    .satisfies(e -> assertThat(e.errorCode()).isEqualTo(BrokerError.PORT_TAKEN));
            assertThat(broker.pid()).isZero();
            assertThat(other.isBound()).isTrue();
        }
        try (BrokerProcess broker = BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port))) {
            assertThat(broker.start().pid()).isPositive();
        }
    }
}
