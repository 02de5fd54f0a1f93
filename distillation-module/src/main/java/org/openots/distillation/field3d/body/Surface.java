package org.openots.distillation.field3d.body;

import org.openots.distillation.field3d.scene.Walkable;

/** Something one can stand on, with what is needed of it in every step worked out. Lengths in m. */
abstract class Surface {
    /** Surfaces that a drawing lets meet may miss each other by the width of a gap between gratings, m. */
    static final double SEAM = 0.05;

    /** Plate or grating with the beams under it, m: what a head hits. */
    private static final double THICKNESS = 0.1;

    /** The box around it: low x, low z, high x, high z. */
    final double[] bounds = new double[4];

    /** The height of the surface at a place, NaN beside it. */
    abstract double height(double x, double z);

    /** Whether a head can hit it from below; the top of a block is guarded by the block itself. */
    boolean ceiling() {
        return true;
    }

    /** Its height when it is level, else NaN. */
    double level() {
        return Double.NaN;
    }

    /** How far its lower side is below its surface, m. */
    double thickness() {
        return THICKNESS;
    }

    /** A level rectangle or ring of a site. */
    static Surface of(Walkable.Floor floor) {
        return new Slab(floor);
    }

    /** A flight of stairs. */
    static Surface of(Walkable.Ramp ramp) {
        return new Slope(ramp);
    }

    /** The upper side of a block. */
    static Surface of(Walkable.Block block) {
        return new Top(block);
    }

    /** Sets the box around a turned rectangle. */
    final void surround(double x, double z, double reachX, double reachZ) {
        bounds[0] = x - reachX - SEAM;
        bounds[1] = z - reachZ - SEAM;
        bounds[2] = x + reachX + SEAM;
        bounds[3] = z + reachZ + SEAM;
    }

    private static final class Slab extends Surface {
        private final double x;
        private final double y;
        private final double z;
        private final double halfX;
        private final double halfZ;
        private final double cos;
        private final double sin;
        private final double hole;
        private final boolean round;

        Slab(Walkable.Floor floor) {
            x = floor.centre().x();
            y = floor.centre().y();
            z = floor.centre().z();
            halfX = floor.halfX() + SEAM;
            halfZ = floor.halfZ() + SEAM;
            cos = StrictMath.cos(floor.turn());
            sin = StrictMath.sin(floor.turn());
            hole = floor.hole();
            round = floor.round();
            surround(
                    x, z, Math.abs(cos) * halfX + Math.abs(sin) * halfZ, Math.abs(sin) * halfX + Math.abs(cos) * halfZ);
        }

        @Override
        double level() {
            return y;
        }

        @Override
        double height(double px, double pz) {
            double dx = px - x;
            double dz = pz - z;
            double lx = dx * cos - dz * sin;
            double lz = dx * sin + dz * cos;
            if (Math.abs(lx) > halfX || Math.abs(lz) > halfZ || lx * lx + lz * lz < hole * hole) {
                return Double.NaN;
            }
            if (round) {
                double ex = lx / halfX;
                double ez = lz / halfZ;
                return ex * ex + ez * ez > 1 ? Double.NaN : y;
            }
            return y;
        }
    }

    private static final class Slope extends Surface {
        /** Steps with their stringers, m. */
        private static final double STAIR_THICKNESS = 0.25;

        private final double x;
        private final double y;
        private final double z;
        private final double alongX;
        private final double alongZ;
        private final double length;
        private final double rise;
        private final double half;

        Slope(Walkable.Ramp ramp) {
            x = ramp.foot().x();
            y = ramp.foot().y();
            z = ramp.foot().z();
            double dx = ramp.head().x() - x;
            double dz = ramp.head().z() - z;
            length = Math.max(1e-3, Math.sqrt(dx * dx + dz * dz));
            alongX = dx / length;
            alongZ = dz / length;
            rise = ramp.head().y() - y;
            half = ramp.width() / 2 + SEAM;
            surround(
                    x + dx / 2,
                    z + dz / 2,
                    Math.abs(dx) / 2 + Math.abs(alongZ) * half + SEAM,
                    Math.abs(dz) / 2 + Math.abs(alongX) * half + SEAM);
        }

        @Override
        double height(double px, double pz) {
            double along = (px - x) * alongX + (pz - z) * alongZ;
            double beside = (px - x) * alongZ - (pz - z) * alongX;
            if (along < -SEAM || along > length + SEAM || Math.abs(beside) > half) {
                return Double.NaN;
            }
            return y + rise * Math.max(0, Math.min(1, along / length));
        }

        @Override
        double thickness() {
            return STAIR_THICKNESS;
        }
    }

    private static final class Top extends Surface {
        private final Solid block;

        Top(Walkable.Block from) {
            block = Solid.of(from);
            System.arraycopy(block.bounds, 0, bounds, 0, bounds.length);
        }

        @Override
        double height(double px, double pz) {
            return block.inside(px, pz) ? block.top : Double.NaN;
        }

        @Override
        boolean ceiling() {
            return false;
        }
    }
}
