package no.avstemt.vipps.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import no.avstemt.application.connection.VippsAddress;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.Trouble;

/** Where Vipps may be. A host that is reached over the local network could be asked for what is nobody's business. */
public enum AllowedHosts {
    ALL,
    /** Neither this machine nor the local network. */
    FAR;

    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_BITS = 0xfe;
    private static final int SHARED = 100;

    /** @throws SourceUnavailable when Vipps may not be there */
    void check(VippsAddress address) {
        if (this == FAR && isNear(address.uri().getHost())) {
            throw new SourceUnavailable(
                    SourceUnavailable.Reason.INSECURE,
                    "Avstemt may not ask " + address + ", which is on this machine or in the local network"
                            + " (AVSTEMT_VIPPS_LOOPBACK is false).",
                    new Trouble(Trouble.Code.FORBIDDEN_ADDRESS, List.of(address.text())));
        }
    }

    /** A name that nobody knows is nowhere, which whoever asks will notice. */
    private static boolean isNear(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(AllowedHosts::isNear);
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || isUniqueLocal(address.getAddress());
    }

    /** fc00::/7 of RFC 4193, and 100.64.0.0/10 of RFC 6598. */
    private static boolean isUniqueLocal(byte[] bytes) {
        return bytes.length == 16
                ? (bytes[0] & UNIQUE_LOCAL_BITS) == UNIQUE_LOCAL
                : bytes[0] == SHARED && (bytes[1] & 0xc0) == 64;
    }
}
