package org.openots.dcs.mqtt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.MqttPingSender;
import org.eclipse.paho.client.mqttv3.internal.ClientComms;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/** A session of MQTT 3.1.1. */
final class V3Session implements Session {
    private static final int REFUSED = 0x80;

    /** Closing takes fields away from the library's reading thread, which needs a moment to see the end. */
    private static final int SETTLE_MILLIS = 200;

    private final LinkSettings settings;
    private final LinkClock clock;
    private final LinkSocket socket;
    private final Events events;
    private final AtomicInteger inflight = new AtomicInteger();
    private final Pinger pinger = new Pinger();
    private final MqttAsyncClient client;

    V3Session(LinkSettings settings, LinkClock clock, LinkSocket socket, Events events) {
        this.settings = settings;
        this.clock = clock;
        this.socket = socket;
        this.events = events;
        try {
            client = new MqttAsyncClient(socket.uri(), settings.clientId(), new MemoryPersistence(), pinger);
        } catch (MqttException e) {
            throw new IllegalStateException("the library refuses " + socket.uri(), e);
        }
    }

    @Override
    public void connect() throws SessionFailure {
        client.setCallback(new Callback());
        try {
            client.connect(options()).waitForCompletion(patience());
        } catch (MqttException e) {
            throw failure(e);
        }
    }

    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout((int) settings.timing().connect().toSeconds());
        options.setKeepAliveInterval((int) settings.timing().keepAlive().toSeconds());
        options.setMaxInflight(settings.limits().inflight());
        options.setSocketFactory(socket);
        settings.access().login().ifPresent(login -> {
            options.setUserName(login.user());
            options.setPassword(login.password().toCharArray());
        });
        settings.will().ifPresent(will -> options.setWill(will.topic(), will.payload(), will.qos(), will.retained()));
        return options;
    }

    private long patience() {
        return settings.timing().connect().toMillis();
    }

    @Override
    public List<Subscription> subscribe(List<Subscription> wanted) throws SessionFailure {
        String[] filters = wanted.stream().map(Subscription::filter).toArray(String[]::new);
        int[] qos = wanted.stream().mapToInt(Subscription::qos).toArray();
        try {
            IMqttToken token = client.subscribe(filters, qos);
            token.waitForCompletion(patience());
            int[] granted = token.getGrantedQos();
            List<Subscription> refused = new ArrayList<>();
            for (int i = 0; i < granted.length; i++) {
                if (granted[i] >= REFUSED) {
                    refused.add(wanted.get(i));
                }
            }
            return refused;
        } catch (MqttException e) {
            throw failure(e);
        }
    }

    @Override
    public void unsubscribe(List<String> filters) throws SessionFailure {
        try {
            client.unsubscribe(filters.toArray(String[]::new));
        } catch (MqttException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean publish(Outbound message) throws SessionFailure {
        if (inflight.incrementAndGet() > settings.limits().inflight()) {
            inflight.decrementAndGet();
            return false;
        }
        try {
            client.publish(message.topic(), message.payload(), message.qos(), message.retained(), null, new Landed());
            return true;
        } catch (MqttException e) {
            inflight.decrementAndGet();
            if (e.getReasonCode() == MqttException.REASON_CODE_MAX_INFLIGHT) {
                return false;
            }
            throw failure(e);
        }
    }

    @Override
    public int inflight() {
        return inflight.get();
    }

    @Override
    public void ping() {
        pinger.ping(clock.nano(), socket.lastInbound());
    }

    @Override
    public long lastInbound() {
        return socket.lastInbound();
    }

    @Override
    public @Nullable IOException failure() {
        return socket.failure();
    }

    @Override
    public void leave() {
        try {
            client.disconnect(0).waitForCompletion(patience());
        } catch (MqttException e) {
            cut();
        }
    }

    @Override
    public void abandon() {
        cut();
        try {
            client.disconnectForcibly(0, 1, false);
        } catch (MqttException e) {
            // It was not connected any more; closing is all that is left to do.
            inflight.set(0);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
            client.close(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MqttException e) {
            throw new IllegalStateException("the library cannot close a client by force", e);
        }
    }

    @Override
    public void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket cannot be closed", e);
        }
    }

    private static SessionFailure failure(MqttException e) {
        return new SessionFailure(
                switch (e.getReasonCode()) {
                    case MqttException.REASON_CODE_FAILED_AUTHENTICATION, MqttException.REASON_CODE_NOT_AUTHORIZED ->
                        SessionFailure.Kind.LOGIN;
                    case MqttException.REASON_CODE_INVALID_CLIENT_ID -> SessionFailure.Kind.CLIENT_ID;
                    case MqttException.REASON_CODE_BROKER_UNAVAILABLE -> SessionFailure.Kind.UNAVAILABLE;
                    case MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION -> SessionFailure.Kind.VERSION;
                    case MqttException.REASON_CODE_CLIENT_TIMEOUT -> SessionFailure.Kind.TIMEOUT;
                    default -> SessionFailure.Kind.NETWORK;
                },
                e);
    }

    /** Frees the place of a message, whatever became of it. */
    private final class Landed implements IMqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            inflight.decrementAndGet();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            inflight.decrementAndGet();
        }
    }

    private final class Callback implements MqttCallback {
        @Override
        public void connectionLost(@Nullable Throwable cause) {
            events.lost(cause);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            events.received(topic, message.getPayload(), message.isRetained());
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Places are freed by the listener of each message.
        }
    }

    /** In place of the library's timer thread: the supervisor asks for pings. */
    private static final class Pinger implements MqttPingSender {
        private volatile @Nullable ClientComms comms;
        private volatile boolean running;
        private long asked;

        @Override
        public void init(ClientComms own) {
            comms = own;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public void schedule(long millis) {
            // The supervisor asks often enough.
        }

        /**
         * Not again while an answer is due: the library would give up after a tenth of a second, the supervisor knows how
         * long to wait.
         */
        void ping(long now, long lastInbound) {
            ClientComms own = comms;
            boolean due = asked != 0 && lastInbound - asked < 0;
            if (running && own != null && !due && own.checkForActivity() != null) {
                asked = now;
            }
        }
    }
}
