package app.lodge.bridge.link;

import app.lodge.bridge.certificates.Identity;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.Authorizer;
import com.hivemq.extension.sdk.api.auth.PublishAuthorizer;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.SubscriptionAuthorizer;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.subscribe.SubackReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.session.ClientService;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The broker's door-keeper. A client's id is its certificate's common name; a device publishes to its
/// own `up/` and subscribes to its own `down/`, the bridge the other way round.
final class BrokerGuard
        implements ExtensionMain, SimpleAuthenticator, PublishAuthorizer, SubscriptionAuthorizer {

    /// The bridge's client id; no device may have it.
    static final String BRIDGE = "bridge";

    private static final Logger LOG = LoggerFactory.getLogger(BrokerGuard.class);

    private final Topics topics;
    private final Gate gate;
    private final String bridgeSerial;

    /// This broker's own: the static entrance leads to whichever broker of the process started last.
    private volatile @Nullable ClientService clients;

    BrokerGuard(Topics topics, Gate gate, String bridgeSerial) {
        this.topics = topics;
        this.gate = gate;
        this.bridgeSerial = bridgeSerial;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        clients = Services.clientService();
        Services.securityRegistry().setAuthenticatorProvider(_ -> this);
        Services.securityRegistry().setAuthorizerProvider(_ -> (Authorizer) this);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        LOG.debug("The broker's door-keeper leaves");
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        var client = input.getClientInformation().getClientId();
        var certificate =
                input.getConnectionInformation()
                        .getClientTlsInformation()
                        .flatMap(tls -> tls.getClientCertificate())
                        .orElse(null);
        if (certificate == null) {
            refuse(output, client, "NO_CERTIFICATE");
        } else if (!Gate.commonName(certificate).equals(client)) {
            refuse(output, client, "OTHER_NAME");
        } else {
            var serial = Identity.serial(certificate);
            var why =
                    client.equals(BRIDGE)
                            ? Optional.of("OTHER_CERTIFICATE")
                                    .filter(_ -> !serial.equals(bridgeSerial))
                            : gate.refusalOf(client, serial);
            if (why.isEmpty()) {
                output.authenticateSuccessfully();
            } else {
                refuse(output, client, why.get());
            }
        }
    }

    @Override
    public void authorizePublish(PublishAuthorizerInput input, PublishAuthorizerOutput output) {
        var client = input.getClientInformation().getClientId();
        var topic = input.getPublishPacket().getTopic();
        var own =
                client.equals(BRIDGE)
                        ? topic.startsWith("lodge/v1/" + topics.site() + "/")
                                && topic.contains("/down/")
                        : topic.startsWith(topics.up(client, ""));
        if (own) {
            output.authorizeSuccessfully();
        } else {
            gate.refused("publish", client, topic);
            output.failAuthorization(AckReasonCode.NOT_AUTHORIZED, "not your topic");
        }
    }

    @Override
    public void authorizeSubscribe(
            SubscriptionAuthorizerInput input, SubscriptionAuthorizerOutput output) {
        var client = input.getClientInformation().getClientId();
        var filter = input.getSubscription().getTopicFilter();
        var own =
                client.equals(BRIDGE)
                        ? filter.equals(topics.allUp())
                        : filter.startsWith(topics.down(client, ""));
        if (own) {
            output.authorizeSuccessfully();
        } else {
            gate.refused("subscribe", client, filter);
            output.failAuthorization(SubackReasonCode.NOT_AUTHORIZED, "not your topic");
        }
    }

    /// Ends a device's connection, for instance because it joined again with another certificate.
    void disconnect(String client) {
        var here = clients;
        if (here == null) {
            return;
        }
        here.disconnectClient(
                        client, false, DisconnectReasonCode.NOT_AUTHORIZED, "certificate is void")
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.warn("{} could not be disconnected", client, failure);
                    }
                });
    }

    private void refuse(SimpleAuthOutput output, String client, String why) {
        gate.refused("connect", client, why);
        output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED, why);
    }
}
