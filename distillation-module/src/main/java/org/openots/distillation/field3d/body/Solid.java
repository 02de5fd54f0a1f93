package org.openots.distillation.field3d.body;

import org.openots.distillation.field3d.scene.Walkable;

/** Something upright that stops a body. Lengths in m. */
abstract class Solid {
    /** The box around it: low x, low z, high x, high z. */
    final double[] bounds = new double[4];

    final double bottom;
    final double top;

    /** Whether one can step on it when it is low enough. */
    final boolean carries;

    /** Pipes, rails and posts thinner than this are looked and reached around, m. */
    private static final double SLIM = 0.13;

    /** Whether it hides nothing. */
    final boolean slim;

    private Solid(double bottom, double top, boolean carries, double thickness) {
        this.bottom = bottom;
        this.top = top;
        this.carries = carries;
        this.slim = Math.min(thickness, top - bottom) < SLIM;
    }

    static Solid of(Walkable.Block block) {
        return new Box(block);
    }

    static Solid of(Walkable.Post post) {
        return new Pole(post);
    }

    /** Whether a place lies in its outline. */
    abstract boolean inside(double x, double z);

    /**
     * Moves a place out of the outline grown by a radius.
     *
     * @param place x and z, changed
     * @param radius of the body, m
     * @return whether it was inside
     */
    abstract boolean push(double[] place, double radius);

    /**
     * Where a line of sight enters it.
     *
     * @param from x, y, z of the eye
     * @param way x, y, z of the direction, length 1
     * @return distance, m; infinite if it does not
     */
    abstract double enter(double[] from, double[] way);

    /** Cuts a piece of a line by two planes: the larger entry of both; negative infinity stays when parallel inside. */
    static double entry(double from, double way, double low, double high) {
        if (Math.abs(way) < 1e-9) {
            return from < low || from > high ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return Math.min((low - from) / way, (high - from) / way);
    }

    static double exit(double from, double way, double low, double high) {
        if (Math.abs(way) < 1e-9) {
            return from < low || from > high ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Math.max((low - from) / way, (high - from) / way);
    }

    private static final class Box extends Solid {
        private final double x;
        private final double z;
        private final double halfX;
        private final double halfZ;
        private final double cos;
        private final double sin;

        Box(Walkable.Block block) {
            super(
                    block.centre().y() - block.halfY(),
                    block.centre().y() + block.halfY(),
                    true,
                    2 * Math.min(block.halfX(), block.halfZ()));
            x = block.centre().x();
            z = block.centre().z();
            halfX = block.halfX();
            halfZ = block.halfZ();
            cos = StrictMath.cos(block.turn());
            sin = StrictMath.sin(block.turn());
            double reachX = Math.abs(cos) * halfX + Math.abs(sin) * halfZ;
            double reachZ = Math.abs(sin) * halfX + Math.abs(cos) * halfZ;
            bounds[0] = x - reachX;
            bounds[1] = z - reachZ;
            bounds[2] = x + reachX;
            bounds[3] = z + reachZ;
        }

        @Override
        boolean inside(double px, double pz) {
            double dx = px - x;
            double dz = pz - z;
            return Math.abs(dx * cos - dz * sin) <= halfX && Math.abs(dx * sin + dz * cos) <= halfZ;
        }

        @Override
        boolean push(double[] place, double radius) {
            double dx = place[0] - x;
            double dz = place[1] - z;
            double lx = dx * cos - dz * sin;
            double lz = dx * sin + dz * cos;
            double nearX = Math.max(-halfX, Math.min(halfX, lx));
            double nearZ = Math.max(-halfZ, Math.min(halfZ, lz));
            double outX = lx - nearX;
            double outZ = lz - nearZ;
            double far = outX * outX + outZ * outZ;
            if (far >= radius * radius) {
                return false;
            }
            if (far > 1e-12) {
                double grow = radius / Math.sqrt(far);
                lx = nearX + outX * grow;
                lz = nearZ + outZ * grow;
            } else if (halfX - Math.abs(lx) < halfZ - Math.abs(lz)) {
                lx = Math.copySign(halfX + radius, lx);
            } else {
                lz = Math.copySign(halfZ + radius, lz);
            }
            place[0] = x + lx * cos + lz * sin;
            place[1] = z - lx * sin + lz * cos;
            return true;
        }

        @Override
        double enter(double[] from, double[] way) {
            double dx = from[0] - x;
            double dz = from[2] - z;
            double lx = dx * cos - dz * sin;
            double lz = dx * sin + dz * cos;
            double wx = way[0] * cos - way[2] * sin;
            double wz = way[0] * sin + way[2] * cos;
            double in = Math.max(
                    entry(lx, wx, -halfX, halfX),
                    Math.max(entry(lz, wz, -halfZ, halfZ), entry(from[1], way[1], bottom, top)));
            double out = Math.min(
                    exit(lx, wx, -halfX, halfX),
                    Math.min(exit(lz, wz, -halfZ, halfZ), exit(from[1], way[1], bottom, top)));
            return in <= out && out >= 0 ? Math.max(0, in) : Double.POSITIVE_INFINITY;
        }
    }

    private static final class Pole extends Solid {
        /** A round plinth as wide as two feet carries a body; a pipe does not, m. */
        private static final double CARRYING_RADIUS = 0.3;

        private final double x;
        private final double z;
        private final double radius;

        Pole(Walkable.Post post) {
            super(
                    post.foot().y(),
                    post.foot().y() + post.height(),
                    post.radius() >= CARRYING_RADIUS,
                    2 * post.radius());
            x = post.foot().x();
            z = post.foot().z();
            radius = post.radius();
            bounds[0] = x - radius;
            bounds[1] = z - radius;
            bounds[2] = x + radius;
            bounds[3] = z + radius;
        }

        @Override
        boolean inside(double px, double pz) {
            double dx = px - x;
            double dz = pz - z;
            return dx * dx + dz * dz <= radius * radius;
        }

        @Override
        boolean push(double[] place, double body) {
            double dx = place[0] - x;
            double dz = place[1] - z;
            double least = radius + body;
            double far = dx * dx + dz * dz;
            if (far >= least * least) {
                return false;
            }
            double distance = Math.sqrt(far);
            if (distance < 1e-6) {
                place[0] = x + least;
                return true;
            }
            place[0] = x + dx * least / distance;
            place[1] = z + dz * least / distance;
            return true;
        }

        @Override
        double enter(double[] from, double[] way) {
            double dx = from[0] - x;
            double dz = from[2] - z;
            double a = way[0] * way[0] + way[2] * way[2];
            double in = Double.NEGATIVE_INFINITY;
            double out = Double.POSITIVE_INFINITY;
            double c = dx * dx + dz * dz - radius * radius;
            if (a < 1e-12) {
                if (c > 0) {
                    return Double.POSITIVE_INFINITY;
                }
            } else {
                double b = dx * way[0] + dz * way[2];
                double root = b * b - a * c;
                if (root < 0) {
                    return Double.POSITIVE_INFINITY;
                }
                in = (-b - Math.sqrt(root)) / a;
                out = (-b + Math.sqrt(root)) / a;
            }
            in = Math.max(in, entry(from[1], way[1], bottom, top));
            out = Math.min(out, exit(from[1], way[1], bottom, top));
            return in <= out && out >= 0 ? Math.max(0, in) : Double.POSITIVE_INFINITY;
        }
    }
}
