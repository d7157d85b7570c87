package no.avstemt.web.http;

/** Another program listens there. */
public final class PortInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortInUse(String host, int port, Throwable cause) {
        super(
                "Port " + port + " on " + host
                        + " is in use by another program. Stop that one, or choose another port.",
                cause);
    }
}
