package org.openots.simulator.process;

/**
 * Where flows are booked. Internal flows leave one block and enter another; boundary flows enter or leave one block
 * and are written into the ledger as well, from the boundary side.
 */
public final class FlowSink {
    private final double[] rate;
    private final double[] ledger;
    private final Ledger layout;
    private final int nc;

    public FlowSink(int states, Ledger layout) {
        this.rate = new double[states];
        this.layout = layout;
        this.ledger = new double[layout.size()];
        this.nc = layout.inert();
    }

    public double[] rate() {
        return rate;
    }

    public double[] ledger() {
        return ledger;
    }

    /** Vapour of the donor's composition, mol/s, at least 0. */
    public void vapour(Holdup from, Holdup to, double moles) {
        int a = from.vapourOffset();
        int b = to.vapourOffset();
        for (int i = 0; i < nc; i++) {
            double n = moles * from.vapourFraction(i);
            rate[a + i] -= n;
            rate[b + i] += n;
        }
        double air = moles * from.inertFraction();
        rate[a + nc] -= air;
        rate[b + nc] += air;
        double energy = moles * from.vapourEnthalpy() * Holdup.ENERGY_SCALE;
        rate[from.energyOffset()] -= energy;
        rate[to.energyOffset()] += energy;
    }

    /** Liquid of the donor's composition, mol/s, at least 0. */
    public void liquid(Holdup from, Holdup to, double moles) {
        int a = from.offset();
        int b = to.offset();
        for (int i = 0; i < nc; i++) {
            double n = moles * from.liquidFraction(i);
            rate[a + i] -= n;
            rate[b + i] += n;
        }
        double energy = moles * from.liquidEnthalpy() * Holdup.ENERGY_SCALE;
        rate[from.energyOffset()] -= energy;
        rate[to.energyOffset()] += energy;
    }

    /** Vapour both ways at once, mol/s, each with its donor's composition and at least 0. */
    public void vapours(Holdup one, Holdup other, double there, double back) {
        int a = one.vapourOffset();
        int b = other.vapourOffset();
        for (int i = 0; i < nc; i++) {
            double n = there * one.vapourFraction(i) - back * other.vapourFraction(i);
            rate[a + i] -= n;
            rate[b + i] += n;
        }
        double air = there * one.inertFraction() - back * other.inertFraction();
        rate[a + nc] -= air;
        rate[b + nc] += air;
        exchange(one, other, there * one.vapourEnthalpy() - back * other.vapourEnthalpy());
    }

    /** Liquid both ways at once, mol/s, each with its donor's composition and at least 0. */
    public void liquids(Holdup one, Holdup other, double there, double back) {
        int a = one.offset();
        int b = other.offset();
        for (int i = 0; i < nc; i++) {
            double n = there * one.liquidFraction(i) - back * other.liquidFraction(i);
            rate[a + i] -= n;
            rate[b + i] += n;
        }
        exchange(one, other, there * one.liquidEnthalpy() - back * other.liquidEnthalpy());
    }

    private void exchange(Holdup one, Holdup other, double watts) {
        rate[one.energyOffset()] -= watts * Holdup.ENERGY_SCALE;
        rate[other.energyOffset()] += watts * Holdup.ENERGY_SCALE;
    }

    /** Dissolved gas that travels with a liquid, mol/s, with its enthalpy J/mol. */
    public void inert(Holdup from, Holdup to, double moles, double enthalpy) {
        rate[from.vapourOffset() + nc] -= moles;
        rate[to.vapourOffset() + nc] += moles;
        rate[from.energyOffset()] -= moles * enthalpy * Holdup.ENERGY_SCALE;
        rate[to.energyOffset()] += moles * enthalpy * Holdup.ENERGY_SCALE;
    }

    /** Heat between two blocks, W, positive from the first to the second. */
    public void heat(int fromEnergyOffset, int toEnergyOffset, double watts) {
        rate[fromEnergyOffset] -= watts * Holdup.ENERGY_SCALE;
        rate[toEnergyOffset] += watts * Holdup.ENERGY_SCALE;
    }

    /** Evaporation of a component inside a holdup, mol/s, negative for condensation. */
    public void evaporate(Holdup holdup, int component, double moles) {
        rate[holdup.offset() + component] -= moles;
        rate[holdup.vapourOffset() + component] += moles;
    }

