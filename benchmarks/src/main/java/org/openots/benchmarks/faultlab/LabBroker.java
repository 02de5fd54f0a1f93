package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Path;
import org.openots.dcs.broker.BrokerProcess;

/** A broker of its own on a free port, the cable to it, and what breaks them. */
final class LabBroker implements AutoCloseable {
    private final BrokerProcess broker;
    private final DroppingProxy cable;

    LabBroker(BrokerKind kind, Path folder) throws IOException {
        int port = BrokerProcess.freePort();
        broker = kind.at(folder, port);
        cable = new DroppingProxy(port);
    }

    /** Where to connect: to the cable when it is to be cut, and else to the broker, which can be down. */
    int port(FaultCase fault) {
        return fault == FaultCase.CUT ? cable.port() : broker.port();
    }

    void start() {
        broker.start();
    }

    /** Breaks what this case breaks here; the ends of the cable are somebody else's. */
    void disturb(FaultCase fault) throws IOException, InterruptedException {
        switch (fault) {
            case KILL -> broker.kill();
            case TERM -> broker.terminate();
            case STOP, STOP_AND_KILL -> signal("STOP");
            case CUT -> cable.cut();
            default -> {
                // nothing of the broker's
            }
        }
    }

    void mend(FaultCase fault) throws IOException, InterruptedException {
        switch (fault) {
            case KILL, TERM, DOWN_AT_START -> broker.start();
            case STOP -> signal("CONT");
            case STOP_AND_KILL -> {
                broker.kill();
                broker.start();
            }
            case CUT -> cable.mend();
            default -> {
                // nothing of the broker's
            }
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -" + name + " ended with " + code);
        }
    }

    @Override
    public void close() throws IOException {
        broker.close();
        cable.close();
    }
}
