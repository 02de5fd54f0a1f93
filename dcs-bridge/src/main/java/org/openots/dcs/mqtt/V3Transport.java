package org.openots.dcs.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Set;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;
import org.eclipse.paho.client.mqttv3.spi.NetworkModuleFactory;

/** Gives the library for MQTT 3 our connections; it finds this class through its service file. */
public final class V3Transport implements NetworkModuleFactory {
    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of(LinkSocket.SCHEME);
    }

    @Override
    public void validateURI(URI uri) {
        if (uri.getHost() == null || uri.getPort() < 0) {
            throw new IllegalArgumentException(uri.toString());
        }
    }

    @Override
    public NetworkModule createNetworkModule(URI uri, MqttConnectOptions options, String clientId) {
        return new Module((LinkSocket) options.getSocketFactory());
    }

    private record Module(LinkSocket socket) implements NetworkModule {
        @Override
        public void start() throws IOException {
            socket.open();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return socket.in();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return socket.out();
        }

        @Override
        public void stop() throws IOException {
            socket.close();
        }

        @Override
        public String getServerURI() {
            return socket.uri();
        }
    }
}
