package org.openots.instructor.tank;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.openots.instructor.session.FaultOrder;

/** Everything that changes in the tank. */
final class TankState {
    long tick;
    long noise;
    double volume;
    double temperature;
    double valve;
    double setPoint;
    double integral;
    boolean pump;
    boolean heater;
    int highAlarm;
    double highSince;
    final List<Fault> faults = new ArrayList<>();

    /** One armed fault. */
    static final class Fault {
        final FaultOrder order;
        final long armedAt;
        boolean announced;

        Fault(FaultOrder order, long armedAt) {
            this.order = order;
            this.armedAt = armedAt;
        }
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(tick);
            out.writeLong(noise);
            for (double value : new double[] {volume, temperature, valve, setPoint, integral, highSince}) {
                out.writeDouble(value);
            }
            out.writeBoolean(pump);
            out.writeBoolean(heater);
            out.writeInt(highAlarm);
            out.writeInt(faults.size());
            for (Fault fault : faults) {
                write(out, fault);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Fault fault) throws IOException {
        out.writeUTF(fault.order.key());
        out.writeUTF(fault.order.fault());
        out.writeDouble(fault.order.severity());
        out.writeDouble(fault.order.rampSeconds());
        out.writeDouble(fault.order.delaySeconds());
        out.writeUTF(fault.order.when());
        out.writeDouble(fault.order.holdSeconds());
        out.writeLong(fault.armedAt);
        out.writeBoolean(fault.announced);
    }

    static TankState read(byte[] bytes) {
        TankState state = new TankState();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            state.tick = in.readLong();
            state.noise = in.readLong();
            state.volume = in.readDouble();
            state.temperature = in.readDouble();
            state.valve = in.readDouble();
            state.setPoint = in.readDouble();
            state.integral = in.readDouble();
            state.highSince = in.readDouble();
            state.pump = in.readBoolean();
            state.heater = in.readBoolean();
            state.highAlarm = in.readInt();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                state.faults.add(readFault(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state;
    }

    private static Fault readFault(DataInputStream in) throws IOException {
        FaultOrder order = new FaultOrder(
                in.readUTF(),
                in.readUTF(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readUTF(),
                in.readDouble());
        Fault fault = new Fault(order, in.readLong());
        fault.announced = in.readBoolean();
        return fault;
    }
}