    /** Vapour over the battery limit, mol/s, at least 0. */
    public void vapourOut(Holdup from, double moles) {
        int a = from.vapourOffset();
        for (int i = 0; i < nc; i++) {
            double n = moles * from.vapourFraction(i);
            rate[a + i] -= n;
            ledger[layout.out(i)] += n;
        }
        double air = moles * from.inertFraction();
        rate[a + nc] -= air;
        ledger[layout.out(layout.inert())] += air;
        energyOut(from.energyOffset(), moles * from.vapourEnthalpy());
    }

    /** Inert from the surroundings, mol/s, at least 0, with its enthalpy J/mol. */
    public void inertIn(Holdup to, double moles, double enthalpy) {
        rate[to.vapourOffset() + nc] += moles;
        ledger[layout.in(layout.inert())] += moles;
        energyIn(to.energyOffset(), moles * enthalpy);
    }

    /** Liquid over the battery limit, mol/s, at least 0. */
    public void liquidOut(Holdup from, double moles) {
        for (int i = 0; i < nc; i++) {
            double n = moles * from.liquidFraction(i);
            rate[from.offset() + i] -= n;
            ledger[layout.out(i)] += n;
        }
        energyOut(from.energyOffset(), moles * from.liquidEnthalpy());
    }

    /** Component moles over the battery limit into a block's state, mol/s; negative when they leave. */
    public void boundary(int state, int component, double moles) {
        rate[state] += moles;
        if (moles >= 0) {
            ledger[layout.in(component)] += moles;
        } else {
            ledger[layout.out(component)] -= moles;
        }
    }

    /** Component moles that leave a block's state over the battery limit, mol/s; their derivative may have any sign. */
    public void leave(int state, int component, double moles) {
        rate[state] -= moles;
        ledger[layout.out(component)] += moles;
    }

    /** Component moles between two states, mol/s. */
    public void move(int fromState, int toState, double moles) {
        rate[fromState] -= moles;
        rate[toState] += moles;
    }

    /** Vapour from outside, mol/s of each component (nc), with its total enthalpy in W. */
    public void vapourIn(Holdup to, double[] moles, double watts) {
        for (int i = 0; i < nc; i++) {
            rate[to.vapourOffset() + i] += moles[i];
            ledger[layout.in(i)] += moles[i];
        }
        heatIn(to.energyOffset(), watts);
    }

    /** Moles of a feed per second, with the phases and the enthalpy it has. */
    public void feed(Holdup to, FeedState feed, double moles) {
        for (int i = 0; i < nc; i++) {
            double n = moles * feed.liquid(i);
            double v = moles * feed.vapour(i);
            rate[to.offset() + i] += n;
            rate[to.vapourOffset() + i] += v;
            ledger[layout.in(i)] += n + v;
        }
        heatIn(to.energyOffset(), moles * feed.enthalpy());
    }

    /** Rate of a state that is neither matter nor energy, per second. */
    public void other(int state, double perSecond) {
        rate[state] += perSecond;
    }

    /** Liquid from outside, mol/s, at least 0, of given composition (nc, summing to one) and enthalpy J/mol. */
    public void liquidIn(Holdup to, double[] composition, double moles, double enthalpy) {
        for (int i = 0; i < nc; i++) {
            double n = moles * composition[i];
            rate[to.offset() + i] += n;
            ledger[layout.in(i)] += n;
        }
        energyIn(to.energyOffset(), moles * enthalpy);
    }

    /** Heat from outside into a block, W; negative values are heat that leaves. */
    public void heatIn(int energyOffset, double watts) {
        if (watts >= 0) {
            energyIn(energyOffset, watts);
        } else {
            energyOut(energyOffset, -watts);
        }
    }

    private void energyIn(int energyOffset, double watts) {
        rate[energyOffset] += watts * Holdup.ENERGY_SCALE;
        ledger[layout.in(layout.energy())] += watts;
    }

    private void energyOut(int energyOffset, double watts) {
        rate[energyOffset] -= watts * Holdup.ENERGY_SCALE;
        ledger[layout.out(layout.energy())] += watts;
    }
}
