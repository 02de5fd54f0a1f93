package org.openots.distillation.field3d.app;

import java.util.function.Supplier;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.gl.Picture;

/** Who plays: a person at keyboard and mouse, or a robot that presses the same keys. */
interface Hand {
    /** A person. */
    Hand PERSON = new Hand() {
        @Override
        public void drive(Game game, double seconds, Controls keys) {
            game.advance(seconds, keys);
        }

        @Override
        public boolean over() {
            return false;
        }

        @Override
        public boolean wantsPicture() {
            return false;
        }

        @Override
        public void drawn(Supplier<Picture> picture) {
            // a person looks at the screen
        }
    };

    /**
     * Lets time pass in the game.
     *
     * @param game to be played
     * @param seconds since the last call
     * @param keys held down by a person
     */
    void drive(Game game, double seconds, Controls keys);

    /** Whether the game is to end. */
    boolean over();

    /** Whether it waits for a picture. */
    boolean wantsPicture();

    /** A picture of the present state was drawn. */
    void drawn(Supplier<Picture> picture);
}
