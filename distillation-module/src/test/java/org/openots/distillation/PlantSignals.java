package org.openots.distillation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.text.LocalText;

/** The signals of the ethanol-water rig that rubrics and robots name, with values a test sets itself; ticks of 0.1 s. */
public final class PlantSignals implements SignalView {
    private static final double TICK = 0.1;

    private final SignalTable table;
    private final double[] values;
    private long tick;

    public PlantSignals() {
        List<String> names = new ArrayList<>(List.of(
                "FIC-701 FIC-702 FIC-703 FI-704 FI-705 TIC-701 TI-702 TI-703 TI-704 TIC-705 TI-706 TI-707 TI-708 TIC-709",
                "PI-701 PI-702 PDI-703 PI-704 LI-701 LIC-702 LIC-703 LI-704 LI-705 JI-701 AI-701 AI-702 AT-703A AT-703B",
                "FIC-702.RATIO R-701 EI-701 SCHEME TRIPS ALARMS.UNACK PPE AT-703.TEST CHECK.COUNT CHECK.TOTAL REPORT",
                "LOG.COMPLETE SAMPLE.S-FEED SAMPLE.S-TOP SAMPLE.S-BOT RECORD.S-FEED RECORD.S-TOP RECORD.S-BOT",
                "HV-701 HV-702 HV-703A HV-703B HV-703C HV-704 HV-705 HV-706 HV-707 HV-708 HV-709 HV-710 HV-711 HV-712",
                "HV-713 HV-714 HV-715 HV-716 HV-717 HV-718 HV-719 HV-720 HV-721 HV-722 XV-713 LV-702 FV-705",
                "P-701 P-702A P-702B P-703 C-701 P-701.DRY P-702A.DRY P-702B.DRY E-703 E-701 E-703.PERMIT",
                "SW-701 SW-702 ESD-701"));
        for (String controller : List.of(
                "FIC-701", "TIC-701", "TIC-705", "JIC-701", "FIC-702", "FIC-703", "LIC-702", "LIC-703", "TIC-709")) {
            names.add(controller + ".SP " + controller + ".OP " + controller + ".MODE");
        }
        IntStream.rangeClosed(1, 10)
                .forEach(i -> names.add("I-%02d.TRIP I-%02d.CAUSE CHECK.CP-%02d".formatted(i, i, i)));
        List<Signal> signals = new ArrayList<>();
        for (String line : names) {
            for (String name : line.split(" ", -1)) {
                signals.add(new Signal(name, "", new LocalText(name, name)));
            }
        }
        this.table = new SignalTable(signals);
        this.values = new double[signals.size()];
        for (String sampled : List.of("SAMPLE.S-FEED", "SAMPLE.S-TOP", "SAMPLE.S-BOT", "RECORD.S-FEED")) {
            set(sampled, Double.NaN);
        }
        set("CHECK.TOTAL", 10).set("SCHEME", 2);
    }

    public SignalTable table() {
        return table;
    }

    public PlantSignals set(String name, double value) {
        values[table.find(name)] = value;
        return this;
    }

    public double get(String name) {
        return values[table.find(name)];
    }

    public PlantSignals next() {
        tick++;
        return this;
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public double time() {
        return tick * TICK;
    }

    @Override
    public double value(int index) {
        return values[index];
    }
}
