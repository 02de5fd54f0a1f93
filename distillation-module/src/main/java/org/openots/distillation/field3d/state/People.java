package org.openots.distillation.field3d.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/** Where the other people are, between the places the station tells. For one thread. */
public final class People {
    /** A person who moved farther than this went through a list of places and does not slide there, m. */
    private static final double JUMP = 6;

    /** One full swing of both legs, m. */
    private static final double STRIDE = 1.5;

    /** The shown place follows the told one with this time, s: about two messages of the station. */
    private static final double FOLLOW_SECONDS = 0.2;

    private final Map<String, Person> people = new TreeMap<>();

    private static final class Person {
        private final Vector3f at;
        private final Vector3f told;
        private double yaw;
        private double wantedYaw;
        private double stride;

        Person(Vector3fc at, double yaw) {
            this.at = new Vector3f(at);
            this.told = new Vector3f(at);
            this.yaw = yaw;
            this.wantedYaw = yaw;
        }
    }

    /**
     * Where a person is.
     *
     * @param name on the plate
     * @param foot m
     * @param yaw where the person looks, as of a {@link Figure}, radian
     */
    public record Place(String name, Vector3fc foot, double yaw) {}

    /**
     * Takes what the station says.
     *
     * @param places of all people but oneself; who is missing has left
     */
    public void accept(List<Place> places) {
        Set<String> here = new TreeSet<>();
        for (Place place : places) {
            here.add(place.name());
            Person person = people.computeIfAbsent(place.name(), name -> new Person(place.foot(), place.yaw()));
            person.told.set(place.foot());
            person.wantedYaw = place.yaw();
            if (person.at.distance(place.foot()) > JUMP) {
                person.at.set(place.foot());
            }
        }
        people.keySet().retainAll(here);
    }

    /**
     * Lets time pass.
     *
     * @param seconds how long
     */
    public void step(double seconds) {
        float share = (float) (1 - StrictMath.exp(-seconds / FOLLOW_SECONDS));
        for (Person person : people.values()) {
            float x = person.at.x;
            float z = person.at.z;
            person.at.lerp(person.told, share);
            double way = Math.sqrt((person.at.x - x) * (person.at.x - x) + (person.at.z - z) * (person.at.z - z));
            person.stride = (person.stride + way / STRIDE * 2 * Math.PI) % (2 * Math.PI);
            double off = person.wantedYaw - person.yaw;
            off -= 2 * Math.PI * Math.rint(off / (2 * Math.PI));
            person.yaw += off * share;
        }
    }

    /**
     * The people as they are drawn.
     *
     * @return by name
     */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        people.forEach((name, person) ->
                figures.add(new Figure(name, new Vector3f(person.at), (float) person.yaw, (float) person.stride)));
        return figures;
    }
}
