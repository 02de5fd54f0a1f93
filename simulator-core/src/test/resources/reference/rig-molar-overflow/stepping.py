"""Table 4.1 of the rig worked out again with its own assumptions; writes cases.csv.

Ethanol-water by NRTL with the DECHEMA set and Antoine vapour pressures, both as the table gives them; 14 trays of
Murphree vapour efficiency 0.60 and an equilibrium reboiler; constant molar overflow; total condenser with reflux at its
bubble point; 101.5 kPa at the top and 3.0 kPa over the trays. Flows in kmol/h, pressures in mmHg, temperatures in degC.
Plain Python 3, no packages: python3 stepping.py > cases.csv
"""

import math

ALPHA = 0.2937
GAS_CONSTANT = 1.98721  # cal/(mol K), the unit of the parameters
ANTOINE = ((8.20417, 1642.89, 230.300), (8.07131, 1730.63, 233.426))
MOLAR_MASS = (46.069, 18.015)
TRAYS, EFFICIENCY = 14, 0.60
TOP, LOSS = 101.5 * 7.50062, 3.0 * 7.50062
VAPORISATION = 40.9  # kJ/mol, of the liquid in the sump (97.7 wt% water)


def vapour_pressure(i, t):
    a, b, c = ANTOINE[i]
    return 10 ** (a - b / (t + c))


def activities(x, t):
    y, rt = 1 - x, GAS_CONSTANT * (t + 273.15)
    t12, t21 = -57.9601 / rt, 1241.7396 / rt
    g12, g21 = math.exp(-ALPHA * t12), math.exp(-ALPHA * t21)
    first = y * y * (t21 * (g21 / (x + y * g21)) ** 2 + t12 * g12 / (y + x * g12) ** 2)
    second = x * x * (t12 * (g12 / (y + x * g12)) ** 2 + t21 * g21 / (x + y * g21) ** 2)
    return math.exp(first), math.exp(second)


def root(f, low, high):
    at_low = f(low)
    for _ in range(200):
        middle = (low + high) / 2
        at_middle = f(middle)
        if at_low * at_middle <= 0:
            high = middle
        else:
            low, at_low = middle, at_middle
    return (low + high) / 2


def bubble(x, pressure):
    def excess(t):
        g = activities(x, t)
        return x * g[0] * vapour_pressure(0, t) + (1 - x) * g[1] * vapour_pressure(1, t) - pressure

    t = root(excess, 40, 130)
    return t, x * activities(x, t)[0] * vapour_pressure(0, t) / pressure


def mole_fraction(w):
    return w / MOLAR_MASS[0] / (w / MOLAR_MASS[0] + (1 - w) / MOLAR_MASS[1])


def mean_mass(x):
    return x * MOLAR_MASS[0] + (1 - x) * MOLAR_MASS[1]


def percent(x):
    return 100 * x * MOLAR_MASS[0] / mean_mass(x)


def column(bottoms, product_kg, reflux_kg, feed_w, q, feed_tray):
    """Steps up from the sump; returns what the top misses of the balance, and the case's figures."""
    feed_x = mole_fraction(feed_w)
    feed = 60 / mean_mass(feed_x)

    def product_x(d):
        return (feed * feed_x - (feed - d) * bottoms) / d

    product = root(lambda d: d * mean_mass(product_x(d)) - product_kg, 0.15, 0.7)
    top = product_x(product)
    reflux = reflux_kg / mean_mass(top)
    vapour = product + reflux
    boilup, liquid = vapour - (1 - q) * feed, reflux + q * feed
    t, y = bubble(bottoms, TOP + LOSS)
    temperatures = [t]
    for tray in range(TRAYS, 0, -1):
        if tray >= feed_tray:
            x = (boilup * y + (feed - product) * bottoms) / liquid
        else:
            x = (vapour * y - product * top) / reflux
        x = min(max(x, 1e-12), 1 - 1e-12)
        t, equilibrium = bubble(x, TOP + LOSS * (tray - 1) / TRAYS)
        temperatures.append(t)
        y += EFFICIENCY * (equilibrium - y)
    temperatures.reverse()
    figures = (percent(top), percent(bottoms), vapour, boilup * VAPORISATION / 3.6, temperatures[9], temperatures[10])
    return y - top, figures


def settled(*case):
    """The sump's composition at which the top closes, by its logarithm."""
    steps = [math.log(1e-6) + i * (math.log(0.03) - math.log(1e-6)) / 120 for i in range(121)]
    misses = [column(math.exp(s), *case)[0] for s in steps]
    for low, high, a, b in zip(steps, steps[1:], misses, misses[1:]):
        if a * b < 0:
            sump = root(lambda s: column(math.exp(s), *case)[0], low, high)
            return column(math.exp(sump), *case)[1]
    raise ArithmeticError(f"no solution of {case}")


CASES = {
    # product and reflux in kg/h, ethanol in the feed as mass fraction, q (80 degC: 1.015), feed tray
    "base": (12, 36, 0.20, 1.015, 12),
    "R-2": (12, 24, 0.20, 1.015, 12),
    "R-5": (12, 60, 0.20, 1.015, 12),
    "D+2%": (12.24, 36, 0.20, 1.015, 12),
    "D-2%": (11.76, 36, 0.20, 1.015, 12),
    "D+10%": (13.2, 36, 0.20, 1.015, 12),
    "cold-feed": (12, 36, 0.20, 1.15, 12),
    "lean": (12, 36, 0.15, 1.015, 12),
    "feed-tray-8": (12, 36, 0.20, 1.015, 8),
}

if __name__ == "__main__":
    print("case,product_percent,bottoms_percent,vapour_kmol_h,process_kW,tray_10_degC,tray_11_degC")
    for name, case in CASES.items():
        print(name + "".join(f",{v:.4g}" for v in settled(*case)))
