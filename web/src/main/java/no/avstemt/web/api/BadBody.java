package no.avstemt.web.api;

import java.util.List;

/** A body that cannot be taken as it is: every fault of it, in the order they stand. */
public final class BadBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public BadBody(List<Fault> faults) {
        super(faults.size() + " faults", null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
