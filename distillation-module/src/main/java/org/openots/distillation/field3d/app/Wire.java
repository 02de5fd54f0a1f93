package org.openots.distillation.field3d.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.joml.Vector3fc;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.net.FieldLink;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.net.Outcome;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.state.Operation;

/** The way to the station, or none: then one can only walk and look. */
interface Wire {
    /** No station. */
    Wire NONE = new Wire() {
        @Override
        public List<Snapshot> take() {
            return List.of();
        }

        @Override
        public LinkState state() {
            return new LinkState(LinkState.Phase.CONNECTED, 0);
        }

        @Override
        public void stand(Vector3fc eye, double yaw, double pitch) {
            // nobody is told
        }

        @Override
        public CompletableFuture<Outcome> operate(Operation operation) {
            LocalText alone = new LocalText("没有连接教师机，只能参观", "no station is connected: only a walk");
            return CompletableFuture.completedFuture(new Outcome(false, "", alone));
        }
    };

    /** The way through a connection. */
    static Wire of(FieldLink link) {
        return new Wire() {
            @Override
            public List<Snapshot> take() {
                return link.take();
            }

            @Override
            public LinkState state() {
                return link.state();
            }

            @Override
            public void stand(Vector3fc eye, double yaw, double pitch) {
                link.stand(eye, yaw, pitch);
            }

            @Override
            public CompletableFuture<Outcome> operate(Operation operation) {
                return link.operate(operation);
            }

            @Override
            public Optional<URI> page() {
                return Optional.of(link.page());
            }

            @Override
            public void again() {
                link.again();
            }
        };
    }

    /** Frames since the last call. */
    List<Snapshot> take();

    /** How it is. */
    LinkState state();

    /** Where the operator stands. */
    void stand(Vector3fc eye, double yaw, double pitch);

    /** Hands an operation over. */
    CompletableFuture<Outcome> operate(Operation operation);

    /** The page of the same run in the browser, if there is a station. */
    default Optional<URI> page() {
        return Optional.empty();
    }

    /** The player of a recording, if this is one. */
    default Optional<Replay> replay() {
        return Optional.empty();
    }

    /** Tries to connect once more after the end. */
    default void again() {
        // nothing to connect to
    }
}
