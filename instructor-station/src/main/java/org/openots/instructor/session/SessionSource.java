package org.openots.instructor.session;

import java.util.function.Consumer;
import org.openots.common.signal.Followers;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality;
import org.openots.common.signal.SignalTable;

/**
 * An open run as a source of plant frames: of a simulated plant, or of a rig as its run recorded it. Whoever drives it
 * calls {@link #scan} several times a second.
 */
public final class SessionSource implements PlantSource {
    private final SessionHost host;
    private final String run;
    private final RunView first;
    private final Followers followers;
    private long handed = -1;

    /**
     * Takes an open run.
     *
     * @param host where it is
     * @param run run id
     * @param failures told what a follower threw
     * @throws org.openots.common.error.OtsException if there is no such open run
     */
    public SessionSource(SessionHost host, String run, Consumer<RuntimeException> failures) {
        this.host = host;
        this.run = run;
        this.first = host.observe(run);
        this.followers = new Followers(failures);
    }

    @Override
    public String plant() {
        return first.spec().plant();
    }

    @Override
    public Kind kind() {
        return first.spec().measured() ? Kind.LIVE : Kind.SIMULATED;
    }

    @Override
    public SignalTable signals() {
        return first.signals();
    }

    @Override
    public PlantFrame latest() {
        return frame(host.observe(run));
    }

    @Override
    public Following follow(Consumer<PlantFrame> follower) {
        return followers.add(follower);
    }

    /** Hands the present frame on if the run has moved; for one thread. */
    public void scan() {
        RunView view = host.observe(run);
        if (view.tick() > handed) {
            handed = view.tick();
            followers.accept(frame(view));
        }
    }

    private static PlantFrame frame(RunView view) {
        Readings readings = view.readings();
        double[] values = new double[readings.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readings.get(i);
        }
        if (!view.spec().measured()) {
            return PlantFrame.simulated(view.tick(), view.time(), values);
        }
        Quality[] qualities = new Quality[values.length];
        double[] ages = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            boolean none = readings.quality(i).good() && Double.isNaN(values[i]);
            qualities[i] = none ? Quality.bad(Quality.Cause.NOT_CONNECTED) : readings.quality(i);
            ages[i] = Math.max(0, view.time() - readings.since(i));
        }
        return PlantFrame.measured(view.tick(), view.time(), values, qualities, ages);
    }
}
